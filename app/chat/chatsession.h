// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/branches.h"
#include "chat/outgoingturn.h"
#include "chat/reply.h"
#include "chat/services.h"
#include "chat/titlefromprompt.h"
#include "domain/conversation.h"
#include "domain/exchange.h"
#include "domain/ledger.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace pennyworth {

/// One open conversation and what happens in it: sending, stopping, continuing, regenerating. Owned
/// by a Workspace (or by a command), main thread. At most one reply is live at a time.
class ChatSession final : public QObject {
    Q_OBJECT

public:
    /// A conversation that does not exist yet; the first send makes it.
    ChatSession(const Services &services, GenerationSettings settings, Keep keep,
        QObject *parent = nullptr);
    /// A kept one; `loaded` follows as soon as the end of its branch is there (the rest comes with
    /// `branchChanged`), or `failed`.
    ChatSession(const Services &services, ConversationId id, QObject *parent = nullptr);
    ~ChatSession() override;

    [[nodiscard]] ConversationId id() const
    {
        return m_conversation.id;
    } ///< not valid before the first send
    [[nodiscard]] QString title() const { return m_conversation.title; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const MessageTree &messages() const { return m_branches.messages(); }
    [[nodiscard]] QList<MessageId> branch() const; ///< what is shown, first to last
    /// The first message of the branch that is sent; not valid: all of them are.
    [[nodiscard]] MessageId contextStart() const;
    /// When the beginning of what is sent was last changed in this run, so that nothing sent before
    /// is a beginning of what comes; empty: it was not.
    [[nodiscard]] std::optional<Instant> prefixChanged() const { return m_prefixChanged; }
    [[nodiscard]] const GenerationSettings &settings() const { return m_conversation.settings; }
    [[nodiscard]] QString draft() const { return m_conversation.draft; }
    [[nodiscard]] Reply *reply() const { return m_reply.get(); } ///< null when nothing streams
    [[nodiscard]] bool isStreaming() const { return m_reply != nullptr; }
    /// Something must still happen in it: it sends, streams, or holds what the store could not take
    /// yet.
    [[nodiscard]] bool isBusy() const { return isSending() || m_reply || !m_unkept.isEmpty(); }
    /// The ledger entries of a reply: one a request (retries, continuations), by id.
    [[nodiscard]] QList<LedgerEntry> entriesOf(MessageId message) const
    {
        return m_entries.value(message);
    }
    [[nodiscard]] const ConversationTotals &totals() const
    {
        return m_totals;
    } ///< none with Keep::LedgerOnly
    /// The last message of the branch is a reply that broke off and its provider can continue it.
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] bool canRegenerate() const; ///< something was said and nothing is under way
    /// Something was said that no summary stands for yet, and nothing is under way.
    [[nodiscard]] bool canSummarise() const;
    /// Messages can be edited, answered again and deleted: all are there and nothing is under way.
    [[nodiscard]] bool canChange() const { return isIdle(); }

public slots:
    /// `forcedPrefix`: the reply shall begin so (prefix completion). Ends in `replyStarted` or in
    /// `refused`, both from the event loop. Before `loaded` it waits for it.
    void send(const QString &prompt, const QString &forcedPrefix = {});
    void stop(); ///< also what is about to be sent: that is refused as Cancelled
    void continueReply(); ///< the last message, by prefix completion
    void regenerate(); ///< the last message of the branch
    /// A sibling of a reply, also how a failed one is tried again; of a prompt, a further reply.
    void regenerateAt(pennyworth::MessageId message);
    /// As send(), but as a sibling of `prompt`: what was said before stays in its own branch. The
    /// draft is left alone.
    void edit(pennyworth::MessageId prompt, const QString &text);
    /// The branch through `message`, down to where it was shown last. `branchChanged` follows
    /// before it returns.
    void showMessage(pennyworth::MessageId message);
    /// Takes a message and all that follows it out of sight until one of the next two is called;
    /// with the session it goes for good. Only where canChange().
    void hideMessage(pennyworth::MessageId message);
    void restoreMessage(pennyworth::MessageId message); ///< and shows it
    void removeMessage(pennyworth::MessageId message); ///< its ledger rows stay
    void setSettings(const pennyworth::GenerationSettings &settings);
    /// What stands above `first` is no longer sent, from the next request on; not valid: everything
    /// is. Nothing is deleted.
    void setContextStart(pennyworth::MessageId first);
    /// Asks for a summary of all that is sent, by `prompt`, as a turn of its own. Once it is whole
    /// it is sent in place of what it stands for: `summarised` follows. The draft is left alone.
    void summarise(const QString &prompt);
    /// What the summary asked for by `prompt` stands for is sent again, and the summary with it.
    void dropSummary(pennyworth::MessageId prompt);
    void setDraft(const QString &draft);
    void setTitle(const QString &title);

signals:
    void loaded();
    void completed(); ///< once, after `loaded`: all messages are there
    void failed(const pennyworth::Error &error); ///< a read or a write of the store failed
    /// Nothing was sent and nothing was kept (no key, store not writable, unknown provider): the
    /// composer keeps the text.
    void refused(const pennyworth::Error &error, const QString &prompt);
    void created(pennyworth::ConversationId id); ///< by the first send
    void titleChanged(const QString &title);
    void settingsChanged();
    void contextChanged(); ///< contextStart()
    void summarised(pennyworth::MessageId prompt); ///< after `contextChanged`
    void draftChanged(); ///< by setDraft()
    void branchChanged(); ///< messages came, went or were exchanged; not for text that grows
    void messageAppended(pennyworth::MessageId id, const QString &text, const QString &reasoning);
    void messageChanged(pennyworth::MessageId id); ///< status, error, figures
    void replyStarted();
    void replyFinished(pennyworth::MessageId id);
    void totalsChanged();

private:
    struct Prompt {
        QString text;
        QString forcedPrefix;
        MessageId edits; ///< a sibling of this one
        MessageId summarises; ///< from there on
        bool wasDraft = false; ///< it stood there as the draft
    };

