// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/pricebook.h"

#include <QString>

#include <chrono>
#include <optional>

namespace pennyworth {

class PriceClock;

/// Who is paid for a reply, if anybody.
enum class Billing { Billed, Demonstration, Local };

/// What the interface says about the price in force.
struct PriceFigures {
    std::optional<Quote> quote; ///< empty: no price is known
    QList<DaySpan> day; ///< the UTC day
    Instant now{};
    std::optional<std::chrono::minutes> untilChange;
    Billing billing = Billing::Billed;

    bool operator==(const PriceFigures &) const = default;
};

[[nodiscard]] PriceFigures priceFigures(const PriceClock &clock, Billing billing);

/// "peak", "off-peak" in the language of the interface; other names of windows as they are.
[[nodiscard]] QString windowText(const QString &window);

/// What happens next: "doubles in 2 h 14 min (01:00 UTC)". Empty where no change is known.
[[nodiscard]] QString nextChangeText(const PriceFigures &figures);

/// The rate in force and until when, in one line: "off-peak, ends in 2 h 14 min".
[[nodiscard]] QString rateText(const PriceFigures &figures);

/// Whether these prices are the dearer ones of their day.
[[nodiscard]] bool isDear(const UnitPrices &prices, const QList<DaySpan> &day);

} // namespace pennyworth
