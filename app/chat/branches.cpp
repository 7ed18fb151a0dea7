// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/branches.h"

#include <algorithm>

namespace pennyworth {

void Branches::insert(const Message &message)
{
    for (QList<Message> &hidden : m_hidden) {
        const auto known = std::ranges::find(hidden, message.id, &Message::id);
        if (known != hidden.end()) {
            *known = message;
            return;
        }
        if (std::ranges::find(std::as_const(hidden), message.parent, &Message::id)
            != hidden.cend()) {
            hidden.append(message);
            return;
        }
    }
    m_tree.insert(message);
}

void Branches::setMessages(const QList<Message> &messages)
{
    m_tree = {};
    for (const Message &message : messages)
        m_tree.insert(message);
    const QList<MessageId> roots = hidden();
    m_hidden.clear();
    for (const MessageId root : roots)
        hide(root);
}

void Branches::noteShown(MessageId leaf)
{
    const QList<MessageId> branch = m_tree.branchTo(leaf);
    for (const MessageId id : branch)
        m_shownChild.insert(m_tree.at(id).parent, id);
}

MessageId Branches::leafThrough(MessageId id) const
{
    while (true) {
        const QList<MessageId> children = m_tree.childrenOf(id);
        const MessageId shown = m_shownChild.value(id);
        const MessageId next = children.contains(shown) ? shown
            : children.isEmpty()                        ? MessageId()
                                                        : children.constLast();
        if (next <= id) // a parent is older than its children, unless the store is damaged
            return id;
        id = next;
    }
}

MessageId Branches::leafBeside(MessageId id) const
{
    const QList<MessageId> siblings = m_tree.siblingsOf(id);
    const qsizetype at = siblings.indexOf(id);
    if (siblings.size() < 2 || at < 0)
        return m_tree.contains(id) ? m_tree.at(id).parent : MessageId();
    return leafThrough(siblings.at(at > 0 ? at - 1 : at + 1));
}

void Branches::hide(MessageId root)
{
    const QList<Message> taken = m_tree.takeSubtree(root);
    if (!taken.isEmpty())
        m_hidden.insert(root, taken);
}

bool Branches::restore(MessageId root)
{
    const QList<Message> messages = m_hidden.take(root);
    for (const Message &message : messages)
        m_tree.insert(message);
    return !messages.isEmpty();
}

bool Branches::forget(MessageId root)
{
    return m_hidden.remove(root);
}

} // namespace pennyworth
