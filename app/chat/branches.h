// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/messagetree.h"

#include <QHash>
#include <QList>

namespace pennyworth {

/// The tree of one conversation as it is walked: remembers at each fork which way was shown last,
/// and holds back what was deleted as long as that can be undone. A value.
class Branches final {
public:
    [[nodiscard]] const MessageTree &messages() const { return m_tree; }
    [[nodiscard]] Message &at(MessageId id) { return m_tree.at(id); }
    void insert(const Message &message); ///< what follows something hidden is hidden, too
    void setMessages(const QList<Message> &messages); ///< all of them; what is hidden stays so

    /// Notes that the branch to `leaf` is shown.
    void noteShown(MessageId leaf);
    /// The end of the branch through `id` as it was shown last; the newest where it never was.
    [[nodiscard]] MessageId leafThrough(MessageId id) const;
    /// Where to go when `id` and what follows it is gone: into the sibling next to it, otherwise to
    /// its parent.
    [[nodiscard]] MessageId leafBeside(MessageId id) const;

    void hide(MessageId root); ///< with all that follows it
    bool restore(MessageId root); ///< false where it is not hidden
    bool forget(MessageId root); ///< it is gone for good; false where it is not hidden
    [[nodiscard]] QList<MessageId> hidden() const { return m_hidden.keys(); }

private:
    MessageTree m_tree;
    QHash<MessageId, MessageId> m_shownChild; // by parent
    QHash<MessageId, QList<Message>> m_hidden; // by root, parents before their children
};

} // namespace pennyworth
