// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "pricing/pricebook.h"

#include <QString>

namespace pennyworth::test {

/// "hit/miss/output" as canonical decimals, "-" for a hit price that the list does not have: how
/// the tables write prices.
inline QString pricesText(const UnitPrices &prices)
{
    const QString hit = prices.cacheHit ? prices.cacheHit->toDecimal() : QStringLiteral("-");
    return hit + u'/' + prices.cacheMiss.toDecimal() + u'/' + prices.output.toDecimal();
}

/// Of an instant that is known to be well written.
inline Instant at(QStringView text)
{
    return parseInstant(text).value();
}

/// The built-in book, whose reading has its own test.
inline PriceBook builtInBook()
{
    return PriceBook::builtIn().value();
}

inline QString deepSeek()
{
    return QStringLiteral("deepseek");
}

} // namespace pennyworth::test
