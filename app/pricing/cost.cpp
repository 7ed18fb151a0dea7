// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/cost.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

Result<Money> amountAt(const UnitPrices &prices, const CostQuery &query)
{
    Money total{0, query.currency};
    const std::pair<qint64, UnitPrice> parts[]{{query.hitTokens, prices.hitOrMiss()},
        {query.missTokens, prices.cacheMiss}, {query.outputTokens, prices.output}};
    for (const auto &[tokens, price] : parts) {
        const Result<qint64> picos = picosFor(tokens, price);
        if (!picos)
            return picos.error();
        const Result<Money> sum = add(total, {*picos, query.currency});
        if (!sum)
            return sum.error();
        total = *sum;
    }
    return total;
}

Result<Cost> costOf(const PriceBook &book, const CostQuery &query)
{
    if (query.completed < query.sent)
        return Error{
            .kind = ErrorKind::InvalidValue, .detail = u"the request ends before it was sent"_s};
    const Result<QList<Quote>> quotes =
        book.quotes(query.provider, query.model, query.sent, query.completed, query.currency);
    if (!quotes)
        return quotes.error();
    const Result<Quote> last =
        book.quote(query.provider, query.model, query.completed, query.currency);
    if (!last)
        return last.error();
    const Result<Money> amount = amountAt(last->prices, query);
    if (!amount)
        return amount.error();

    Cost cost{.amount = *amount,
        .low = *amount,
        .high = *amount,
        .confidence = last->confidence,
        .priceRows = {},
        .quote = *last};
    for (const Quote &quote : *quotes) {
        for (const UnitPrices &prices : {quote.prices, quote.holidayPrices}) {
            const Result<Money> bound = amountAt(prices, query);
            if (!bound)
                return bound.error();
            cost.low.picos = std::min(cost.low.picos, bound->picos);
            cost.high.picos = std::max(cost.high.picos, bound->picos);
        }
        cost.confidence =
            std::max(cost.confidence, quote.confidence); // ordered from sure to unsure
        if (!cost.priceRows.contains(quote.priceRow))
            cost.priceRows.append(quote.priceRow);
    }
    return cost;
}

Result<Money> savedByCache(const Quote &quote, qint64 hitTokens)
{
    const UnitPrice difference{quote.prices.cacheMiss.micros - quote.prices.hitOrMiss().micros};
    const Result<qint64> picos = picosFor(hitTokens, difference);
    if (!picos)
        return picos.error();
    return Money{*picos, quote.currency};
}

} // namespace pennyworth
