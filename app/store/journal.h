// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "store/transaction.h"

#include <optional>

namespace pennyworth {

/// What the journal holds of one reply.
struct JournaledText {
    QString text;
    QString reasoning;
    std::optional<Instant> last; ///< when the last piece was written; empty without one
};

/// The text of live replies as it arrived, piece by piece, inside one transaction: what survives a
/// crash. The pieces of a reply follow the text that its message row already has (a continued
/// reply) and go when it ends.
class Journal final {
public:
    explicit Journal(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    /// Nothing where the reply is gone with its conversation.
    void append(
        MessageId reply, qint64 process, Instant at, const QString &text, const QString &reasoning);
    [[nodiscard]] JournaledText read(MessageId reply); ///< the pieces joined
    void clear(MessageId reply);

private:
    Transaction &m_transaction;
};

} // namespace pennyworth
