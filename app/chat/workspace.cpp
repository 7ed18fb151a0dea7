// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/workspace.h"

#include "api/account.h"
#include "api/picturenetwork.h"
#include "api/requestbuilder.h"
#include "chat/accountcurrency.h"
#include "chat/estimator.h"
#include "chat/fetchdocument.h"
#include "chat/newdraft.h"
#include "chat/serviceaccounts.h"
#include "domain/whendone.h"

#include <algorithm>
#include <functional>

namespace pennyworth {

namespace {

bool isBefore(const ConversationSummary &a, const ConversationSummary &b)
{
    return std::tuple(a.pinned, a.updated, a.id)
        > std::tuple(b.pinned, b.updated, b.id); // the latest first
}

QList<ConversationSummary> arranged(QList<ConversationSummary> conversations)
{
    // Clang 14 cannot compile std::ranges::stable_partition.
    std::stable_partition(
        conversations.begin(), conversations.end(), std::mem_fn(&ConversationSummary::pinned));
    return conversations;
}

} // namespace

Workspace::Workspace(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_newDraft(new NewDraft(services.store, this))
    , m_accounts(std::make_unique<ServiceAccounts>(services))
    , m_pictures(std::make_unique<PictureNetwork>())
{
    connect(m_newDraft, &NewDraft::failed, this, &Workspace::failed);
    connect(&m_services.store, &Store::conversationChanged, this, &Workspace::refreshOne);
    // Read like a change: the reader answers in order, so that no older answer brings the row back.
    connect(&m_services.store, &Store::conversationRemoved, this, &Workspace::refreshOne);
    connect(&m_services.store, &Store::conversationRemoved, this, &Workspace::trashChanged);
    connect(&m_services.store, &Store::changedElsewhere, this, &Workspace::refreshAll);
}

Workspace::~Workspace() = default;

void Workspace::load()
{
    m_newDraft->read();
    whenDone(m_services.store.currencies(), this,
        [this](const Result<QHash<QString, Currency>> &currencies) {
            m_currencies = currencies.valueOr({});
        });
    whenDone(m_services.store.conversations(), this,
        [this](const Result<QList<ConversationSummary>> &read) {
            if (!read) {
                emit failed(read.error());
                return;
            }
            m_conversations = arranged(*read);
            m_loaded = true;
            emit conversationsLoaded();
            tell(m_services.store.removeTrash(m_services.clock.now() - kTrashDays));
        });
}

void Workspace::refreshOne(ConversationId id)
{
    whenDone(m_services.store.summary(id), this,
        [this, id](const Result<std::optional<ConversationSummary>> &read) {
            if (read)
                applyOne(id, *read && !(*read)->trashed ? *read : std::nullopt);
            else
                emit failed(read.error());
        });
}

/// After another process wrote; one read at a time, since it may write often.
void Workspace::refreshAll()
{
    m_refreshAgain = m_refreshing;
    if (m_refreshing)
        return;
    m_refreshing = true;
    whenDone(m_services.store.conversations(), this,
        [this](const Result<QList<ConversationSummary>> &read) {
            m_refreshing = false;
            if (read)
                applyAll(arranged(*read));
            else
                emit failed(read.error());
            if (m_refreshAgain)
                refreshAll();
        });
}

int Workspace::rowOf(ConversationId id) const
{
    const auto found = std::ranges::find(m_conversations, id, &ConversationSummary::id);
    return found == m_conversations.cend() ? -1
                                           : static_cast<int>(found - m_conversations.cbegin());
}

void Workspace::removeRow(int row)
{
    m_conversations.removeAt(row);
    emit conversationRemoved(row);
}

void Workspace::applyOne(ConversationId id, const std::optional<ConversationSummary> &summary)
{
    if (!m_loaded)
        return;
    const int row = rowOf(id);
    if (!summary) {
        if (row >= 0)
            removeRow(row);
        return;
    }
    const auto standsBefore = [&](const ConversationSummary &other) {
        return other.id != id && isBefore(other, *summary);
    };
    place(*summary, static_cast<int>(std::ranges::count_if(m_conversations, standsBefore)));
}

/// Makes `summary` the row `row`, with the signals that this takes.
void Workspace::place(const ConversationSummary &summary, int row)
{
    const int from = rowOf(summary.id);
    if (from < 0) {
        m_conversations.insert(row, summary);
        emit conversationAdded(row);
        return;
    }
    if (from != row) {
        m_conversations.move(from, row);
        emit conversationMoved(from, row);
    }
    if (m_conversations.at(row) != summary) {
        m_conversations[row] = summary;
        emit conversationChanged(row);
    }
}

void Workspace::applyAll(const QList<ConversationSummary> &wanted)
{
    if (!m_loaded)
        return;
    QSet<ConversationId> ids;
    for (const ConversationSummary &summary : wanted)
        ids.insert(summary.id);
    for (int row = static_cast<int>(m_conversations.size()) - 1; row >= 0; --row) {
        if (!ids.contains(m_conversations.at(row).id))
            removeRow(row);
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row >= m_conversations.size() || m_conversations.at(row) != wanted.at(row))
            place(wanted.at(row), row);
    }
}

void Workspace::renameConversation(ConversationId id, const QString &title)
{
    for (const OpenSession &open : std::as_const(m_sessions)) {
        if (open.session->id() == id) {
            open.session->setTitle(title);
            return;
        }
    }
    tell(m_services.store.rename(id, title));
}

void Workspace::pinConversation(ConversationId id, bool pinned)
{
    tell(m_services.store.setPinned(id, pinned));
}

void Workspace::markConversation(ConversationId id, bool unread)
{
    tell(m_services.store.setUnread(id, unread));
}

void Workspace::trashConversation(ConversationId id)
{
    if (ChatSession *session = busySession(id))
        session->stop();
    changeTrash(m_services.store.trashConversation(id));
}

void Workspace::restoreConversation(ConversationId id)
{
    changeTrash(m_services.store.restoreConversation(id));
}

void Workspace::removeConversation(ConversationId id)
{
    ChatSession *session = busySession(id);
    if (!session || !session->isStreaming()) {
        if (session)
            session->stop(); // what is about to be sent
        tell(m_services.store.removeConversation(id));
        return;
    }
    const auto remove = [this, id] { removeConversation(id); };
    connect(session, &ChatSession::replyFinished, this, remove, Qt::SingleShotConnection);
    session->stop();
}

QFuture<Result<QList<ConversationSummary>>> Workspace::trash()
{
    return m_services.store.trash();
}

ChatSession *Workspace::busySession(ConversationId id) const
{
    const auto open = std::ranges::find_if(m_sessions, [id](const OpenSession &candidate) {
        return candidate.session->id() == id && candidate.session->isBusy();
    });
    return open == m_sessions.cend() ? nullptr : open->session;
}

void Workspace::tell(const QFuture<Result<Done>> &written)
{
    whenDone(written, this, [this](const Result<Done> &done) {
        if (!done)
            emit failed(done.error());
    });
}

QFuture<Result<ConversationId>> Workspace::copyBranch(const BranchCopy &copy)
{
    return m_services.store.copyBranch(copy);
}

ChatSession *Workspace::openSession(ConversationId id)
{
    for (OpenSession &open : m_sessions) {
        if (open.session->id() == id) {
            ++open.holders;
            return open.session;
        }
    }
    auto *session = new ChatSession(m_services, id, this);
    adopt(session);
    return session;
}

ChatSession *Workspace::newSession(const GenerationSettings &settings)
{
    auto *session = new ChatSession(m_services, settings, Keep::Conversation, this);
    m_newDraft->follow(session);
    adopt(session);
    return session;
}

std::unique_ptr<Estimator> Workspace::newEstimator() const
{
    return std::make_unique<Estimator>(m_services);
}

void Workspace::adopt(ChatSession *session)
{
    m_sessions.append({.session = session, .holders = 1});
    connect(session, &ChatSession::replyFinished, this, [this, session] { dropIfUnused(session); });
    connect(session, &ChatSession::refused, this, [this, session] { dropIfUnused(session); });
    connect(
        session, &ChatSession::messageChanged, this, [this, session] { dropIfUnused(session); });
}

void Workspace::releaseSession(ChatSession *session)
{
    const auto open = std::ranges::find(m_sessions, session, &OpenSession::session);
    if (open == m_sessions.end())
        return;
    --open->holders;
    dropIfUnused(session);
}

void Workspace::dropIfUnused(ChatSession *session)
{
    const auto isUnused = [session](const OpenSession &open) {
        return open.session == session && open.holders == 0 && !session->isBusy();
    };
    if (m_sessions.removeIf(isUnused) > 0)
        session->deleteLater();
}

QFuture<Result<QList<Model>>> Workspace::fetchModels(const QString &providerId)
{
    using Models = QList<Model>;
    const Result<Provider> provider = m_services.providers.find(providerId);
    if (!provider)
        return readyFuture(Result<Models>(provider.error()));
    return fetchDocument<Models>(
        m_services, m_services.keys.key(*provider), this,
        [provider = *provider](const QString &key) { return modelsRequest(provider, key); },
        [provider = *provider](const QByteArray &json) { return parseModels(json, provider); });
}

QFuture<Result<Balance>> Workspace::fetchBalance(const QString &providerId)
{
    const Result<Provider> provider = m_services.providers.find(providerId);
    if (!provider)
        return readyFuture(Result<Balance>(provider.error()));
    const auto mark = std::make_shared<QString>();
    return fetchDocument<Balance>(
        m_services, m_services.keys.key(*provider), this,
        [provider = *provider, mark](const QString &key) {
            *mark = keyMark(key);
            return balanceRequest(provider, key);
        },
        [this, providerId, mark](const QByteArray &json) {
            const Result<Balance> balance = parseBalance(json);
            if (balance)
                keepBalance(providerId, *mark, *balance);
            return balance;
        });
}

void Workspace::keepBalance(const QString &providerId, const QString &mark, const Balance &balance)
{
    if (const std::optional<Currency> currency = currencyOf(balance)) {
        m_currencies.insert(providerId, *currency);
        m_services.store.rememberCurrency(providerId, mark, *currency);
    }
    if (m_balances.contains(providerId) && m_balances.value(providerId) == balance)
        return;
    m_balances.insert(providerId, balance);
    emit balanceChanged(providerId);
}

std::optional<Balance> Workspace::balance(const QString &providerId) const
{
    const auto found = m_balances.constFind(providerId);
    return found == m_balances.cend() ? std::nullopt : std::optional(*found);
}

Currency Workspace::accountCurrency(const QString &providerId) const
{
    return m_currencies.value(providerId, kUsd);
}

QFuture<Result<KeyStatus>> Workspace::keyStatus(const QString &providerId)
{
    const Result<Provider> provider = m_services.providers.find(providerId);
    if (!provider)
        return readyFuture(Result<KeyStatus>(provider.error()));
    return m_services.keys.status(*provider);
}

void Workspace::changeTrash(const QFuture<Result<Done>> &written)
{
    whenDone(written, this, [this](const Result<Done> &done) {
        if (done)
            emit trashChanged();
        else
            emit failed(done.error());
    });
}

QFuture<Result<Done>> Workspace::setKey(const QString &providerId, const QString &key)
{
    return m_services.keys.setKey(providerId, key);
}

QFuture<Result<Done>> Workspace::forgetKey(const QString &providerId)
{
    return m_services.keys.forgetKey(providerId);
}

QFuture<Result<Exchange>> Workspace::exchange(RequestId id)
{
    return m_services.store.exchange(id);
}

QFuture<Result<QList<SpendRow>>> Workspace::spend(const SpendQuery &query)
{
    return m_services.store.spend(query);
}

QFuture<Result<QByteArray>> Workspace::fetchPicture(const QUrl &url)
{
    return m_pictures->fetch(url);
}

} // namespace pennyworth

#include "moc_workspace.cpp"
