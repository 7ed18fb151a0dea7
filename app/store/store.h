// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/exchange.h"
#include "domain/ledger.h"
#include "domain/message.h"
#include "domain/provider.h"
#include "domain/result.h"
#include "pricing/tokens.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace pennyworth {

class Clock;
class PriceBook;

/// What sending commits together before a byte leaves.
struct NewTurn {
    ConversationId conversation; ///< not valid: a conversation is made from `title` and `settings`
    QString title;
    GenerationSettings settings; ///< kept with the conversation
    MessageId parent; ///< of the user message; without one, of the reply
    std::optional<QString> prompt; ///< empty: no user message (regenerate, retry)
    MessageId summarises; ///< of the prompt: Message::summarises
    bool keepsDraft = false; ///< otherwise a prompt takes the place of the draft
    MessageId continues; ///< valid: no message is made, this reply becomes Streaming again
    LedgerRequest request; ///< ids are filled in by the store
    std::optional<SentRequest> sent; ///< kept beside it
};

struct CommittedTurn {
    ConversationId conversation;
    std::optional<Message> prompt;
    Message reply; ///< empty and Streaming, or the continued one as it stands
    RequestId request;
};

/// The database: conversations, messages, journal and ledger in one SQLite file (SCHEMA.md), on one
/// writer and one reader thread of its own. Lives on the main thread; every function returns at
/// once, and its future is consumed by whenDone(). Writes happen in the order of the calls. Any
/// number of processes may use one file; changes of others arrive as signals, without polling.
class Store final : public QObject {
    Q_OBJECT

public:
    explicit Store(const QString &databaseFile, QObject *parent = nullptr);
    /// `prices` price what a crash left unsettled; both outlive the store and are read on its
    /// threads.
    Store(const QString &databaseFile, const PriceBook &prices, const Clock &clock,
        QObject *parent = nullptr);
    ~Store() override; ///< waits for writes under way

    /// Makes the file and its folder, migrates, folds what dead processes left in their journals
    /// into their messages as Interrupted, and settles their requests as estimated. The first call;
    /// may be repeated after it failed.
    /// Errors: StoreUnavailable, StoreReadOnly, StoreFull, StoreNewer, StoreDamaged.
    QFuture<Result<Done>> open();

    // Sending

    /// All of it in one transaction; if it fails nothing may be sent.
    QFuture<Result<CommittedTurn>> beginTurn(const NewTurn &turn);
    /// A further request of the same reply (an automatic retry), or one without conversation
    /// (`--no-store`), of which `sent` is not kept.
    QFuture<Result<RequestId>> addRequest(
        const LedgerRequest &request, const std::optional<SentRequest> &sent = {});
    /// Keeps arriving text against a crash. Cheap (20 µs); called every 100 ms while text is
    /// pending.
    QFuture<Result<Done>> appendJournal(
        MessageId reply, const QString &text, const QString &reasoning);
    /// The reply's final state and the settlement of its request in one transaction; its journal
    /// goes.
    QFuture<Result<Done>> finishReply(const Message &reply, const Settlement &settlement,
        const std::optional<ReceivedResponse> &received = {});
    /// A settlement alone: of a retried attempt, of `--no-store`, or a later correction.
    QFuture<Result<Done>> settle(
        const Settlement &settlement, const std::optional<ReceivedResponse> &received = {});

    // Conversations

    QFuture<Result<QList<ConversationSummary>>>
    conversations(); ///< latest first, without those in the Trash
    QFuture<Result<QList<ConversationSummary>>> trash(); ///< the latest trashed first
    QFuture<Result<std::optional<ConversationSummary>>> summary(ConversationId id);
    QFuture<Result<Conversation>> conversation(ConversationId id); ///< NotFound
    /// The last `count` messages of the shown branch, in order: what is painted first.
    QFuture<Result<QList<Message>>> latestMessages(ConversationId id, int count);
    QFuture<Result<QList<Message>>> messages(ConversationId id); ///< all of the tree, by id
    QFuture<Result<Done>> rename(ConversationId id, const QString &title);
    QFuture<Result<Done>> setSettings(ConversationId id, const GenerationSettings &settings);
    QFuture<Result<Done>> setDraft(ConversationId id, const QString &draft);
    QFuture<Result<Done>> setCurrentLeaf(ConversationId id, MessageId leaf);
    /// The first message that is sent from now on; not valid: all are.
    QFuture<Result<Done>> setContextStart(ConversationId id, MessageId first);
    QFuture<Result<QString>> newDraft(); ///< of the conversation that does not exist yet
    QFuture<Result<Done>> setNewDraft(const QString &draft);
    /// With all that follows it; its ledger rows stay. Without effect where it is gone.
    QFuture<Result<Done>> removeMessage(ConversationId id, MessageId message);
    /// A new conversation that holds what `copy` says, with the settings of the old one.
    QFuture<Result<ConversationId>> copyBranch(const BranchCopy &copy);
    QFuture<Result<Done>> setPinned(ConversationId id, bool pinned);
    QFuture<Result<Done>> setUnread(ConversationId id, bool unread);
    QFuture<Result<Done>> trashConversation(ConversationId id); ///< out of the list, kept whole
    QFuture<Result<Done>> restoreConversation(ConversationId id); ///< out of the Trash
    QFuture<Result<Done>> removeTrash(Instant before); ///< for ever, what was trashed before
    QFuture<Result<Done>> removeConversation(
        ConversationId id); ///< its text goes, its ledger rows stay

    // Ledger

    QFuture<Result<QList<LedgerEntry>>> entries(ConversationId id); ///< by request id
    /// NotFound where it was not kept or went with its message.
    QFuture<Result<Exchange>> exchange(RequestId id);
    QFuture<Result<ConversationTotals>> totals(ConversationId id);
    QFuture<Result<QList<SpendRow>>> spend(const SpendQuery &query);
    /// Output tokens per byte as this model reported them so far.
    QFuture<Result<TokenRate>> learnedOutputRate(const QString &provider, const QString &model);
    /// Tokens of this model's latest replies, as reported, at most 200.
    QFuture<Result<QList<qint64>>> replyLengths(const QString &provider, const QString &model);

    // Accounts: a provider and the mark of a key (chat/accountcurrency.h)

    QFuture<Result<Done>> rememberCurrency(
        const QString &provider, const QString &keyMark, Currency currency);
    QFuture<Result<std::optional<Currency>>> currency(
        const QString &provider, const QString &keyMark);
    QFuture<Result<QHash<QString, Currency>>> currencies(); ///< of the account seen last

    /// How the service at `address` (Provider::address()) calls the limit on this model's answers.
    QFuture<Result<Done>> rememberLimitField(
        const QString &address, const QString &model, MaxTokensField field);
    /// Empty where it never refused what was expected.
    QFuture<Result<std::optional<MaxTokensField>>> limitField(
        const QString &address, const QString &model);

signals:
    /// After a commit of this process that touched the conversation (message, settings, cost).
    void conversationChanged(pennyworth::ConversationId id);
    void conversationRemoved(pennyworth::ConversationId id);
    /// Another process wrote: anything may have changed.
    void changedElsewhere();

private:
    void listen(const QString &databaseFile);

    class Threads;
    std::unique_ptr<Threads> m_threads;
};

} // namespace pennyworth
