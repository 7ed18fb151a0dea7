// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/charge.h"

#include "pricing/cost.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostPicos = 10'000 * qint64{1'000'000'000'000};

struct Counts {
    qint64 hit = 0;
    qint64 miss = 0;
    qint64 unsplit = 0; // of the prompt, hit or missed nobody knows
    qint64 expectedHit = 0; // of the unsplit ones
    qint64 output = 0;
    bool estimated = false;
};

Counts countsOf(const Usage &usage, const Charge &charge)
{
    Counts counts;
    counts.output = usage.completion.value_or(charge.outputEstimate);
    counts.estimated = !usage.completion || charge.charged == Charged::Maybe;
    if (usage.cacheHit && usage.cacheMiss) {
        counts.hit = *usage.cacheHit;
        counts.miss = *usage.cacheMiss;
    } else if (usage.prompt && usage.cacheHit) {
        counts.hit = *usage.cacheHit;
        counts.miss = std::max<qint64>(*usage.prompt - *usage.cacheHit, 0);
    } else if (usage.prompt && usage.cacheMiss) {
        counts.miss = *usage.cacheMiss;
        counts.hit = std::max<qint64>(*usage.prompt - *usage.cacheMiss, 0);
    } else if (usage.prompt) {
        counts.unsplit = *usage.prompt;
    } else {
        counts.unsplit = charge.inputEstimate;
        counts.expectedHit = std::min(charge.expectedHit, charge.inputEstimate);
        counts.estimated = true;
    }
    return counts;
}

Usage estimateOf(const Usage &usage, const Counts &counts)
{
    Usage estimate;
    const bool saysInput = usage.prompt || (usage.cacheHit && usage.cacheMiss);
    if (!saysInput) {
        estimate.prompt = counts.unsplit;
        estimate.cacheHit = counts.expectedHit;
        estimate.cacheMiss = counts.unsplit - counts.expectedHit;
    }
    if (!usage.completion)
        estimate.completion = counts.output;
    return estimate;
}

QString confidenceOf(const Counts &counts, const Cost &atMiss, const Cost &atHit)
{
    if (counts.estimated)
        return u"estimated"_s;
    if (atMiss.amount != atHit.amount)
        return u"cache hits unknown"_s;
    if (atMiss.confidence == Confidence::CalendarUnknown)
        return confidenceName(atMiss.confidence);
    if (!atMiss.isCertain())
        return u"straddles a price change"_s;
    return atMiss.confidence == Confidence::High ? u"exact"_s : confidenceName(atMiss.confidence);
}

void setAmount(
    Settlement *settlement, CostSource source, const Money &amount, const QString &confidence)
{
    settlement->source = source;
    settlement->amount = amount;
    settlement->low = amount;
    settlement->high = amount;
    settlement->confidence = confidence;
}

Settlement notPlausible(Settlement settlement)
{
    settlement.confidence = kNotPlausible;
    return settlement;
}

} // namespace

Settlement priced(const PriceBook &book, const Charge &charge, Settlement settlement)
{
    settlement.source = CostSource::Unknown;
    if (charge.reported) {
        if (charge.reported->picos > kMostPicos)
            return notPlausible(settlement);
        setAmount(&settlement, CostSource::Provider, *charge.reported, u"reported"_s);
        return settlement;
    }
    const bool hasPrices = charge.billable || !charge.priceBookProvider.isEmpty();
    if (charge.charged == Charged::No && hasPrices) {
        setAmount(&settlement, CostSource::Computed, Money{0, charge.currency}, u"not charged"_s);
        return settlement;
    }

    const Counts counts = countsOf(settlement.usage, charge);
    const bool isPerhaps = charge.charged == Charged::Maybe;
    const bool isRefusal = isPerhaps && settlement.errorStatus >= 400;
    if (charge.charged != Charged::No && !isRefusal)
        settlement.estimate = estimateOf(settlement.usage, counts);
    CostQuery query{.provider = charge.priceBookProvider,
        .model = charge.model,
        .sent = settlement.timings.sent,
        .completed = std::max(
            settlement.timings.end.value_or(settlement.timings.sent), settlement.timings.sent),
        .hitTokens = counts.hit,
        .missTokens = counts.miss + counts.unsplit,
        .outputTokens = counts.output,
        .currency = charge.currency};
    const Result<Cost> atMiss = costOf(book, query);
    query.hitTokens = counts.hit + counts.unsplit;
    query.missTokens = counts.miss;
    const Result<Cost> atHit = costOf(book, query);
    query.hitTokens = counts.hit + counts.expectedHit;
    query.missTokens = counts.miss + counts.unsplit - counts.expectedHit;
    const Result<Cost> expected = costOf(book, query);
    if (!atMiss || !atHit || !expected)
        return settlement;
    if (atMiss->high.picos > kMostPicos)
        return notPlausible(settlement);

    const bool isEstimated = counts.estimated || charge.currencyIsAssumed;
    settlement.source = isEstimated ? CostSource::Estimated : CostSource::Computed;
    const Money nothing{0, charge.currency};
    settlement.amount = isRefusal ? nothing : expected->amount;
    settlement.low = isPerhaps ? nothing : atHit->low;
    settlement.high = atMiss->high;
    settlement.confidence = charge.currencyIsAssumed ? QString(kCurrencyUnknown)
                                                     : confidenceOf(counts, *atMiss, *atHit);
    settlement.priceRow = atMiss->quote.priceRow;
    settlement.priceHit = atMiss->quote.prices.cacheHit;
    settlement.priceMiss = atMiss->quote.prices.cacheMiss;
    settlement.priceOutput = atMiss->quote.prices.output;
    return settlement;
}

} // namespace pennyworth
