// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatsession.h"

#include "domain/whendone.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr int kFirstMessages = 50; // more than a screen shows
constexpr std::chrono::milliseconds kKeepAgainAfter = 5s;
/// Ids of messages that are never kept: above all rows, so that they order like these.
constexpr qint64 kFirstUnkeptId = qint64{1} << 62;

} // namespace

ChatSession::ChatSession(
    const Services &services, GenerationSettings settings, Keep keep, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keep(keep)
    , m_loaded(true)
    , m_complete(true)
    , m_nextId{kFirstUnkeptId}
{
    m_conversation.settings = std::move(settings);
    listen();
}

ChatSession::ChatSession(const Services &services, ConversationId id, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_conversation.id = id;
    listen();
    reload();
}

ChatSession::~ChatSession()
{
    // The store waits for these writes when it goes.
    m_reply.reset();
    if (m_draftUnderWay && *m_draftUnderWay != m_conversation.draft)
        m_services.store.setDraft(m_conversation.id, m_conversation.draft);
    for (const FinalState &state : std::as_const(m_unkept))
        m_services.store.finishReply(state.message, state.settlement, state.received);
    const QList<MessageId> hidden = m_branches.hidden();
    for (const MessageId message : hidden)
        m_services.store.removeMessage(m_conversation.id, message);
}

/// Calls f(value), or tells that the store failed.
template <class T, class F>
void ChatSession::report(const QFuture<Result<T>> &future, F f)
{
    whenDone(future, this, [this, f = std::move(f)](const Result<T> &result) {
        if (result)
            f(*result);
        else
            emit failed(result.error());
    });
}

void ChatSession::listen()
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepAgainAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &ChatSession::keepAgain);
    connect(&m_services.store, &Store::conversationChanged, this, [this](ConversationId id) {
        if (id == m_conversation.id)
            readTotals();
    });
    connect(&m_services.store, &Store::changedElsewhere, this, &ChatSession::reload);
}

/// Reads the conversation if it is kept; while it is being read or a reply is live, once more
/// afterwards.
void ChatSession::reload()
{
    if (!m_conversation.id.isValid())
        return;
    m_readAgain = m_reading || isSending() || m_reply;
    if (m_readAgain)
        return;
    m_reading = true;
    whenDone(m_services.store.conversation(m_conversation.id), this,
        [this, leafChanges = m_leafChanges](const Result<Conversation> &read) {
            if (!read) {
                failLoading(read.error());
                endReading();
                return;
            }
            Conversation found = *read;
            if (m_leafChanges != leafChanges)
                found.currentLeaf = m_conversation.currentLeaf;
            takeConversation(found);
        });
}

void ChatSession::takeConversation(const Conversation &read)
{
    if (m_complete && !isIdle()) { // older than what is on its way
        m_readAgain = true;
        endReading();
        return;
    }
    const Conversation before = std::exchange(m_conversation, read);
    if (m_loaded) { // this process knows better what stands in its own composer
        m_conversation.draft = before.draft;
        if (before.title != m_conversation.title)
            emit titleChanged(m_conversation.title);
        if (before.settings != m_conversation.settings)
            emit settingsChanged();
    }
    const bool isSame = before.updated == read.updated && before.currentLeaf == read.currentLeaf;
    if (m_complete && isSame)
        endReading(); // it was another conversation that changed
    else
        readMessages();
}

void ChatSession::endReading()
{
    m_reading = false;
    if (m_readAgain)
        reload();
}

void ChatSession::readMessages()
{
    const ConversationId id = m_conversation.id;
    if (!m_loaded) {
        report(m_services.store.latestMessages(id, kFirstMessages),
            [this](const QList<Message> &latest) {
                for (const Message &message : latest)
                    m_branches.insert(message);
                m_loaded = true;
                emit loaded();
            });
    }
    report(m_services.store.entries(id), [this](const QList<LedgerEntry> &entries) {
        for (const LedgerEntry &entry : entries)
            mergeEntries({entry}, entry.request.message);
    });
    readTotals();
    whenDone(m_services.store.messages(id), this, [this](const Result<QList<Message>> &all) {
        if (all)
            takeMessages(*all);
        else
            failLoading(all.error());
        endReading();
    });
}

void ChatSession::failLoading(const Error &error)
{
    const bool isRemoved = m_complete && error.kind == ErrorKind::NotFound;
    if (!isRemoved) // the list tells that by itself
        emit failed(error);
    if (m_waiting)
        tellRefused(error, std::exchange(m_waiting, {})->text);
}

