// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/exchange.h"
#include "domain/ledger.h"
#include "domain/message.h"
#include "domain/provider.h"
#include "pricing/tokens.h"
#include "store/database.h"
#include "store/transaction.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace pennyworth {

/// All that Store reads, on the reader thread and its connection. One call sees one state of the
/// database.
class Reader final : public QObject {
    Q_OBJECT

public:
    explicit Reader(QString databaseFile);

    /// Once the writer has opened the file.
    Result<Done> open();
    /// Every later call answers with this error, as this one does.
    Result<Done> refuse(const Error &error);

    Result<QList<ConversationSummary>> conversations();
    Result<QList<ConversationSummary>> trash();
    Result<std::optional<ConversationSummary>> summary(ConversationId id);
    Result<Conversation> conversation(ConversationId id);
    Result<QList<Message>> latestMessages(ConversationId id, int count);
    Result<QList<Message>> messages(ConversationId id);
    Result<QString> newDraft();

    Result<QList<LedgerEntry>> entries(ConversationId id);
    Result<Exchange> exchange(RequestId id);
    Result<ConversationTotals> totals(ConversationId id);
    Result<QList<SpendRow>> spend(const SpendQuery &query);
    Result<TokenRate> learnedOutputRate(const QString &provider, const QString &model);
    Result<QList<qint64>> replyLengths(const QString &provider, const QString &model);

    Result<std::optional<Currency>> currency(const QString &provider, const QString &keyMark);
    Result<QHash<QString, Currency>> currencies();
    Result<std::optional<MaxTokensField>> limitField(const QString &address, const QString &model);

private:
    /// work(Transaction &) in a transaction of its own.
    template <class Work>
    auto read(Work work) -> Result<std::invoke_result_t<Work, Transaction &>>;

    QString m_file;
    std::unique_ptr<Database> m_database; // null before open(), and after it failed
    Error m_notOpen;
};

} // namespace pennyworth
