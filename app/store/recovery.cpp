// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recovery.h"

#include "domain/errortext.h"
#include "pricing/cost.h"
#include "pricing/tokens.h"
#include "store/accounttable.h"
#include "store/conversationtable.h"
#include "store/ledgertable.h"
#include "store/messagetable.h"

#include <QSet>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorKind kRecoveredAs = ErrorKind::IncompleteReply;

// Where nothing was learned yet: 0.3 token a byte, the service's own rule for English
// (pricing/tokens.h).
qint64 promptTokens(qint64 bytes, const TokenRate &rate)
{
    constexpr qint64 kEnoughTokens = 2000;
    if (rate.tokens < kEnoughTokens || rate.bytes <= 0)
        return bytes * 3 / 10;
    qint64 product = 0;
    return __builtin_mul_overflow(bytes, rate.tokens, &product) ? 0 : product / rate.bytes;
}

} // namespace

Recovery::Recovery(Transaction &transaction, const PriceBook *prices, Instant now)
    : m_transaction(transaction)
    , m_prices(prices)
    , m_now(now)
{
}

void Recovery::fold(qint64 process)
{
    // The requests first: they are estimated from the journal, which goes with the replies.
    QSet<MessageId> billed;
    const QList<LedgerRequest> open = LedgerTable(m_transaction).openOf(process);
    for (const LedgerRequest &request : open) {
        settle(request);
        if (request.billable)
            billed.insert(request.message);
    }
    const QList<Message> streaming = MessageTable(m_transaction).streamingOf(process);
    for (const Message &reply : streaming) {
        const Charged charged = billed.contains(reply.id) ? Charged::Maybe : Charged::No;
        interrupt(reply, charged);
    }
}

void Recovery::interrupt(const Message &reply, Charged charged)
{
    const JournaledText journaled = Journal(m_transaction).read(reply.id);
    Message interrupted = reply;
    interrupted.status = MessageStatus::Interrupted;
    interrupted.error = Error{.kind = kRecoveredAs,
        .detail = u"Pennyworth ended while this reply was arriving."_s,
        .charged = charged};
    MessageTable(m_transaction).update(interrupted);
    Journal(m_transaction).clear(reply.id);
    if (journaled.last)
        ConversationTable(m_transaction).touch(reply.conversation, *journaled.last);
}

void Recovery::settle(const LedgerRequest &request)
{
    const JournaledText journaled = Journal(m_transaction).read(request.message);
    Settlement settlement;
    settlement.request = request.id;
    settlement.settled = m_now;
    settlement.timings.sent = request.sent;
    settlement.timings.end = journaled.last;
    settlement.outputBytes = journaled.text.toUtf8().size() + journaled.reasoning.toUtf8().size();
    settlement.source = CostSource::Estimated;
    settlement.confidence = u"recovered"_s;
    settlement.errorKind = errorKindName(kRecoveredAs);
    if (request.billable && request.message.isValid())
        estimate(request, journaled, settlement);
    LedgerTable(m_transaction).insert(settlement);
}

/// Of the account: as it was known before sending, or learned since.
Currency Recovery::currencyOf(const LedgerRequest &request)
{
    return request.currency.value_or(
        AccountTable(m_transaction).latest().value(request.provider, kUsd));
}

void Recovery::estimate(
    const LedgerRequest &request, const JournaledText &journaled, Settlement &settlement)
{
    if (m_prices == nullptr)
        return;
    LedgerTable ledger(m_transaction);
    const qint64 prompt =
        promptTokens(request.requestBytes, ledger.promptRate(request.provider, request.model));
    const TokenRate outputRate = ledger.outputRate(request.provider, request.model);
    const QString output = journaled.reasoning + journaled.text;
    CostQuery query;
    query.provider = request.priceBook;
    query.model = request.model;
    query.sent = request.sent;
    query.completed = std::max(request.sent, journaled.last.value_or(request.sent));
    query.missTokens = prompt;
    query.outputTokens = output.isEmpty() ? 0 : estimateTokens(output, outputRate);
    settlement.estimate = {.prompt = prompt,
        .cacheHit = 0,
        .cacheMiss = prompt,
        .completion = query.outputTokens,
        .reasoning = {}};
    query.currency = currencyOf(request);
    const Result<Cost> notCached = costOf(*m_prices, query);
    query.missTokens = 0;
    query.hitTokens = prompt;
    const Result<Cost> cached = costOf(*m_prices, query);
    if (!notCached || !cached)
        return;
    const UnitPrices &prices = notCached->quote.prices;
    settlement.amount = notCached->amount;
    // Without a word of an answer it may be that nothing was charged.
    settlement.low = journaled.last ? cached->low : Money{0, query.currency};
    settlement.high = notCached->high;
    settlement.priceRow = notCached->quote.priceRow;
    settlement.priceHit = prices.cacheHit;
    settlement.priceMiss = prices.cacheMiss;
    settlement.priceOutput = prices.output;
}

} // namespace pennyworth
