// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/reply.h"
#include "pricing/cost.h"

#include <algorithm>

namespace pennyworth {

// What a Reply says of itself while it streams, all of it estimates (≈).

qint64 Reply::outputTokensSoFar() const
{
    return m_settlement.usage.completion.value_or(m_meter.tokens());
}

std::optional<Money> Reply::costSoFar() const
{
    if (m_phase == ReplyPhase::Finished)
        return m_settlement.amount;
    const Usage &usage = m_settlement.usage;
    const qint64 prompt = usage.prompt.value_or(m_inputEstimate);
    const qint64 hit = std::min(usage.cacheHit.value_or(m_start.expectedHit), prompt);
    return costNow(hit, prompt - hit, outputTokensSoFar());
}

Reply::Reasoning Reply::reasoningSoFar() const
{
    if (!m_timings.firstReasoning)
        return {};
    const Instant until = m_timings.firstText.value_or(m_services.clock.now());
    const qint64 tokens = m_timings.firstText ? m_reasoningTokens : m_meter.tokens();
    return {
        .time = until - *m_timings.firstReasoning, .tokens = tokens, .cost = costNow(0, 0, tokens)};
}

std::optional<Money> Reply::costNow(qint64 hitTokens, qint64 missTokens, qint64 outputTokens) const
{
    if (m_inquiry && !m_start.currency)
        return {};
    const Instant now = m_services.clock.now();
    const Result<Cost> cost = costOf(m_services.prices,
        {.provider = m_start.provider.priceBookProvider,
            .model = m_start.settings.model,
            .sent = now,
            .completed = now,
            .hitTokens = hitTokens,
            .missTokens = missTokens,
            .outputTokens = outputTokens,
            .currency = currency()});
    if (!cost)
        return {};
    return cost->amount;
}

} // namespace pennyworth
