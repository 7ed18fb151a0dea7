// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/livetotals.h"

#include "domain/replysum.h"

namespace pennyworth {

ConversationTotals withReply(ConversationTotals totals, const Reply &reply)
{
    const QList<LedgerEntry> &entries = reply.entries();
    if (entries.isEmpty() || entries.constLast().settlement)
        return totals;
    const LedgerRequest &request = entries.constLast().request;
    ++totals.requests;
    totals.demonstrationRequests += request.provider == kDemonstrationProvider ? 1 : 0;
    if (const std::optional<Money> cost = reply.costSoFar()) {
        addTo(&totals.cost, *cost);
        ++totals.estimated;
    } else if (request.billable) {
        ++totals.unpriced;
    }
    return totals;
}

} // namespace pennyworth
