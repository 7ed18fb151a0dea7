// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatsession.h"

#include "api/requestbuilder.h"
#include "domain/whendone.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kFirstMessages = 50; // more than a screen shows
constexpr std::chrono::milliseconds kKeepAgainAfter = 5s;
/// Ids of messages that are never kept: above all rows, so that they order like these.
constexpr qint64 kFirstUnkeptId = qint64{1} << 62;

} // namespace

struct ChatSession::Turn {
    Provider provider;
    GenerationSettings settings; // of the request
    std::optional<QString> prompt; // empty: no user message is made
    QString forcedPrefix;
    MessageId parent; // of the user message; without one, of the reply
    MessageId continues;
    WireRequest request;
    TokenRate outputRate;
};

ChatSession::ChatSession(
    const Services &services, GenerationSettings settings, Keep keep, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keep(keep)
    , m_loaded(true)
    , m_complete(true)
{
    m_conversation.settings = std::move(settings);
    load();
}

ChatSession::ChatSession(const Services &services, ConversationId id, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_conversation.id = id;
    load();
    reload();
}

ChatSession::~ChatSession()
{
    m_reply.reset();
    for (const auto &[message, settlement] : m_unkept)
        m_services.store.finishReply(message, settlement); // the store waits for it when it goes
}

// --- reading
// ---------------------------------------------------------------------------------------------------------

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

void ChatSession::load()
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
    m_readAgain = m_reading || m_sending || m_reply;
    if (m_readAgain)
        return;
    m_reading = true;
    whenDone(m_services.store.conversation(m_conversation.id), this,
        [this](const Result<Conversation> &read) {
            if (!read) {
                m_reading = false;
                emit failed(read.error());
                return;
            }
            const Conversation before = std::exchange(m_conversation, *read);
            if (m_loaded) { // this computer knows better what stands in its own composer
                m_conversation.draft = before.draft;
                if (before.title != m_conversation.title)
                    emit titleChanged(m_conversation.title);
                if (before.settings != m_conversation.settings)
                    emit settingsChanged();
            }
            readMessages();
        });
}

