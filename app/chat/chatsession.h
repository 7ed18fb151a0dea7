// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "chat/services.h"
#include "domain/conversation.h"
#include "domain/ledger.h"
#include "domain/messagetree.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace pennyworth {

/// Whether what is said is kept (`ask --no-store` leaves only the ledger).
enum class Keep { Conversation, LedgerOnly };

/// One open conversation and what happens in it: sending, stopping, continuing, regenerating. Owned by a Workspace (or by a
/// command), main thread. At most one reply is live at a time.
class ChatSession final : public QObject {
    Q_OBJECT

public:
    /// A conversation that does not exist yet; the first send makes it.
    ChatSession(const Services &services, GenerationSettings settings, Keep keep, QObject *parent = nullptr);
    /// A kept one; `loaded` follows, or `failed`.
    ChatSession(const Services &services, ConversationId id, QObject *parent = nullptr);
    ~ChatSession() override;

    [[nodiscard]] ConversationId id() const { return m_conversation.id; } ///< not valid before the first send
    [[nodiscard]] QString title() const { return m_conversation.title; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const MessageTree &messages() const { return m_messages; }
    [[nodiscard]] QList<MessageId> branch() const; ///< what is shown, first to last
    [[nodiscard]] const GenerationSettings &settings() const { return m_conversation.settings; }
    [[nodiscard]] QString draft() const { return m_conversation.draft; }
    [[nodiscard]] Reply *reply() const { return m_reply.get(); } ///< null when nothing streams
    [[nodiscard]] bool isStreaming() const { return m_reply != nullptr; }
    /// The ledger entries of a reply: one a request (retries, continuations), by id.
    [[nodiscard]] QList<LedgerEntry> entriesOf(MessageId message) const { return m_entries.value(message); }
    [[nodiscard]] const ConversationTotals &totals() const { return m_totals; }
    /// The last message of the branch is a reply that broke off and its provider can continue it.
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] bool canRegenerate() const; ///< the branch ends with a reply that is not live

public slots:
    /// `forcedPrefix`: the reply shall begin so (prefix completion). Ends in `replyStarted` or in `refused`.
    void send(const QString &prompt, const QString &forcedPrefix = {});
    void stop();
    void continueReply(); ///< the last message, by prefix completion
    void regenerate(); ///< a sibling of the last reply; also how a failed one is tried again
    void setSettings(const pennyworth::GenerationSettings &settings);
    void setDraft(const QString &draft);
    void setTitle(const QString &title);

signals:
    void loaded();
    void failed(const pennyworth::Error &error); ///< a read or a write of the store failed
    /// Nothing was sent and nothing was kept (no key, store not writable, unknown provider): the composer keeps the text.
    void refused(const pennyworth::Error &error, const QString &prompt);
    void created(pennyworth::ConversationId id); ///< by the first send
    void titleChanged(const QString &title);
    void settingsChanged();
    void branchChanged(); ///< messages came, went or were exchanged; not for text that grows
    void messageAppended(pennyworth::MessageId id, const QString &text, const QString &reasoning);
    void messageChanged(pennyworth::MessageId id); ///< status, error, figures
    void replyStarted();
    void replyFinished(pennyworth::MessageId id);
    void totalsChanged();

private:
    Services m_services;
    Conversation m_conversation;
    Keep m_keep = Keep::Conversation;
    bool m_loaded = false;
    MessageTree m_messages;
    QHash<MessageId, QList<LedgerEntry>> m_entries;
    ConversationTotals m_totals;
    std::unique_ptr<Reply> m_reply;
};

/// A conversation's title from its first prompt: its first line that says something, without Markdown marks, cut at a word to at
/// most 60 characters.
[[nodiscard]] QString titleFromPrompt(const QString &prompt);

} // namespace pennyworth
