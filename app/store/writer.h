// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/ledger.h"
#include "domain/message.h"
#include "domain/provider.h"
#include "environment/clock.h"
#include "store/database.h"
#include "store/processlock.h"
#include "store/store.h"
#include "store/transaction.h"

#include <QObject>

#include <memory>

namespace pennyworth {

class PriceBook;

/// All that Store writes, on the writer thread and its connection: one call, one transaction.
/// Signals come after the commit.
class Writer final : public QObject {
    Q_OBJECT

public:
    /// `clock` and `prices` outlive it; `prices` may be null.
    Writer(QString databaseFile, const Clock &clock, const PriceBook *prices);
    ~Writer()
        override; ///< takes the process out of the database unless something of it is unfinished

    Result<Done> open();

    Result<CommittedTurn> beginTurn(const NewTurn &turn);
    Result<RequestId> addRequest(
        const LedgerRequest &request, const std::optional<SentRequest> &sent);
    Result<Done> appendJournal(MessageId reply, const QString &text, const QString &reasoning);
    Result<Done> finishReply(const Message &reply, const Settlement &settlement,
        const std::optional<ReceivedResponse> &received);
    Result<Done> settle(
        const Settlement &settlement, const std::optional<ReceivedResponse> &received);

    Result<Done> rename(ConversationId id, const QString &title);
    Result<Done> setSettings(ConversationId id, const GenerationSettings &settings);
    Result<Done> setDraft(ConversationId id, const QString &draft);
    Result<Done> setCurrentLeaf(ConversationId id, MessageId leaf);
    Result<Done> setContextStart(ConversationId id, MessageId first);
    Result<Done> setNewDraft(const QString &draft);
    Result<Done> removeMessage(ConversationId id, MessageId message);
    Result<ConversationId> copyBranch(const BranchCopy &copy);
    Result<Done> setPinned(ConversationId id, bool pinned);
    Result<Done> setUnread(ConversationId id, bool unread);
    Result<Done> trashConversation(ConversationId id);
    Result<Done> restoreConversation(ConversationId id);
    Result<Done> removeConversation(ConversationId id);
    Result<Done> removeTrash(Instant before);

    Result<Done> rememberCurrency(
        const QString &provider, const QString &keyMark, Currency currency);
    Result<Done> rememberLimitField(
        const QString &address, const QString &model, MaxTokensField field);

    /// Whether another connection has committed since the last call (or since open()).
    bool noticeForeignCommits();

signals:
    void opened();
    void conversationChanged(pennyworth::ConversationId id);
    void conversationRemoved(pennyworth::ConversationId id);

private:
    Result<Done> makeFile();
    Result<Done> openDatabase();
    Result<Done> enter();
    Result<Done> recover();
    /// work(Transaction &) in a transaction of its own.
    template <class Work>
    Result<Done> write(Work work);

    QString m_file;
    const Clock &m_clock;
    const PriceBook *m_prices;
    std::unique_ptr<ProcessLock> m_lock;
    std::unique_ptr<Database> m_database; // null before open(), and after it failed
    Error m_notOpen;
    qint64 m_process = 0;
    qint64 m_dataVersion = 0;
};

} // namespace pennyworth
