// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/cost.h"

#include <cstdlib>

using namespace pennyworth;

namespace {

// What a price file may refer to.
const char kHolidays[] =
    R"({"schema": "pennyworth/holidays/1", "id": "days", "source": "s", "days_off": {"2026": ["2026-10-01"]}})";

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkQuote(const PriceBook &book, const PriceRow &row, const QString &name)
{
    const Instant from = row.effectiveFrom;
    const Result<Quote> quote = book.quote(row.provider, name, from, row.currency);
    check(quote.hasValue());
    check(quote->priceRow == row.id && quote->servedAs == row.model);
    check(!quote->until || *quote->until > from);
    if (quote->nextChange) {
        const Result<Quote> next =
            book.quote(row.provider, name, quote->nextChange->at, row.currency);
        check(next.hasValue() && next->prices == quote->nextChange->prices
            && next->prices != quote->prices);
    }
    for (const DaySpan &span : book.day(row.provider, name, from, row.currency))
        check(span.from < span.to);
    const CostQuery query{.provider = row.provider,
        .model = name,
        .sent = from,
        .completed = from + std::chrono::days{3},
        .hitTokens = 7,
        .missTokens = 11,
        .outputTokens = 13,
        .currency = row.currency};
    const Result<Cost> cost = costOf(book, query);
    check(
        !cost || (cost->low.picos <= cost->amount.picos && cost->amount.picos <= cost->high.picos));
}

} // namespace

/// A price file is refused with a reason or makes a book whose answers are consistent.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<PriceBook> book = PriceBook::fromJson({QByteArray(kHolidays), file});
    if (!book) {
        check(book.error().kind == ErrorKind::InvalidValue && !book.error().detail.isEmpty());
        return 0;
    }
    for (const PriceRow &row : book->rows()) {
        checkQuote(*book, row, row.model);
        for (const QString &alias : row.aliases)
            checkQuote(*book, row, alias);
    }
    return 0;
}
