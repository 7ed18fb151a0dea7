// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/unbilledtotals.h"

#include "chat/chatsession.h"
#include "domain/replysum.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

void addSettlement(ConversationTotals *totals, const Settlement &settlement)
{
    const qint64 hit = settlement.usage.cacheHit.value_or(0);
    totals->hitTokens += hit;
    totals->missTokens += settlement.usage.cacheMiss.value_or(0);
    totals->outputTokens += settlement.usage.completion.value_or(0);
    if (!settlement.amount)
        return;
    addTo(&totals->cost, *settlement.amount);
    totals->estimated += settlement.source == CostSource::Estimated ? 1 : 0;
    if (!settlement.priceHit || !settlement.priceMiss)
        return;
    const UnitPrice less{settlement.priceMiss->micros - settlement.priceHit->micros};
    if (const Result<qint64> saved = picosFor(hit, less))
        addTo(&totals->savedByCache, {*saved, settlement.amount->currency});
}

} // namespace

ConversationTotals unbilledTotals(const ChatSession &session)
{
    ConversationTotals totals;
    QList<MessageId> open = session.messages().childrenOf({});
    while (!open.isEmpty()) {
        const MessageId id = open.takeLast();
        open += session.messages().childrenOf(id);
        for (const LedgerEntry &entry : session.entriesOf(id)) {
            if (entry.request.billable || !entry.settlement)
                continue;
            ++totals.requests;
            totals.demonstrationRequests += entry.request.provider == "demo"_L1 ? 1 : 0;
            addSettlement(&totals, *entry.settlement);
        }
    }
    return totals;
}

} // namespace pennyworth
