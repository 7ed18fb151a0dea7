// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/messagetree.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

void MessageTree::insert(const Message &message)
{
    const MessageId id = message.id;
    const MessageId parent = message.parent;
    const auto known = m_messages.constFind(id);
    const bool stays = known != m_messages.cend() && known->parent == parent;
    if (known != m_messages.cend() && !stays)
        m_children[known->parent].removeOne(id);
    if (!stays) {
        QList<MessageId> &children = m_children[parent];
        children.insert(std::ranges::lower_bound(std::as_const(children), id), id);
    }
    m_messages.insert(id, message);
}

QList<Message> MessageTree::takeSubtree(MessageId root)
{
    QList<Message> taken;
    QList<MessageId> waiting{root};
    while (!waiting.isEmpty()) {
        const MessageId id = waiting.takeFirst();
        if (!contains(id))
            continue;
        waiting += m_children.take(id);
        taken += m_messages.take(id);
    }
    if (!taken.isEmpty())
        m_children[taken.constFirst().parent].removeOne(root);
    return taken;
}

const Message &MessageTree::at(MessageId id) const
{
    const auto found = m_messages.constFind(id);
    Q_ASSERT(found != m_messages.cend());
    return *found;
}

Message &MessageTree::at(MessageId id)
{
    const auto found = m_messages.find(id);
    Q_ASSERT(found != m_messages.end());
    return *found;
}

QList<MessageId> MessageTree::branchTo(MessageId leaf) const
{
    QList<MessageId> branch;
    // Bounded, since a damaged store may hold a circle.
    for (auto at = m_messages.constFind(leaf);
         at != m_messages.cend() && branch.size() < m_messages.size();
         at = m_messages.constFind(at->parent))
        branch.append(at->id);
    std::ranges::reverse(branch);
    return branch;
}

QList<MessageId> MessageTree::branchBetween(MessageId first, MessageId leaf) const
{
    const QList<MessageId> branch = branchTo(leaf);
    const qsizetype start = first.isValid() ? branch.indexOf(first) : -1;
    return start > 0 ? branch.sliced(start) : branch;
}

QList<MessageId> MessageTree::childrenOf(MessageId parent) const
{
    return m_children.value(parent);
}

QList<MessageId> MessageTree::siblingsOf(MessageId id) const
{
    return contains(id) ? childrenOf(at(id).parent) : QList<MessageId>();
}

MessageId MessageTree::newestLeafFrom(MessageId id) const
{
    for (qsizetype step = 0; step < m_messages.size(); ++step) {
        const QList<MessageId> children = childrenOf(id);
        if (children.isEmpty())
            break;
        id = children.last();
    }
    return id;
}

} // namespace pennyworth
