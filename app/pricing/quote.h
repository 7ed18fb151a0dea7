// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"

#include <QString>

#include <optional>

namespace pennyworth {

/// What a million tokens of each class cost.
struct UnitPrices {
    /// Empty where the list has no such price (2024): billed at the miss price.
    std::optional<UnitPrice> cacheHit;
    UnitPrice cacheMiss;
    UnitPrice output;

    [[nodiscard]] UnitPrice hitOrMiss() const { return cacheHit.value_or(cacheMiss); }
    bool operator==(const UnitPrices &) const = default;
};

/// How sure a price is.
enum class Confidence {
    High, ///< on the official page
    Medium, ///< two independent sources
    Low, ///< one source, or derived
    /// Depends on a holiday calendar that is not published: shown at the weekday rate, the upper
    /// bound.
    CalendarUnknown,
};

/// "high", "medium", "low", "calendar unknown".
[[nodiscard]] QString confidenceName(Confidence confidence);

/// The next instant at which the unit prices are others.
struct PriceChange {
    Instant at{};
    QString window; ///< name of the window that begins
    UnitPrices prices;
    /// CalendarUnknown: on a holiday there will be no such change.
    Confidence confidence = Confidence::Low;

    bool operator==(const PriceChange &) const = default;
};

/// The unit prices of one model at one instant in one currency, and why.
struct Quote {
    QString priceRow; ///< stable id of the row in the price book
    QString provider;
    QString model; ///< as asked
    QString servedAs; ///< the model id that the row prices; differs from `model` for an alias
    QString modelVersion; ///< "DeepSeek-V4.1-Flash-1017"
    Currency currency;
    UnitPrices prices;
    UnitPrices holidayPrices; ///< differ from `prices` only under Confidence::CalendarUnknown
    QString window; ///< "peak", "off-peak", "standard"
    /// When `prices` end: nextChange.at, or where the known prices end. Empty where no end is
    /// known.
    std::optional<Instant> until;
    Instant effectiveFrom{}; ///< of the row
    std::optional<Instant> effectiveTo;
    /// Skips later rows with the same prices. Empty where none is known.
    std::optional<PriceChange> nextChange;
    QString source; ///< addresses of the pages the row was taken from
    Confidence confidence = Confidence::Low;

    bool operator==(const Quote &) const = default;
};

} // namespace pennyworth
