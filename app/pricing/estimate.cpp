// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/estimate.h"

#include "pricing/cost.h"

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kLowPercentile = 10;
constexpr int kHighPercentile = 90;

/// By nearest rank; `sorted` is not empty.
qint64 percentile(const QList<qint64> &sorted, int percent)
{
    const qsizetype rank = (sorted.size() * percent + 99) / 100;
    return sorted.at(std::max(rank, qsizetype{1}) - 1);
}

std::optional<Money> amount(
    const UnitPrices &prices, Currency currency, qint64 hit, qint64 miss, qint64 output)
{
    const CostQuery query{.provider = {},
        .model = {},
        .hitTokens = hit,
        .missTokens = miss,
        .outputTokens = output,
        .currency = currency};
    const Result<Money> result = amountAt(prices, query);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<int> percentOf(qint64 tokens, const std::optional<qint64> &context)
{
    constexpr qint64 kMost = 999;
    if (!context || *context <= 0)
        return {};
    const qint64 bounded = std::min(tokens, *context * (kMost / 100));
    return static_cast<int>(std::min(kMost, bounded * 100 / *context));
}

} // namespace

OutputRange outputRange(QList<qint64> lengths, std::optional<qint64> limit)
{
    OutputRange range = kDefaultOutput;
    if (!lengths.isEmpty()) {
        std::ranges::sort(lengths);
        range = {.low = percentile(lengths, kLowPercentile),
            .high = percentile(lengths, kHighPercentile),
            .replies = lengths.size()};
    }
    if (limit) {
        range.low = std::min(range.low, *limit);
        range.high = std::min(range.high, *limit);
    }
    return range;
}

qint64 likelyCached(
    const CacheRule &rule, const SentPrefix &prefix, qint64 promptTokens, Instant now)
{
    if (prefix.tokens <= 0 || promptTokens <= 0 || now - prefix.sent > rule.lifetime)
        return 0;
    const qint64 common = std::min(prefix.tokens, promptTokens - 1);
    return common / rule.unitTokens * rule.unitTokens;
}

Estimate estimateOf(const EstimateQuery &query)
{
    Estimate estimate{.promptTokens = query.promptTokens,
        .cachedTokens = std::clamp(query.cachedTokens, qint64{0}, query.promptTokens),
        .output = query.output,
        .low = {},
        .high = {},
        .highWithoutCache = {},
        .contextPercent = percentOf(query.promptTokens, query.contextTokens)};
    if (!query.quote)
        return estimate;
    const Quote &quote = *query.quote;
    const qint64 hit = estimate.cachedTokens;
    const qint64 miss = estimate.promptTokens - hit;
    // The holiday rate, where the calendar is not known, is the lower one.
    const auto atLowest = [&](qint64 output) {
        const std::optional<Money> usual = amount(quote.prices, quote.currency, hit, miss, output);
        const std::optional<Money> holiday =
            amount(quote.holidayPrices, quote.currency, hit, miss, output);
        return usual && holiday && holiday->picos < usual->picos
                && quote.confidence == Confidence::CalendarUnknown
            ? holiday
            : usual;
    };
    estimate.low = atLowest(query.output.low);
    estimate.high = amount(quote.prices, quote.currency, hit, miss, query.output.high);
    estimate.highWithoutCache =
        amount(quote.prices, quote.currency, 0, estimate.promptTokens, query.output.high);
    return estimate;
}

} // namespace pennyworth
