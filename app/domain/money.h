// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <optional>

namespace pennyworth {

/// An ISO 4217 code of three capital letters. Currencies are never converted into each other.
class Currency final {
public:
    constexpr Currency() = default; ///< USD
    constexpr Currency(char a, char b, char c)
        : m_code{a, b, c}
    {
    }
    static Result<Currency> fromCode(QStringView code); ///< any case; InvalidValue otherwise

    [[nodiscard]] QString code() const;
    [[nodiscard]] QString symbol() const; ///< "$", "¥", "€"; the code itself where there is none

    auto operator<=>(const Currency &) const = default;

private:
    std::array<char, 3> m_code{'U', 'S', 'D'};
};

inline constexpr Currency kUsd{'U', 'S', 'D'};
inline constexpr Currency kCny{'C', 'N', 'Y'};

/// A price in micro-units of currency per million tokens: 0.27 per million is 270000.
struct UnitPrice {
    qint64 micros = 0;

    static Result<UnitPrice> fromDecimal(
        QStringView perMillion); ///< finer than a micro-unit is InvalidValue
    [[nodiscard]] QString toDecimal() const; ///< per million tokens, canonical
    auto operator<=>(const UnitPrice &) const = default;
};

/// An exact amount in 10^-12 units of its currency.
struct Money {
    qint64 picos = 0;
    Currency currency;

    static Result<Money> fromDecimal(QStringView decimal, Currency currency);
    [[nodiscard]] QString toDecimal() const; ///< canonical, without the currency
    bool operator==(const Money &) const = default;
};

/// tokens × price, exactly, since 10^-6 × 10^-6 = 10^-12. Overflow is an error; negative counts are
/// InvalidValue.
Result<qint64> picosFor(qint64 tokens, UnitPrice price);

/// The sum; both sides must be of one currency (asserted). Overflow is an error.
Result<Money> add(const Money &a, const Money &b);

/// What people read: symbol and at least two significant digits at any size ("$0.00038", "$0.0042",
/// "$1.27", "$0.00" only for nothing at all). Rounded half up for display; the exact decimal
/// belongs into the tip.
[[nodiscard]] QString moneyText(const Money &money);

/// Sums of different currencies side by side: "$0.0042 + ¥0.18". Empty for none.
[[nodiscard]] QString sumsText(const QList<Money> &sums);

/// An unrounded unit price with its symbol, two decimals at least ("$0.003", "$0.15", "$0.60").
[[nodiscard]] QString unitPriceText(UnitPrice price, Currency currency);

} // namespace pennyworth