    /// How a reply ended.
    struct FinalState {
        Message message;
        Settlement settlement;
        std::optional<ReceivedResponse> received;
    };

    void listen();
    void reload();
    void takeConversation(const Conversation &read);
    void readMessages();
    void endReading();
    void readTotals();
    void takeMessages(const QList<Message> &messages);
    void failLoading(const Error &error);
    void mergeEntries(const QList<LedgerEntry> &entries, MessageId message);

    void setCurrentLeaf(MessageId leaf);
    void writeCurrentLeaf();
    [[nodiscard]] TurnPlan planFrom(MessageId parent, MessageId summarises) const;
    [[nodiscard]] MessageId summarisedBy(MessageId prompt) const;
    void takeSummary(const Message &reply);
    void submit(const Prompt &prompt);
    void sendWaiting();
    void start(const TurnPlan &plan);
    void refuse(const Error &error);
    void tellRefused(const Error &error, const QString &prompt);
    void takeTurn(const CommittedTurn &turn, const Reply::Start &start);
    void takeSentDraft();
    void startReply(MessageId id, const Reply::Start &start);
    void endReply(MessageId id);
    void keepAgain();
    void writeDraft();
    [[nodiscard]] const Message *lastMessage() const;
    [[nodiscard]] bool isSending() const { return m_turn || m_waiting; }
    [[nodiscard]] bool isIdle() const { return m_complete && !isSending() && !m_reply; }
    template <class T, class F>
    void report(const QFuture<Result<T>> &future, F f);

    Services m_services;
    Conversation m_conversation;
    Keep m_keep = Keep::Conversation;
    bool m_loaded = false; // the end of the branch is there
    bool m_complete = false; // all messages are there
    bool m_reading = false;
    bool m_readAgain = false;
    std::optional<QString> m_draftUnderWay; // being written
    std::optional<Instant> m_prefixChanged;
    std::optional<MessageId> m_leafUnderWay; // being written
    qint64 m_leafChanges = 0; // by ourselves; a reading from before one is not believed
    Branches m_branches;
    QHash<MessageId, QList<LedgerEntry>> m_entries;
    ConversationTotals m_totals;
    std::optional<Prompt> m_waiting; // to be sent once all messages are there
    QString m_draftSent; // the draft as it was when the last prompt was sent
    std::unique_ptr<OutgoingTurn> m_turn; // from then until the reply begins
    std::unique_ptr<Reply> m_reply;
    QList<FinalState> m_unkept; // what the store could not take yet
    bool m_keeping = false; // their writes are under way
    QTimer m_keepTimer; // runs only while there are some
    MessageId m_nextId; // of messages that are never kept
};

} // namespace pennyworth
