// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "store/transaction.h"

#include <optional>

namespace pennyworth {

/// The messages inside one transaction. A Streaming reply is read with what its journal holds so
/// far.
class MessageTable final {
public:
    explicit MessageTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    /// Everything but its id, which is returned. A Streaming one belongs to `process`.
    MessageId insert(const Message &message, qint64 process);
    /// All that changes while a reply lives: status, text, figures, error. False where it is gone
    /// with its conversation.
    bool update(const Message &message);
    /// A reply that ended goes on, in `process`.
    void setStreaming(MessageId id, qint64 process);

    void removeSubtree(MessageId root); ///< a message and all that follows it

    std::optional<Message> find(MessageId id);
    QList<Message> branchTo(MessageId leaf); ///< from the first message on
    QList<Message> all(ConversationId conversation); ///< by id
    QList<Message> latest(
        ConversationId conversation, int count); ///< of the shown branch, in its order
    QList<Message> streamingOf(qint64 process);

private:
    QList<Message> read(const QString &tail, const QVariantList &values);

    Transaction &m_transaction;
};

} // namespace pennyworth
