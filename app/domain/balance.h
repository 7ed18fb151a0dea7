// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QList>

namespace pennyworth {

/// What an account holds in one currency. total = granted + toppedUp; granted money is spent first.
struct BalanceEntry {
    Money total;
    Money granted;
    Money toppedUp;

    bool operator==(const BalanceEntry &) const = default;
};

struct Balance {
    bool available = false; ///< the account can still pay for requests
    QList<BalanceEntry> entries; ///< one a currency

    bool operator==(const Balance &) const = default;
};

} // namespace pennyworth
