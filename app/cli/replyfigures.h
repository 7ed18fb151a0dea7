// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"

#include <QJsonObject>
#include <QString>

namespace pennyworth {

// The figures of one request as its settlement has them.

/// "0.42 s · 61 tok/s · 1,024 → 768 tokens · 960 cached · $0.00048"; ≈ before an estimate, unknown
/// said as such.
[[nodiscard]] QString figuresText(const LedgerEntry &entry);

[[nodiscard]] QJsonObject usageJson(const Usage &usage);
[[nodiscard]] QJsonObject costJson(const Settlement &settlement);
[[nodiscard]] QJsonObject timingsJson(
    const Timings &timings); ///< in milliseconds since the request was sent

} // namespace pennyworth