void ChatSession::readMessages()
{
    const ConversationId id = m_conversation.id;
    if (!m_loaded) {
        report(m_services.store.latestMessages(id, kFirstMessages),
            [this](const QList<Message> &latest) {
                for (const Message &message : latest)
                    m_messages.insert(message);
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
        m_reading = false;
        if (all)
            takeMessages(*all);
        else
            emit failed(all.error());
        if (m_readAgain)
            reload();
    });
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
    if (m_sending || m_reply) { // older than what is on its way
        m_readAgain = true;
        return;
    }
    MessageTree tree;
    for (const Message &message : messages)
        tree.insert(message);
    for (const auto &unkept : std::as_const(m_unkept))
        tree.insert(unkept.first);
    m_messages = std::move(tree);
    const bool isFirst = !std::exchange(m_complete, true);
    emit branchChanged();
    if (isFirst)
        emit completed();
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

// --- what is shown
// ---------------------------------------------------------------------------------------------------

QList<MessageId> ChatSession::branch() const
{
    return m_messages.branchTo(m_conversation.currentLeaf);
}

const Message *ChatSession::lastMessage() const
{
    const MessageId leaf = m_conversation.currentLeaf;
    return m_messages.contains(leaf) ? &m_messages.at(leaf) : nullptr;
}

bool ChatSession::canContinue() const
{
    const Message *last = lastMessage();
    if (!last || last->role != Role::Assistant || last->text.isEmpty() || m_sending || m_reply)
        return false;
    const bool isCut = last->status == MessageStatus::Interrupted
        || (last->status == MessageStatus::Complete && last->finishReason == FinishReason::Length);
    const Result<Provider> provider = m_services.providers.find(last->provider);
    return isCut && provider && provider->prefixCompletion;
}

bool ChatSession::canRegenerate() const
{
    const Message *last = lastMessage();
    return last && last->role == Role::Assistant && !m_sending && !m_reply;
}

void ChatSession::setSettings(const GenerationSettings &settings)
{
    if (settings == m_conversation.settings)
        return;
    m_conversation.settings = settings;
    if (m_conversation.id.isValid())
        report(m_services.store.setSettings(m_conversation.id, settings), [](Done) {});
    emit settingsChanged();
}

void ChatSession::setTitle(const QString &title)
{
    if (title == m_conversation.title)
        return;
    m_conversation.title = title;
    if (m_conversation.id.isValid())
        report(m_services.store.rename(m_conversation.id, title), [](Done) {});
    emit titleChanged(title);
}

void ChatSession::setDraft(const QString &draft)
{
    if (draft == m_conversation.draft)
        return;
    m_conversation.draft = draft;
    if (!m_writingDraft)
        writeDraft();
}

/// One write at a time: what is typed meanwhile goes with the next.
void ChatSession::writeDraft()
{
    if (!m_conversation.id.isValid())
        return;
    m_writingDraft = true;
    const QString draft = m_conversation.draft;
    whenDone(m_services.store.setDraft(m_conversation.id, draft), this,
        [this, draft](const Result<Done> &written) {
            m_writingDraft = false;
            if (!written)
                emit failed(written.error());
            else if (draft != m_conversation.draft)
                writeDraft();
        });
}

// --- sending
// ---------------------------------------------------------------------------------------------------------

void ChatSession::send(const QString &prompt, const QString &forcedPrefix)
{
    const auto turn = std::make_shared<Turn>();
    turn->prompt = prompt;
    turn->forcedPrefix = forcedPrefix;
    whenComplete([this, turn] {
        turn->settings = m_conversation.settings;
        turn->parent = m_conversation.currentLeaf;
        start(turn);
    });
}

void ChatSession::regenerate()
{
    const Message *last = lastMessage();
    if (!canRegenerate())
        return;
    const auto turn = std::make_shared<Turn>();
    turn->settings = m_conversation.settings;
    turn->parent = last->parent;
    whenComplete([this, turn] { start(turn); });
}

void ChatSession::continueReply()
{
    const Message *last = lastMessage();
    if (!canContinue())
        return;
    const auto turn = std::make_shared<Turn>();
    turn->settings = m_conversation.settings;
    turn->settings.provider = last->provider; // only the one who began it can go on
    turn->settings.model = last->model;
    turn->parent = last->id;
    turn->continues = last->id;
    whenComplete([this, turn] { start(turn); });
}

void ChatSession::stop()
{
    m_stopWanted = m_sending;
    if (m_reply)
        m_reply->stop();
}

template <class F>
void ChatSession::whenComplete(F f)
{
    if (m_complete)
        f();
    else
        connect(this, &ChatSession::completed, this, f, Qt::SingleShotConnection);
}

void ChatSession::start(const TurnPointer &turn)
{
    if (m_sending || m_reply) {
        tellRefused(turn,
            {.kind = ErrorKind::InvalidRequest,
                .detail = u"a reply is under way in this conversation"_s});
        return;
    }
    m_sending = true;
    m_stopWanted = false;
    keepAgain();
    const Result<Provider> provider = m_services.providers.find(turn->settings.provider);
    if (!provider) {
        refuse(turn, provider.error());
        return;
    }
    turn->provider = *provider;
    whenDone(m_services.keys.key(turn->provider), this, [this, turn](const Result<QString> &key) {
        if (key)
            withKey(turn, *key);
        else
            refuse(turn, key.error());
    });
}

QList<Message> ChatSession::branchUntil(MessageId leaf) const
{
    QList<Message> messages;
    const QList<MessageId> ids = m_messages.branchTo(leaf);
    messages.reserve(ids.size() + 1);
    for (const MessageId id : ids)
        messages.append(m_messages.at(id));
    return messages;
}

void ChatSession::withKey(const TurnPointer &turn, const QString &key)
{
    ChatRequest request{.settings = turn->settings,
        .branch = branchUntil(turn->parent),
        .continuesLast = turn->continues.isValid(),
        .forcedPrefix = turn->forcedPrefix};
    if (turn->prompt)
        request.branch.append({.role = Role::User, .text = *turn->prompt});
    const Result<WireRequest> wire = chatRequest(turn->provider, request, key);
    if (!wire) {
        refuse(turn, wire.error());
        return;
    }
    turn->request = *wire;
    const auto rate =
        m_services.store.learnedOutputRate(turn->settings.provider, turn->settings.model);
    whenDone(rate, this, [this, turn](const Result<TokenRate> &learned) {
        turn->outputRate = learned.valueOr({}); // only estimates hang on it
        commit(turn);
    });
}

void ChatSession::commit(const TurnPointer &turn)
{
    if (m_stopWanted) {
        refuse(turn, {.kind = ErrorKind::Cancelled});
        return;
    }
    const Instant now = m_services.clock.now();
    const LedgerRequest request{.conversation = m_conversation.id,
        .message = m_keep == Keep::Conversation ? turn->continues : MessageId(),
        .provider = turn->provider.id,
        .model = turn->settings.model,
        .billable = turn->provider.billable,
        .sent = now,
        .utcOffsetMinutes = m_services.clock.utcOffsetMinutes(now),
        .requestBytes = turn->request.body.size()};
    if (m_keep == Keep::LedgerOnly) {
        commitToLedger(turn, request);
        return;
    }
    if (!m_conversation.id.isValid() && m_conversation.title.isEmpty())
        m_conversation.title = titleFromPrompt(turn->prompt.value_or(QString()));
    const NewTurn newTurn{.conversation = m_conversation.id,
        .title = m_conversation.title,
        .settings = m_conversation.settings,
        .parent = turn->parent,
        .prompt = turn->prompt,
        .continues = turn->continues,
        .request = request};
    whenDone(m_services.store.beginTurn(newTurn), this,
        [this, turn, request](const Result<CommittedTurn> &kept) {
            if (kept)
                committed(turn, request, *kept);
            else
                refuse(turn, kept.error());
        });
}

/// As Store::beginTurn, with messages that live here only.
void ChatSession::commitToLedger(const TurnPointer &turn, const LedgerRequest &request)
{
    whenDone(m_services.store.addRequest(request), this,
        [this, turn, request](const Result<RequestId> &added) {
            if (!added) {
                refuse(turn, added.error());
                return;
            }
            CommittedTurn kept{.request = *added};
            MessageId parent = turn->parent;
            if (turn->prompt) {
                kept.prompt = {.id = nextUnkeptId(),
                    .parent = parent,
                    .role = Role::User,
                    .text = *turn->prompt};
                kept.prompt->created = request.sent;
                parent = kept.prompt->id;
            }
            kept.reply = {
                .parent = parent, .role = Role::Assistant, .status = MessageStatus::Streaming};
            kept.reply.provider = request.provider;
            kept.reply.model = request.model;
            kept.reply.created = request.sent;
            if (turn->continues.isValid())
                kept.reply = m_messages.at(turn->continues);
            else
                kept.reply.id = nextUnkeptId();
            committed(turn, request, kept);
        });
}

MessageId ChatSession::nextUnkeptId()
{
    return {kFirstUnkeptId + m_unkeptIds++};
}

void ChatSession::committed(
    const TurnPointer &turn, LedgerRequest request, const CommittedTurn &kept)
{
    const bool isNew = !m_conversation.id.isValid() && kept.conversation.isValid();
    m_conversation.id = kept.conversation;
    if (kept.prompt)
        m_messages.insert(*kept.prompt);
    m_messages.insert(kept.reply);
    m_messages.at(kept.reply.id).status = MessageStatus::Streaming;
    m_messages.at(kept.reply.id).error.reset();
    m_conversation.currentLeaf = kept.reply.id;

    Reply::Start start{
        .provider = turn->provider, .settings = turn->settings, .request = turn->request};
    start.message = kept.reply;
    start.requestId = kept.request;
    start.outputRate = turn->outputRate;
    start.prefix = turn->forcedPrefix;
    if (m_currencies.contains(turn->provider.id))
        start.currency = m_currencies.value(turn->provider.id);
    request.conversation = kept.conversation;
    if (m_keep == Keep::Conversation)
        request.message = kept.reply.id;
    else
        start.message.id = {};
    start.ledgerRequest = request;

    if (isNew) {
        emit created(m_conversation.id);
        emit titleChanged(m_conversation.title);
    }
    if (kept.prompt)
        m_conversation.draft.clear(); // as the store did
    startReply(kept.reply.id, std::move(start));
}

void ChatSession::refuse(const TurnPointer &turn, const Error &error)
{
    m_sending = false;
    tellRefused(turn, error);
    if (m_readAgain)
        reload();
}

/// Always from the event loop, so that the caller has returned.
void ChatSession::tellRefused(const TurnPointer &turn, const Error &error)
{
    const QString prompt = turn->prompt.value_or(QString());
    QMetaObject::invokeMethod(
        this, [this, prompt, error] { emit refused(error, prompt); }, Qt::QueuedConnection);
}

// --- the live reply
// --------------------------------------------------------------------------------------------------

void ChatSession::startReply(MessageId id, Reply::Start start)
{
    m_reply = std::make_unique<Reply>(m_services, std::move(start));
    connect(m_reply.get(), &Reply::appended, this,
        [this, id](const QString &text, const QString &reasoning) {
            Message &message = m_messages.at(id);
            message.text += text;
            message.reasoning += reasoning;
            emit messageAppended(id, text, reasoning);
        });
    connect(m_reply.get(), &Reply::notKept, this, &ChatSession::failed);
    connect(m_reply.get(), &Reply::finished, this, [this, id] { endReply(id); });
    m_sending = false;
    emit branchChanged();
    emit replyStarted();
    m_reply->begin();
    if (m_stopWanted)
        m_reply->stop();
}

void ChatSession::endReply(MessageId id)
{
    Reply *reply = m_reply.release();
    reply->deleteLater(); // it is the sender
    Message message = reply->message();
    message.id = id;
    m_messages.insert(message);
    mergeEntries(reply->entries(), id);
    if (!reply->isKept() && m_keep == Keep::Conversation) {
        m_unkept.append({message, reply->settlement()});
        m_keepTimer.start();
    }
    emit messageChanged(id);
    emit replyFinished(id);
    if (m_readAgain)
        reload();
}

/// Final states that the store could not take, for instance because the disk was full: with the
/// next send, and every few seconds.
void ChatSession::keepAgain()
{
    if (m_unkept.isEmpty() || m_keeping)
        return;
    m_keeping = true;
    const auto [message, settlement] = m_unkept.first();
    whenDone(
        m_services.store.finishReply(message, settlement), this, [this](const Result<Done> &kept) {
            m_keeping = false;
            if (kept) {
                m_unkept.removeFirst();
                keepAgain();
            } else {
                m_keepTimer.start();
            }
        });
}

} // namespace pennyworth

#include "moc_chatsession.cpp"
