// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatsession.h"
#include "domain/whendone.h"

#include <utility>

namespace pennyworth {

// Moving between the branches of a ChatSession and changing them. Sending stands in
// chatsessionsending.cpp, reading and keeping in chatsession.cpp.

void ChatSession::edit(MessageId prompt, const QString &text)
{
    submit({.text = text, .edits = prompt});
}

void ChatSession::regenerate()
{
    if (const Message *last = lastMessage())
        regenerateAt(last->id);
}

void ChatSession::regenerateAt(MessageId message)
{
    if (!isIdle() || !messages().contains(message))
        return;
    const Message &regenerated = messages().at(message);
    const MessageId prompt = regenerated.role == Role::User ? regenerated.id : regenerated.parent;
    start(planFrom(prompt, summarisedBy(prompt)));
}

void ChatSession::showMessage(MessageId message)
{
    if (messages().contains(message))
        setCurrentLeaf(m_branches.leafThrough(message));
}

void ChatSession::hideMessage(MessageId message)
{
    if (!isIdle() || !messages().contains(message))
        return;
    const bool isShown = branch().contains(message);
    const MessageId leaf = isShown ? m_branches.leafBeside(message) : m_conversation.currentLeaf;
    m_branches.noteShown(m_conversation.currentLeaf);
    m_branches.hide(message);
    setCurrentLeaf(leaf);
}

void ChatSession::restoreMessage(MessageId message)
{
    if (m_branches.restore(message))
        showMessage(message);
}

void ChatSession::removeMessage(MessageId message)
{
    if (!m_branches.forget(message) || !m_conversation.id.isValid())
        return;
    whenDone(m_services.store.removeMessage(m_conversation.id, message), this,
        [this](const Result<Done> &removed) {
            if (!removed)
                emit failed(removed.error());
        });
}

void ChatSession::setCurrentLeaf(MessageId leaf)
{
    if (leaf != m_conversation.currentLeaf) {
        m_branches.noteShown(std::exchange(m_conversation.currentLeaf, leaf));
        ++m_leafChanges;
        if (!m_leafUnderWay)
            writeCurrentLeaf();
    }
    emit branchChanged();
}

/// One write at a time: who leafs through many branches has the last one written.
void ChatSession::writeCurrentLeaf()
{
    if (!m_conversation.id.isValid())
        return;
    m_leafUnderWay = m_conversation.currentLeaf;
    whenDone(m_services.store.setCurrentLeaf(m_conversation.id, *m_leafUnderWay), this,
        [this](const Result<Done> &written) {
            const std::optional<MessageId> leaf = std::exchange(m_leafUnderWay, {});
            if (!written)
                emit failed(written.error());
            else if (leaf != m_conversation.currentLeaf && !isSending() && !m_reply)
                writeCurrentLeaf();
        });
}

} // namespace pennyworth
