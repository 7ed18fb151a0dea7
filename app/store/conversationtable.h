// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/transaction.h"

#include <optional>

namespace pennyworth {

/// The conversations inside one transaction. An id that does not exist fails the transaction with
/// NotFound where it is written to.
class ConversationTable final {
public:
    explicit ConversationTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    ConversationId insert(
        const QString &title, const GenerationSettings &settings, Instant created);
    std::optional<Conversation> find(ConversationId id);
    /// Latest first, without what lies in the Trash.
    QList<ConversationSummary> summaries();
    QList<ConversationSummary> trash(); ///< the latest trashed first
    std::optional<ConversationSummary> summary(ConversationId id); ///< also of the Trash
    QList<ConversationId> trashedBefore(Instant limit);

    void setTitle(ConversationId id, const QString &title);
    void setSettings(ConversationId id, const GenerationSettings &settings);
    void setDraft(ConversationId id, const QString &draft);
    /// Not valid: nothing is shown. NotFound where the leaf is not in it.
    void setCurrentLeaf(ConversationId id, MessageId leaf);
    void dropMissingLeaf(ConversationId id); ///< shows nothing where the leaf is gone
    void setContextStart(
        ConversationId id, MessageId first); ///< not valid: none; otherwise as setCurrentLeaf
    QString newDraft(); ///< of the conversation that does not exist yet
    void setNewDraft(const QString &draft);
    void setPinned(ConversationId id, bool pinned);
    bool setUnread(ConversationId id, bool unread); ///< whether that changed anything
    void setTrashed(ConversationId id, std::optional<Instant> since);
    void touch(ConversationId id, Instant at); ///< moves `updated` forward, never back
    void remove(ConversationId id); ///< with its messages and journal

private:
    void requireMessage(ConversationId id, MessageId message); ///< NotFound where it is not in it
    void update(ConversationId id, const QString &assignments, const QVariantList &values);
    /// Fills cost, unpriced, demonstration and local from the rollup. `which` narrows it to one
    /// conversation, `where` by its columns.
    QList<ConversationSummary> read(
        std::optional<ConversationId> which, const QString &where, const QString &order);

    Transaction &m_transaction;
};

[[nodiscard]] Error noSuchConversation(ConversationId id);

} // namespace pennyworth
