// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/outgoingturn.h"

#include "api/exchangerecord.h"
#include "api/requestbuilder.h"
#include "chat/titlefromprompt.h"
#include "domain/whendone.h"

namespace pennyworth {

OutgoingTurn::OutgoingTurn(const Services &services, TurnPlan plan, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_plan(std::move(plan))
{
}

void OutgoingTurn::begin()
{
    const Result<Provider> provider = m_services.providers.find(m_plan.settings.provider);
    m_provider = provider.valueOr({});
    const QFuture<Result<QString>> key =
        provider ? m_services.keys.key(m_provider) : readyFuture(Result<QString>(provider.error()));
    whenDone(key, this, [this](const Result<QString> &found) {
        if (found)
            lookUpLimitField(*found);
        else
            emit refused(found.error());
    });
}

void OutgoingTurn::cancel()
{
    m_cancelled = true;
}

void OutgoingTurn::lookUpLimitField(const QString &key)
{
    if (!m_plan.settings.maxTokens) {
        buildRequest(key);
        return;
    }
    const auto known = m_services.store.limitField(m_provider.address(), m_plan.settings.model);
    whenDone(known, this, [this, key](const Result<std::optional<MaxTokensField>> &found) {
        m_provider.maxTokensField = found.valueOr({}).value_or(m_provider.maxTokensField);
        buildRequest(key);
    });
}

void OutgoingTurn::buildRequest(const QString &key)
{
    ChatRequest request{.settings = m_plan.settings,
        .branch = m_plan.branch,
        .continuesLast = m_plan.continues.isValid(),
        .forcedPrefix = m_plan.forcedPrefix};
    if (m_plan.prompt)
        request.branch.append({.role = Role::User, .text = *m_plan.prompt});
    const Result<WireRequest> wire = chatRequest(m_provider, request, key);
    if (!wire) {
        emit refused(wire.error());
        return;
    }
    m_request = *wire;
    lookUpCurrency(key);
}

void OutgoingTurn::lookUpCurrency(const QString &key)
{
    const Result<WireRequest> balance = balanceRequest(m_provider, key);
    if (!balance || !m_provider.billable) {
        lookUpRate();
        return;
    }
    const AccountQuestion question{
        .provider = m_provider.id, .keyMark = keyMark(key), .balance = *balance};
    const auto known = m_services.store.currency(question.provider, question.keyMark);
    whenDone(known, this, [this, question](const Result<std::optional<Currency>> &found) {
        m_currency = found.valueOr({});
        if (!m_currency)
            m_question = question;
        lookUpRate();
    });
}

void OutgoingTurn::lookUpRate()
{
    const auto rate =
        m_services.store.learnedOutputRate(m_plan.settings.provider, m_plan.settings.model);
    whenDone(rate, this, [this](const Result<TokenRate> &learned) {
        m_outputRate = learned.valueOr({}); // only estimates hang on it
        commit();
    });
}

LedgerRequest OutgoingTurn::ledgerRequest() const
{
    const Instant now = m_services.clock.now();
    return {.conversation = m_plan.conversation.id,
        .message = m_plan.keep == Keep::Conversation ? m_plan.continues : MessageId(),
        .provider = m_provider.id,
        .model = m_plan.settings.model,
        .priceBook = m_provider.priceBookProvider,
        .currency = m_currency,
        .billable = m_provider.billable,
        .sent = now,
        .utcOffsetMinutes = m_services.clock.utcOffsetMinutes(now),
        .requestBytes = m_request.body.size()};
}

void OutgoingTurn::commit()
{
    if (m_cancelled) {
        emit refused({.kind = ErrorKind::Cancelled});
        return;
    }
    const LedgerRequest request = ledgerRequest();
    if (m_plan.keep == Keep::LedgerOnly) {
        commitToLedger(request);
        return;
    }
    const Conversation &conversation = m_plan.conversation;
    const NewTurn turn{.conversation = conversation.id,
        .title = conversation.title.isEmpty() ? titleFromPrompt(m_plan.prompt.value_or(QString()))
                                              : conversation.title,
        .settings = conversation.settings,
        .parent = m_plan.parent,
        .prompt = m_plan.prompt,
        .summarises = m_plan.summarises,
        .keepsDraft = m_plan.keepsDraft,
        .continues = m_plan.continues,
        .request = request,
        .sent = sentRequest(m_request)};
    whenDone(m_services.store.beginTurn(turn), this,
        [this, request](const Result<CommittedTurn> &kept) { end(kept, request); });
}

/// As Store::beginTurn, with messages that are not kept.
void OutgoingTurn::commitToLedger(const LedgerRequest &request)
{
    whenDone(m_services.store.addRequest(request), this,
        [this, request](const Result<RequestId> &added) {
            if (!added) {
                end(added.error(), request);
                return;
            }
            CommittedTurn turn = unkeptTurn(request);
            turn.request = *added;
            end(turn, request);
        });
}

CommittedTurn OutgoingTurn::unkeptTurn(const LedgerRequest &request) const
{
    CommittedTurn turn;
    if (m_plan.continues.isValid()) {
        turn.reply = m_plan.branch.constLast();
        return turn;
    }
    turn.reply = {.id = m_plan.nextId, .parent = m_plan.parent, .role = Role::Assistant};
    turn.reply.provider = request.provider;
    turn.reply.model = request.model;
    turn.reply.created = request.sent;
    if (m_plan.prompt) {
        turn.prompt = {.id = m_plan.nextId, .parent = m_plan.parent, .text = *m_plan.prompt};
        turn.prompt->created = request.sent;
        turn.prompt->summarises = m_plan.summarises;
        turn.reply.id.value += 1;
        turn.reply.parent = turn.prompt->id;
    }
    return turn;
}

void OutgoingTurn::end(const Result<CommittedTurn> &turn, LedgerRequest request)
{
    if (!turn) {
        emit refused(turn.error());
        return;
    }
    CommittedTurn kept = *turn;
    kept.reply.status = MessageStatus::Streaming;
    kept.reply.error.reset();
    request.conversation = kept.conversation;
    Reply::Start start{.provider = m_provider, .settings = m_plan.settings, .request = m_request};
    start.message = kept.reply;
    start.requestId = kept.request;
    start.outputRate = m_outputRate;
    start.currency = m_currency;
    start.accountQuestion = m_question;
    start.expectedHit = m_plan.expectedHit;
    start.prefix = m_plan.forcedPrefix;
    if (m_plan.keep == Keep::Conversation)
        request.message = kept.reply.id;
    else
        start.message.id = {};
    start.ledgerRequest = request;
    emit committed(kept, start);
}

} // namespace pennyworth

#include "moc_outgoingturn.cpp"
