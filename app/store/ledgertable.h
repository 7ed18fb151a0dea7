// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "pricing/tokens.h"
#include "store/transaction.h"

#include <optional>

namespace pennyworth {

/// Requests and their settlements inside one transaction. Only ever appends.
class LedgerTable final {
public:
    explicit LedgerTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    /// Everything but its id, which is returned. `process` is who waits for its answer.
    RequestId insert(const LedgerRequest &request, qint64 process);
    /// NotFound fails the transaction where there is no such request.
    void insert(const Settlement &settlement);

    std::optional<LedgerRequest> find(RequestId id);
    QList<LedgerEntry> entries(ConversationId conversation); ///< by request id
    QList<LedgerRequest> openOf(qint64 process); ///< not settled yet, by id
    /// Of the settlements with a usage that the service reported, the latest 200: output tokens
    /// against output bytes.
    TokenRate outputRate(const QString &provider, const QString &model);
    /// The same for prompts: prompt tokens against the bytes of the request's body.
    TokenRate promptRate(const QString &provider, const QString &model);
    /// Completion tokens of the latest 200 requests whose usage was reported.
    QList<qint64> replyLengths(const QString &provider, const QString &model);

private:
    TokenRate rate(
        const QString &tokens, const QString &bytes, const QString &provider, const QString &model);

    Transaction &m_transaction;
};

} // namespace pennyworth
