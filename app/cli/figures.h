// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pennyworth {

// Figures as the command line writes them: for people, and as JSON where unknown is null and
// amounts are exact decimal strings.

[[nodiscard]] QString groupedText(qint64 count); ///< "1,024"
[[nodiscard]] QString spanText(
    std::chrono::milliseconds duration); ///< "2 d 3 h", "2 h 14 min", "3 min", "0.42 s"
[[nodiscard]] QString minuteText(Instant instant); ///< "2026-11-24 01:00 UTC"

[[nodiscard]] QJsonArray sumsJson(const QList<Money> &sums); ///< `[{amount, currency}]`
[[nodiscard]] QJsonValue jsonOrNull(const std::optional<qint64> &count);
[[nodiscard]] QJsonValue jsonOrNull(const std::optional<Money> &money);
[[nodiscard]] QJsonValue jsonOrNull(const std::optional<UnitPrice> &price);
[[nodiscard]] QJsonValue jsonOrNull(const std::optional<Instant> &instant);
[[nodiscard]] QJsonValue jsonOrNull(const QString &text); ///< null where it is empty

} // namespace pennyworth
