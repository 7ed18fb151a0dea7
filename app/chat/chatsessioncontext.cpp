// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatsession.h"
#include "domain/whendone.h"

namespace pennyworth {

// What of a ChatSession's branch is sent: where it begins, and summaries that stand for a part of
// it; sending itself stands in chatsessionsending.cpp.

MessageId ChatSession::contextStart() const
{
    const MessageId first = m_conversation.contextStart;
    return first.isValid() && branch().contains(first) ? first : MessageId();
}

void ChatSession::setContextStart(MessageId first)
{
    if (first == m_conversation.contextStart)
        return;
    m_conversation.contextStart = first;
    m_prefixChanged = m_services.clock.now();
    if (m_conversation.id.isValid()) {
        whenDone(m_services.store.setContextStart(m_conversation.id, first), this,
            [this, first](const Result<Done> &written) {
                if (!written)
                    emit failed(written.error());
                else if (first != m_conversation.contextStart) // an older reading came in between
                    reload();
            });
    }
    emit contextChanged();
}

bool ChatSession::canSummarise() const
{
    const QList<MessageId> sent =
        messages().branchBetween(m_conversation.contextStart, m_conversation.currentLeaf);
    if (!isIdle() || sent.size() < 2)
        return false;
    const bool beginsWithSummary = messages().at(sent.constFirst()).summarises.isValid();
    return !beginsWithSummary || sent.size() > 2;
}

void ChatSession::summarise(const QString &prompt)
{
    if (!canSummarise())
        return;
    const MessageId first = contextStart();
    submit({.text = prompt,
        .forcedPrefix = {},
        .edits = {},
        .summarises = first.isValid() ? first : branch().constFirst()});
}

MessageId ChatSession::summarisedBy(MessageId prompt) const
{
    return messages().contains(prompt) ? messages().at(prompt).summarises : MessageId();
}

/// Half a summary stands for nothing.
void ChatSession::takeSummary(const Message &reply)
{
    const MessageId prompt = reply.parent;
    const bool isWhole = reply.status == MessageStatus::Complete
        && reply.finishReason != FinishReason::Length && !reply.text.isEmpty();
    if (!isWhole || !summarisedBy(prompt).isValid())
        return;
    setContextStart(prompt);
    emit summarised(prompt);
}

void ChatSession::dropSummary(MessageId prompt)
{
    if (m_conversation.contextStart != prompt)
        return;
    const MessageId first = summarisedBy(prompt);
    const bool isWholeBranch = !branch().isEmpty() && branch().constFirst() == first;
    setContextStart(isWholeBranch ? MessageId() : first);
}

} // namespace pennyworth
