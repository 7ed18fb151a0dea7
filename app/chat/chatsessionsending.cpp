// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/cacheforecast.h"
#include "chat/chatsession.h"
#include "chat/draft.h"
#include "chat/titlefromprompt.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

// How a ChatSession sends: from the prompt to the end of its reply. Reading and keeping stand in
// chatsession.cpp.

using namespace Qt::StringLiterals;

namespace {

Error busyError()
{
    return {.kind = ErrorKind::InvalidRequest,
        .detail = u"a reply is under way in this conversation"_s};
}

} // namespace

void ChatSession::send(const QString &prompt, const QString &forcedPrefix)
{
    submit({.text = prompt, .forcedPrefix = forcedPrefix});
}

void ChatSession::submit(const Prompt &prompt)
{
    if (isSending() || m_reply) {
        tellRefused(busyError(), prompt.text);
        return;
    }
    m_waiting = prompt;
    m_waiting->wasDraft = promptOf(draftFrom(m_conversation.draft)) == prompt.text;
    m_draftSent = m_conversation.draft;
    if (m_complete)
        sendWaiting();
}

void ChatSession::sendWaiting()
{
    const Prompt prompt = *std::exchange(m_waiting, {});
    const bool isEdit = messages().contains(prompt.edits);
    const MessageId summarises =
        isEdit ? messages().at(prompt.edits).summarises : prompt.summarises;
    TurnPlan plan = planFrom(
        isEdit ? messages().at(prompt.edits).parent : m_conversation.currentLeaf, summarises);
    plan.prompt = prompt.text;
    plan.forcedPrefix = prompt.forcedPrefix;
    plan.keepsDraft = isEdit || summarises.isValid() || !prompt.wasDraft;
    start(plan);
}

void ChatSession::continueReply()
{
    if (!canContinue())
        return;
    const Message *last = lastMessage();
    TurnPlan plan = planFrom(last->id, summarisedBy(last->parent));
    plan.settings.provider = last->provider; // only the one who began it can go on
    plan.settings.model = last->model;
    plan.continues = last->id;
    start(plan);
}

void ChatSession::stop()
{
    if (m_waiting)
        tellRefused({.kind = ErrorKind::Cancelled}, std::exchange(m_waiting, {})->text);
    if (m_turn)
        m_turn->cancel();
    if (m_reply)
        m_reply->stop();
}

/// `summarises`: valid where a summary is asked for, of all from there on.
TurnPlan ChatSession::planFrom(MessageId parent, MessageId summarises) const
{
    TurnPlan plan{
        .conversation = m_conversation, .keep = m_keep, .settings = m_conversation.settings};
    plan.parent = parent;
    MessageId first = m_conversation.contextStart;
    if (summarises.isValid()) {
        first = plan.summarises = summarises;
        plan.settings.jsonMode = false;
        plan.settings.maxTokens.reset(); // half a summary stands for nothing
    }
    const QList<MessageId> ids = messages().branchBetween(first, parent);
    plan.branch.reserve(ids.size());
    for (const MessageId id : ids)
        plan.branch.append(messages().at(id));
    return plan;
}

void ChatSession::start(const TurnPlan &plan)
{
    keepAgain();
    TurnPlan full = plan;
    full.expectedHit = expectedCacheHit(messages(), m_entries,
        {.provider = plan.settings.provider,
            .model = plan.settings.model,
            .parent = plan.parent,
            .now = m_services.clock.now(),
            .prefixChanged = m_prefixChanged});
    full.nextId = m_nextId;
    m_turn = std::make_unique<OutgoingTurn>(m_services, full);
    connect(m_turn.get(), &OutgoingTurn::committed, this, &ChatSession::takeTurn);
    connect(m_turn.get(), &OutgoingTurn::refused, this, &ChatSession::refuse);
    m_turn->begin();
}

void ChatSession::takeTurn(const CommittedTurn &turn, const Reply::Start &start)
{
    const bool isNew = !m_conversation.id.isValid() && turn.conversation.isValid();
    m_conversation.id = turn.conversation;
    m_branches.noteShown(std::exchange(m_conversation.currentLeaf, turn.reply.id));
    ++m_leafChanges;
    if (turn.prompt) {
        m_branches.insert(*turn.prompt);
        if (!m_turn->plan().keepsDraft)
            takeSentDraft();
    }
    m_branches.insert(turn.reply);
    m_nextId.value = std::max(m_nextId.value, turn.reply.id.value + 1);
    if (isNew) {
        emit created(m_conversation.id);
        if (m_conversation.title.isEmpty()) {
            m_conversation.title = titleFromPrompt(turn.prompt ? turn.prompt->text : QString());
            emit titleChanged(m_conversation.title);
        }
    }
    startReply(turn.reply.id, start);
}

/// The store took the draft for the prompt. What was written since it was sent is written again.
void ChatSession::takeSentDraft()
{
    if (m_conversation.draft == m_draftSent)
        m_conversation.draft.clear();
    else if (!m_draftUnderWay)
        writeDraft();
}

void ChatSession::refuse(const Error &error)
{
    // A summary is asked for by a button, which is still there.
    const bool wasWritten = !m_turn->plan().summarises.isValid();
    const QString prompt = wasWritten ? m_turn->plan().prompt.value_or(QString()) : QString();
    m_turn.release()->deleteLater(); // it is the sender
    emit refused(error, prompt);
    if (m_readAgain)
        reload();
}

/// From the event loop, so that the caller has returned.
void ChatSession::tellRefused(const Error &error, const QString &prompt)
{
    QMetaObject::invokeMethod(
        this, [this, prompt, error] { emit refused(error, prompt); }, Qt::QueuedConnection);
}

void ChatSession::startReply(MessageId id, const Reply::Start &start)
{
    m_reply = std::make_unique<Reply>(m_services, start);
    connect(m_reply.get(), &Reply::appended, this,
        [this, id](const QString &text, const QString &reasoning) {
            Message &message = m_branches.at(id);
            message.text += text;
            message.reasoning += reasoning;
            emit messageAppended(id, text, reasoning);
        });
    connect(m_reply.get(), &Reply::notKept, this, &ChatSession::failed);
    connect(m_reply.get(), &Reply::finished, this, [this, id] { endReply(id); });
    const bool isCancelled = m_turn->isCancelled(); // too late to refuse it
    m_turn.release()->deleteLater(); // it is the sender
    emit branchChanged();
    emit replyStarted();
    m_reply->begin();
    if (isCancelled)
        m_reply->stop();
}

void ChatSession::endReply(MessageId id)
{
    Reply *reply = m_reply.release();
    reply->deleteLater(); // it is the sender
    Message message = reply->message();
    message.id = id;
    m_branches.insert(message);
    mergeEntries(reply->entries(), id);
    if (!reply->isKept() && m_keep == Keep::Conversation) {
        m_unkept.append(
            {.message = message, .settlement = reply->settlement(), .received = reply->received()});
        m_keepTimer.start();
    }
    emit messageChanged(id);
    takeSummary(message);
    emit replyFinished(id);
    if (m_readAgain)
        reload();
}

} // namespace pennyworth
