// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/sessionmessages.h"

#include "chat/chatsession.h"
#include "transcript/messagelistmodel.h"
#include "transcript/reasoningtext.h"

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr auto kReasoningInterval = 500ms;

// Putting ten thousand messages into words takes longer than a frame.
// What can be done about a problem depends on what came after it.
bool saysTheSame(const MessageRow &row, const Message &message)
{
    return !row.problem && row.status == message.status && row.text == message.text
        && row.reasoning == message.reasoning;
}

QString noteAbove(const Message &firstSent)
{
    return firstSent.summarises.isValid()
        ? SessionMessages::tr("The summary below is sent in place of the messages above")
        : SessionMessages::tr("Messages above are not sent");
}

} // namespace

SessionMessages::SessionMessages(MessageListModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_reasoningTimer.setInterval(kReasoningInterval);
    connect(&m_reasoningTimer, &QTimer::timeout, this, &SessionMessages::showReasoning);
}

void SessionMessages::setPriceable(std::function<bool(const QString &provider)> isPriceable)
{
    m_isPriceable = std::move(isPriceable);
}

void SessionMessages::setSession(ChatSession *session)
{
    if (m_session == session)
        return;
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_model.setRows({});
    if (session) {
        connect(session, &ChatSession::loaded, this, &SessionMessages::showBranch);
        connect(session, &ChatSession::completed, this, &SessionMessages::showAll);
        connect(session, &ChatSession::branchChanged, this, &SessionMessages::showBranch);
        connect(session, &ChatSession::contextChanged, this, &SessionMessages::showBranch);
        connect(session, &ChatSession::messageChanged, this, &SessionMessages::showMessage);
        connect(session, &ChatSession::messageAppended, this, &SessionMessages::appendTail);
        connect(session, &ChatSession::replyStarted, this, &SessionMessages::showBranch);
        connect(session, &ChatSession::replyFinished, this, &SessionMessages::showBranch);
        connect(session, &QObject::destroyed, this, &SessionMessages::showBranch);
    }
    showBranch();
}

MessageRow SessionMessages::rowOf(MessageId id) const
{
    const bool isLast = m_session->branch().constLast() == id;
    MessageActions actions = actionsOf(id);
    actions.canRegenerate = isLast && m_session->canRegenerate();
    actions.canContinue = isLast && m_session->canContinue();
    const Message &message = m_session->messages().at(id);
    MessageRow row = messageRow(message, m_session->entriesOf(id), actions);
    const Reply *reply = m_session->reply();
    if (reply && message.status == MessageStatus::Streaming)
        row.reasoningSummary = liveReasoningText(message, reply->reasoningSoFar());
    if (id == m_session->contextStart())
        row.note = noteAbove(message);
    return row;
}

MessageActions SessionMessages::actionsOf(MessageId id) const
{
    const QList<MessageId> siblings = m_session->messages().siblingsOf(id);
    const Message &message = m_session->messages().at(id);
    const bool isReply = message.role == Role::Assistant && message.parent.isValid();
    return {.canSetPrice = isReply && m_isPriceable && m_isPriceable(message.provider),
        .canStartFresh = isReply && m_session->messages().at(message.parent).parent.isValid(),
        .version = int(siblings.indexOf(id)) + 1,
        .versions = int(siblings.size())};
}

void SessionMessages::showAll()
{
    show(Known::BuildAgain);
}

void SessionMessages::showBranch()
{
    show(Known::Keep);
}

void SessionMessages::show(Known known)
{
    QList<MessageRow> rows;
    if (m_session) {
        const QList<MessageId> branch = m_session->branch();
        const MessageId first = m_session->contextStart();
        rows.reserve(branch.size());
        for (const MessageId id : branch) {
            const Message &message = m_session->messages().at(id);
            const int row = m_model.rowOf(id);
            const bool isKept =
                known == Known::Keep && row >= 0 && saysTheSame(m_model.row(row), message);
            const MessageActions actions = actionsOf(id);
            rows +=
                isKept ? m_model.row(row) : messageRow(message, m_session->entriesOf(id), actions);
            rows.last().actions = actions;
            rows.last().note = id == first ? noteAbove(message) : QString();
        }
        if (!branch.isEmpty())
            rows.last() = rowOf(branch.constLast());
    }
    m_model.setRows(rows);
}

void SessionMessages::showMessage(MessageId id)
{
    if (m_session && m_model.rowOf(id) >= 0)
        m_model.updateRow(rowOf(id));
}

/// The line about what is being thought, while its figures tick.
void SessionMessages::showReasoning()
{
    const Reply *reply = m_session ? m_session->reply() : nullptr;
    if (!reply || reply->phase() != ReplyPhase::Reasoning)
        m_reasoningTimer.stop();
    else if (!m_session->branch().isEmpty())
        showMessage(m_session->branch().constLast());
}

void SessionMessages::appendTail(MessageId id, const QString &text, const QString &reasoning)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const bool startsToAnswer = m_model.row(row).text.isEmpty() && !text.isEmpty();
    m_model.appendTail(id, text, reasoning);
    if (!reasoning.isEmpty() && !m_reasoningTimer.isActive())
        m_reasoningTimer.start();
    // What the line about its reasoning says changes when it begins to reason and when it begins to
    // answer.
    if (startsToAnswer)
        m_reasoningTimer.stop();
    if (startsToAnswer || (m_model.row(row).reasoningSummary.isEmpty() && !reasoning.isEmpty()))
        showMessage(id);
}

} // namespace pennyworth
