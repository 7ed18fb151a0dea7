// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ledgersum.h"

#include <algorithm>

namespace pennyworth {

namespace {

bool isFree(const Settlement &settlement)
{
    return settlement.amount && settlement.amount->picos == 0 && settlement.usage.isEmpty();
}

/// The sum of one class of tokens over those requests that took any.
std::optional<qint64> sumOf(
    const QList<Settlement> &settlements, std::optional<qint64> Usage::*tokens)
{
    std::optional<qint64> sum;
    for (const Settlement &settlement : settlements) {
        if (isFree(settlement))
            continue;
        const std::optional<qint64> part = settlement.usage.*tokens;
        if (!part)
            return {};
        sum = sum.value_or(0) + *part;
    }
    return sum;
}

std::optional<Money> sumOf(
    const QList<Settlement> &settlements, std::optional<Money> Settlement::*amount)
{
    std::optional<Money> sum;
    for (const Settlement &settlement : settlements) {
        const std::optional<Money> part = settlement.*amount;
        if (!part || (sum && sum->currency != part->currency))
            return {};
        const Result<Money> both = sum ? add(*sum, *part) : Result<Money>(*part);
        if (!both)
            return {};
        sum = *both;
    }
    return sum;
}

} // namespace

Settlement together(const QList<LedgerEntry> &entries)
{
    QList<Settlement> settlements;
    for (const LedgerEntry &entry : entries)
        settlements += entry.settlement.value_or(Settlement{});
    Settlement sum = settlements.constLast();
    if (settlements.size() == 1)
        return sum;
    for (const auto tokens : {&Usage::prompt, &Usage::cacheHit, &Usage::cacheMiss,
             &Usage::completion, &Usage::reasoning})
        sum.usage.*tokens = sumOf(settlements, tokens);
    sum.amount = sumOf(settlements, &Settlement::amount);
    sum.low = sumOf(settlements, &Settlement::low);
    sum.high = sumOf(settlements, &Settlement::high);
    const bool isEstimated = std::ranges::any_of(
        settlements, [](const Settlement &part) { return part.source == CostSource::Estimated; });
    if (!sum.amount)
        sum.source = CostSource::Unknown;
    else if (isEstimated)
        sum.source = CostSource::Estimated;
    return sum;
}

} // namespace pennyworth
