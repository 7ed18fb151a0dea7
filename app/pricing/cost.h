// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/pricebook.h"

namespace pennyworth {

/// What is to be priced.
struct CostQuery {
    QString provider; ///< Provider::priceBookProvider
    QString model;
    Instant sent{};
    Instant completed{}; ///< not before `sent`
    qint64 hitTokens = 0;
    qint64 missTokens = 0;
    qint64 outputTokens = 0;
    Currency currency;
};

/// The exact cost of one request. `amount` is at the quote of the completion instant; `low` and
/// `high` are over every quote in [sent, completed], so they differ only where the request
/// straddles a change or the holiday calendar is unknown.
struct Cost {
    Money amount;
    Money low;
    Money high;
    Confidence confidence = Confidence::Low;
    QStringList priceRows; ///< ids, in order of time, each once
    Quote quote; ///< at the completion instant

    [[nodiscard]] bool isCertain() const { return low == high; }
    bool operator==(const Cost &) const = default;
};

/// What the tokens of `query` cost at these unit prices. InvalidValue or Overflow otherwise.
Result<Money> amountAt(const UnitPrices &prices, const CostQuery &query);

/// UnknownPrice, InvalidValue (negative tokens, completed before sent) or Overflow otherwise.
Result<Cost> costOf(const PriceBook &book, const CostQuery &query);

/// hit × (miss price − hit price) at one quote: what the prefix cache saved.
Result<Money> savedByCache(const Quote &quote, qint64 hitTokens);

} // namespace pennyworth
