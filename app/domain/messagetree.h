// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QHash>
#include <QList>

namespace pennyworth {

/// The messages of one conversation: a tree by `parent`, whose shown branch ends at the current
/// leaf. Siblings are what edit and regenerate make; they stand in the order of their ids. A value;
/// belongs to one thread at a time.
class MessageTree final {
public:
    void insert(const Message &message); ///< replaces the message of the same id
    /// Takes a message and all that follows it out, parents before their children.
    QList<Message> takeSubtree(MessageId root);
    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    [[nodiscard]] bool contains(MessageId id) const { return m_messages.contains(id); }
    [[nodiscard]] const Message &at(MessageId id) const; ///< only where contains(id)
    [[nodiscard]] Message &at(MessageId id);

    /// From the first message down to `leaf`. A parent that is missing ends the walk.
    [[nodiscard]] QList<MessageId> branchTo(MessageId leaf) const;
    /// branchTo(leaf) from `first` on; all of it where `first` is not valid or stands elsewhere.
    [[nodiscard]] QList<MessageId> branchBetween(MessageId first, MessageId leaf) const;
    [[nodiscard]] QList<MessageId> childrenOf(
        MessageId parent) const; ///< of the not valid id: the first messages
    [[nodiscard]] QList<MessageId> siblingsOf(MessageId id) const; ///< itself included
    /// The leaf reached from `id` by always taking the newest child.
    [[nodiscard]] MessageId newestLeafFrom(MessageId id) const;

private:
    QHash<MessageId, Message> m_messages;
    QHash<MessageId, QList<MessageId>> m_children; // by parent, ascending
};

} // namespace pennyworth