void ChatSession::mergeEntries(const QList<LedgerEntry> &entries, MessageId message)
{
    QList<LedgerEntry> &known = m_entries[message];
    for (const LedgerEntry &entry : entries) {
        const auto same = std::ranges::find(
            known, entry.request.id, [](const LedgerEntry &e) { return e.request.id; });
        if (same != known.end())
            *same = entry;
        else
            known.append(entry);
    }
}

void ChatSession::takeMessages(const QList<Message> &messages)
{
    if (m_complete && !isIdle()) { // older than what is on its way
        m_readAgain = true;
        return;
    }
    m_branches.setMessages(messages);
    for (const FinalState &state : std::as_const(m_unkept))
        m_branches.insert(state.message);
    const bool isFirst = !std::exchange(m_complete, true);
    emit branchChanged();
    if (!isFirst)
        return;
    emit completed();
    if (m_waiting)
        sendWaiting();
}

void ChatSession::readTotals()
{
    if (!m_conversation.id.isValid())
        return;
    report(m_services.store.totals(m_conversation.id), [this](const ConversationTotals &totals) {
        if (totals == m_totals)
            return;
        m_totals = totals;
        emit totalsChanged();
    });
}

QList<MessageId> ChatSession::branch() const
{
    return messages().branchTo(m_conversation.currentLeaf);
}

const Message *ChatSession::lastMessage() const
{
    const MessageId leaf = m_conversation.currentLeaf;
    return messages().contains(leaf) ? &messages().at(leaf) : nullptr;
}

bool ChatSession::canContinue() const
{
    const Message *last = lastMessage();
    if (!last || last->role != Role::Assistant || last->text.isEmpty() || !isIdle())
        return false;
    const bool isCut = last->status == MessageStatus::Interrupted
        || (last->status == MessageStatus::Complete && last->finishReason == FinishReason::Length);
    const Result<Provider> provider = m_services.providers.find(last->provider);
    return isCut && provider && provider->prefixCompletion;
}

bool ChatSession::canRegenerate() const
{
    return lastMessage() && isIdle();
}

void ChatSession::setSettings(const GenerationSettings &settings)
{
    if (settings == m_conversation.settings)
        return;
    if (settings.systemPrompt != m_conversation.settings.systemPrompt)
        m_prefixChanged = m_services.clock.now();
    m_conversation.settings = settings;
    if (m_conversation.id.isValid()) {
        report(m_services.store.setSettings(m_conversation.id, settings), [this, settings](Done) {
            if (settings != m_conversation.settings) // an older reading came in between
                reload();
        });
    }
    emit settingsChanged();
}

void ChatSession::setTitle(const QString &title)
{
    if (title == m_conversation.title)
        return;
    m_conversation.title = title;
    if (m_conversation.id.isValid()) {
        report(m_services.store.rename(m_conversation.id, title), [this, title](Done) {
            if (title != m_conversation.title)
                reload();
        });
    }
    emit titleChanged(title);
}

void ChatSession::setDraft(const QString &draft)
{
    if (draft == m_conversation.draft)
        return;
    m_conversation.draft = draft;
    if (!m_draftUnderWay)
        writeDraft();
    emit draftChanged();
}

/// One write at a time: what is typed meanwhile goes with the next.
void ChatSession::writeDraft()
{
    if (!m_conversation.id.isValid())
        return;
    m_draftUnderWay = m_conversation.draft;
    whenDone(m_services.store.setDraft(m_conversation.id, *m_draftUnderWay), this,
        [this](const Result<Done> &written) {
            const std::optional<QString> draft = std::exchange(m_draftUnderWay, {});
            if (!written)
                emit failed(written.error());
            else if (draft != m_conversation.draft)
                writeDraft();
        });
}

/// Final states that the store could not take, for instance because the disk was full: with the
/// next send, and every few seconds.
void ChatSession::keepAgain()
{
    if (m_unkept.isEmpty() || m_keeping)
        return;
    m_keeping = true;
    const FinalState &state = m_unkept.constFirst();
    whenDone(m_services.store.finishReply(state.message, state.settlement, state.received), this,
        [this](const Result<Done> &kept) {
            m_keeping = false;
            if (kept) {
                const MessageId id = m_unkept.takeFirst().message.id;
                keepAgain();
                emit messageChanged(id);
            } else {
                m_keepTimer.start();
            }
        });
}

} // namespace pennyworth

#include "moc_chatsession.cpp"
