// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QList>
#include <QString>

namespace pennyworth {

/// What somebody wrote, as a tool tip: never taken for markup.
[[nodiscard]] QString plainTip(const QString &text);

/// "0.000486 USD", to the last digit.
[[nodiscard]] QString exactText(const Money &money);
/// The same of each sum, a line each.
[[nodiscard]] QString exactText(const QList<Money> &sums);

} // namespace pennyworth
