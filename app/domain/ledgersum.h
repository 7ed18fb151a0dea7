// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"

#include <QList>

namespace pennyworth {

/// What all requests of one reply took together: retries, and what was continued. Tokens and
/// amounts are sums, unknown where a part of them is unknown; what is open yet counts as unknown.
/// An estimated part makes it an estimate. Everything else is the latest request's; `entries` are
/// at least one.
[[nodiscard]] Settlement together(const QList<LedgerEntry> &entries);

} // namespace pennyworth
