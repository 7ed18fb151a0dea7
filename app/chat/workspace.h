// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "chat/services.h"
#include "domain/balance.h"
#include "domain/exchange.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace pennyworth {

class Estimator;
class NewDraft;
class PictureNetwork;
class ServiceAccounts;

/// All conversations of one home and what the window needs besides: the open sessions, the list,
/// keys, balances. The one door through which the interface reaches store, api and secrets. Main
/// thread, owned by main().
class Workspace final : public QObject {
    Q_OBJECT

public:
    explicit Workspace(const Services &services, QObject *parent = nullptr);
    ~Workspace() override;

    void load(); ///< reads the list; `conversationsLoaded` follows; then empties the Trash of what
                 ///< is too old

    [[nodiscard]] const ProviderCatalog &providers() const { return m_services.providers; }
    [[nodiscard]] ServiceAccounts &accounts() { return *m_accounts; }
    [[nodiscard]] const PriceBook &prices() const { return m_services.prices; }
    [[nodiscard]] const Clock &clock() const { return m_services.clock; }
    [[nodiscard]] const QList<ConversationSummary> &conversations() const
    {
        return m_conversations;
    } ///< the pinned ones first, then the latest

    /// The session of a conversation; the same object for the same id while it lives. Owned here;
    /// sessions that are not yet released as often as they were opened, and those that stream, stay
    /// alive.
    [[nodiscard]] ChatSession *openSession(ConversationId id);
    [[nodiscard]] ChatSession *newSession(const GenerationSettings &settings);
    void releaseSession(ChatSession *session); ///< the caller shows it no more

    /// Estimates what the next request of a session takes.
    [[nodiscard]] std::unique_ptr<Estimator> newEstimator() const;

    /// A new conversation from the branch of another; it comes with `conversationAdded`.
    QFuture<Result<ConversationId>> copyBranch(const BranchCopy &copy);
    void renameConversation(ConversationId id, const QString &title);
    void pinConversation(ConversationId id, bool pinned);
    void markConversation(ConversationId id, bool unread);
    /// Out of the list; its live reply is stopped, what is about to be sent is not, and it stays
    /// whole for kTrashDays.
    void trashConversation(ConversationId id);
    void restoreConversation(ConversationId id); ///< from the Trash into the list
    /// For ever; stops its live reply first, and open sessions of it are to be released.
    void removeConversation(ConversationId id);
    QFuture<Result<QList<ConversationSummary>>> trash(); ///< the latest trashed first

    static constexpr std::chrono::days kTrashDays{30};

    QFuture<Result<QList<Model>>> fetchModels(const QString &providerId); ///< GET /models
    QFuture<Result<Balance>> fetchBalance(
        const QString &providerId); ///< GET /user/balance; also kept as balance()
    [[nodiscard]] std::optional<Balance> balance(const QString &providerId) const; ///< last fetched
    /// What the account there is billed in, as its balance said it, perhaps in an earlier run; USD
    /// before.
    [[nodiscard]] Currency accountCurrency(const QString &providerId) const;
    /// As if it had just been fetched; `mark` is the keyMark() of the key.
    void keepBalance(const QString &providerId, const QString &mark, const Balance &balance);
    QFuture<Result<KeyStatus>> keyStatus(const QString &providerId);
    QFuture<Result<Done>> setKey(const QString &providerId, const QString &key);
    QFuture<Result<Done>> forgetKey(const QString &providerId);
    /// What a request and its answer looked like on the wire, without the key. NotFound where it
    /// was not kept.
    QFuture<Result<Exchange>> exchange(RequestId id);
    QFuture<Result<QList<SpendRow>>> spend(const SpendQuery &query);
    /// The bytes of a picture that stands in a message; as PictureNetwork::fetch. For who asked to
    /// see it, only.
    QFuture<Result<QByteArray>> fetchPicture(const QUrl &url);

signals:
    void conversationsLoaded();
    // One of these for each change of conversations(), after it, with the row it concerns.
    // `conversationMoved` fires before its `conversationChanged` where an update brings a
    // conversation to the top.
    void conversationAdded(int row);
    void conversationChanged(int row);
    void conversationMoved(int from, int to);
    void conversationRemoved(int row);
    void trashChanged(); ///< something came into the Trash, or left it
    void balanceChanged(const QString &providerId);
    void failed(
        const pennyworth::Error &error); ///< background work failed; shown in the message bar

private:
    struct OpenSession {
        ChatSession *session = nullptr;
        int holders = 0; // released at 0, once nothing streams
    };

    void adopt(ChatSession *session);
    void dropIfUnused(ChatSession *session);
    void refreshOne(ConversationId id);
    void refreshAll();
    void applyOne(ConversationId id, const std::optional<ConversationSummary> &summary);
    void applyAll(const QList<ConversationSummary> &wanted);
    void place(const ConversationSummary &summary, int row);
    void removeRow(int row);
    [[nodiscard]] ChatSession *busySession(ConversationId id) const; ///< null: none
    void changeTrash(const QFuture<Result<Done>> &written);
    void tell(const QFuture<Result<Done>> &written); // where it failed
    [[nodiscard]] int rowOf(ConversationId id) const; ///< -1 where it is not listed

    Services m_services;
    NewDraft *m_newDraft;
    std::unique_ptr<ServiceAccounts> m_accounts;
    std::unique_ptr<PictureNetwork> m_pictures;
    QList<ConversationSummary> m_conversations;
    bool m_loaded = false;
    bool m_refreshing = false; // the whole list is being read
    bool m_refreshAgain = false;
    QList<OpenSession> m_sessions;
    QHash<QString, Balance> m_balances;
    QHash<QString, Currency> m_currencies; // of the account seen last, by provider
};

} // namespace pennyworth
