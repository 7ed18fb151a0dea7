// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replysum.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

using Tokens = std::optional<qint64>;

constexpr auto kShortestSpan = 50ms; // a speed over less says nothing

/// The counts of one request, as reported or as estimated.
struct Counts {
    Tokens prompt;
    Tokens cached;
    Tokens output;
    bool isEstimated = false;
};

Counts countsOf(const Settlement &settlement)
{
    const Usage &usage = settlement.usage;
    const Usage &estimate = settlement.estimate;
    Counts counts{.prompt = usage.prompt,
        .cached = usage.cacheHit ? usage.cacheHit : estimate.cacheHit,
        .output = usage.completion ? usage.completion : estimate.completion,
        .isEstimated = !estimate.isEmpty()};
    if (!counts.prompt && usage.cacheHit && usage.cacheMiss)
        counts.prompt = *usage.cacheHit + *usage.cacheMiss;
    if (!counts.prompt)
        counts.prompt = estimate.prompt;
    return counts;
}

/// It brought nothing and cost nothing: refused, or it never left.
bool isForNothing(const Settlement &settlement)
{
    const bool costNothing = !settlement.amount || settlement.amount->picos == 0;
    return !settlement.errorKind.isEmpty() && costNothing && settlement.outputBytes == 0
        && settlement.usage.isEmpty() && settlement.estimate.isEmpty();
}

/// Sums up what is known of all; one that is not known makes the sum unknown.
class TokenSum final {
public:
    void add(const Tokens &tokens)
    {
        qint64 sum = 0;
        m_isKnown = m_isKnown && tokens && !__builtin_add_overflow(m_sum, *tokens, &sum);
        m_sum = sum;
        m_isEmpty = false;
    }
    [[nodiscard]] Tokens sum() const
    {
        return m_isKnown && !m_isEmpty ? Tokens(m_sum) : std::nullopt;
    }

private:
    qint64 m_sum = 0;
    bool m_isKnown = true;
    bool m_isEmpty = true;
};

std::optional<Instant> firstTokenOf(const Timings &timings)
{
    return timings.firstReasoning ? timings.firstReasoning : timings.firstText;
}

CostSource weaker(CostSource a, CostSource b)
{
    using enum CostSource;
    for (const CostSource source : {Unknown, Estimated, Provider}) {
        if (a == source || b == source)
            return source;
    }
    return Computed;
}

UnknownCost unknownOf(const Settlement &settlement)
{
    const bool isPriced =
        settlement.source != CostSource::Unknown || settlement.confidence == kNotPlausible;
    return isPriced ? UnknownCost::NoUsage : UnknownCost::NoPrice;
}

class Summing final {
public:
    void add(const LedgerEntry &entry)
    {
        if (!entry.settlement)
            return;
        const Settlement &settlement = *entry.settlement;
        m_sum.isSettled = true;
        addCost(entry.request, settlement);
        if (isForNothing(settlement))
            return;
        const Counts counts = countsOf(settlement);
        m_prompt.add(counts.prompt);
        m_output.add(counts.output);
        m_cached += counts.cached.value_or(0);
        m_isCachedKnown |= counts.cached.has_value();
        m_sum.areTokensEstimated |= counts.isEstimated;
        addTimes(settlement.timings, counts.output);
    }

    [[nodiscard]] ReplySum sum() const
    {
        ReplySum sum = m_sum;
        sum.promptTokens = m_prompt.sum();
        sum.outputTokens = m_output.sum();
        if (m_isCachedKnown)
            sum.cachedTokens = m_cached;
        if (m_span >= kShortestSpan)
            sum.speed =
                static_cast<double>(m_timedTokens) / std::chrono::duration<double>(m_span).count();
        if (sum.unknown != UnknownCost::None) {
            sum.cost.clear();
            sum.source = CostSource::Unknown;
        }
        return sum;
    }

private:
    void addCost(const LedgerRequest &request, const Settlement &settlement)
    {
        m_sum.billable = request.billable;
        if (!settlement.amount) {
            if (request.billable)
                m_sum.unknown = unknownOf(settlement);
            return;
        }
        m_sum.isCurrencyAssumed |= settlement.confidence == kCurrencyUnknown;
        m_sum.source =
            m_sum.cost.isEmpty() ? settlement.source : weaker(m_sum.source, settlement.source);
        addTo(&m_sum.cost, *settlement.amount);
    }

    void addTimes(const Timings &timings, const Tokens &output)
    {
        const std::optional<Instant> first = firstTokenOf(timings);
        if (!first)
            return;
        if (!m_sum.firstToken)
            m_sum.firstToken = *first - timings.sent;
        if (!timings.end || !output)
            return;
        m_span += *timings.end - *first;
        m_timedTokens += *output;
    }

    ReplySum m_sum;
    TokenSum m_prompt;
    TokenSum m_output;
    qint64 m_cached = 0;
    bool m_isCachedKnown = false;
    qint64 m_timedTokens = 0;
    std::chrono::milliseconds m_span{0};
};

} // namespace

ReplySum replySum(const QList<LedgerEntry> &entries)
{
    Summing summing;
    for (const LedgerEntry &entry : entries)
        summing.add(entry);
    return summing.sum();
}

void addTo(QList<Money> *sums, const Money &amount)
{
    const auto same = std::ranges::find(*sums, amount.currency, &Money::currency);
    if (same == sums->end())
        sums->append(amount);
    else if (const Result<Money> sum = add(*same, amount))
        *same = *sum;
}

} // namespace pennyworth
