// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/cacheforecast.h"

#include "pricing/estimate.h"

#include <QSet>

#include <algorithm>

namespace pennyworth {

namespace {

/// What the service counted of a request, where it did and may still hold it.
std::optional<Usage> heldUsage(const LedgerEntry &entry, const CacheQuestion &question)
{
    const bool sameModel =
        entry.request.provider == question.provider && entry.request.model == question.model;
    if (!sameModel || !entry.settlement || !entry.settlement->usage.prompt)
        return {};
    if (question.prefixChanged && entry.request.sent < *question.prefixChanged)
        return {};
    const Timings &timings = entry.settlement->timings;
    if (question.now - timings.end.value_or(timings.sent) > kDeepSeekCache.lifetime)
        return {};
    return entry.settlement->usage;
}

} // namespace

qint64 expectedCacheHit(const MessageTree &messages,
    const QHash<MessageId, QList<LedgerEntry>> &entries, const CacheQuestion &question)
{
    const QList<MessageId> branch = messages.branchTo(question.parent);
    const QSet<MessageId> shared(branch.cbegin(), branch.cend());
    qint64 longest = 0;
    for (auto reply = entries.cbegin(); reply != entries.cend(); ++reply) {
        if (!messages.contains(reply.key()))
            continue;
        const bool isShared = shared.contains(reply.key());
        if (!isShared && !shared.contains(messages.at(reply.key()).parent))
            continue;
        for (const LedgerEntry &entry : *reply) {
            const std::optional<Usage> usage = heldUsage(entry, question);
            if (!usage)
                continue;
            const qint64 answer = usage->completion.value_or(0) - usage->reasoning.value_or(0);
            const qint64 held = *usage->prompt + (isShared ? std::max<qint64>(answer, 0) : 0);
            longest = std::max(longest, held);
        }
    }
    return longest;
}

} // namespace pennyworth
