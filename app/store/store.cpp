// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "domain/whendone.h"
#include "store/foreignwrites.h"
#include "store/reader.h"
#include "store/workerthread.h"
#include "store/writer.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

class Store::Threads final {
public:
    Threads(const QString &file, const Clock *givenClock, const PriceBook *prices)
        : writer(u"store writer"_s,
            std::make_unique<Writer>(
                file, givenClock != nullptr ? *givenClock : systemClock, prices))
        , reader(u"store reader"_s, std::make_unique<Reader>(file))
    {
    }

    const SystemClock systemClock;
    ForeignWrites foreignWrites;
    WorkerThread<Writer> writer;
    WorkerThread<Reader>
        reader; // ends first: the writer's connection closes last and tidies the file up
};

Store::Store(const QString &databaseFile, QObject *parent)
    : QObject(parent)
    , m_threads(std::make_unique<Threads>(databaseFile, nullptr, nullptr))
{
    listen(databaseFile);
}

Store::Store(
    const QString &databaseFile, const PriceBook &prices, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_threads(std::make_unique<Threads>(databaseFile, &clock, &prices))
{
    listen(databaseFile);
}

Store::~Store() = default;

void Store::listen(const QString &databaseFile)
{
    const Writer *writer = m_threads->writer.worker();
    connect(writer, &Writer::opened, this,
        [this, databaseFile] { m_threads->foreignWrites.watch(databaseFile); });
    connect(writer, &Writer::conversationChanged, this, &Store::conversationChanged);
    connect(writer, &Writer::conversationRemoved, this, &Store::conversationRemoved);
    connect(&m_threads->foreignWrites, &ForeignWrites::suspected, this, [this] {
        whenDone(
            m_threads->writer.post([](Writer &worker) { return worker.noticeForeignCommits(); }),
            this, [this](bool noticed) {
                if (noticed)
                    emit changedElsewhere();
            });
    });
}

QFuture<Result<Done>> Store::open()
{
    const QFuture<Result<Done>> opened =
        m_threads->writer.post([](Writer &writer) { return writer.open(); });
    // The reader waits on its own thread, so that whatever is asked of it meanwhile is answered
    // once the file is there.
    return m_threads->reader.post([opened](Reader &reader) {
        const Result<Done> done = opened.result();
        return done ? reader.open() : reader.refuse(done.error());
    });
}

QFuture<Result<CommittedTurn>> Store::beginTurn(const NewTurn &turn)
{
    return m_threads->writer.post([turn](Writer &writer) { return writer.beginTurn(turn); });
}

QFuture<Result<RequestId>> Store::addRequest(
    const LedgerRequest &request, const std::optional<SentRequest> &sent)
{
    return m_threads->writer.post(
        [request, sent](Writer &writer) { return writer.addRequest(request, sent); });
}

QFuture<Result<Done>> Store::appendJournal(
    MessageId reply, const QString &text, const QString &reasoning)
{
    return m_threads->writer.post([reply, text, reasoning](Writer &writer) {
        return writer.appendJournal(reply, text, reasoning);
    });
}

QFuture<Result<Done>> Store::finishReply(const Message &reply, const Settlement &settlement,
    const std::optional<ReceivedResponse> &received)
{
    return m_threads->writer.post([reply, settlement, received](Writer &writer) {
        return writer.finishReply(reply, settlement, received);
    });
}

QFuture<Result<Done>> Store::settle(
    const Settlement &settlement, const std::optional<ReceivedResponse> &received)
{
    return m_threads->writer.post(
        [settlement, received](Writer &writer) { return writer.settle(settlement, received); });
}

QFuture<Result<QList<ConversationSummary>>> Store::conversations()
{
    return m_threads->reader.post([](Reader &reader) { return reader.conversations(); });
}

QFuture<Result<QList<ConversationSummary>>> Store::trash()
{
    return m_threads->reader.post([](Reader &reader) { return reader.trash(); });
}

QFuture<Result<std::optional<ConversationSummary>>> Store::summary(ConversationId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.summary(id); });
}

QFuture<Result<Conversation>> Store::conversation(ConversationId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.conversation(id); });
}

QFuture<Result<QList<Message>>> Store::latestMessages(ConversationId id, int count)
{
    return m_threads->reader.post(
        [id, count](Reader &reader) { return reader.latestMessages(id, count); });
}

QFuture<Result<QList<Message>>> Store::messages(ConversationId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.messages(id); });
}

QFuture<Result<Done>> Store::rename(ConversationId id, const QString &title)
{
    return m_threads->writer.post([id, title](Writer &writer) { return writer.rename(id, title); });
}

QFuture<Result<Done>> Store::setSettings(ConversationId id, const GenerationSettings &settings)
{
    return m_threads->writer.post(
        [id, settings](Writer &writer) { return writer.setSettings(id, settings); });
}

QFuture<Result<Done>> Store::setDraft(ConversationId id, const QString &draft)
{
    return m_threads->writer.post(
        [id, draft](Writer &writer) { return writer.setDraft(id, draft); });
}

QFuture<Result<Done>> Store::setCurrentLeaf(ConversationId id, MessageId leaf)
{
    return m_threads->writer.post(
        [id, leaf](Writer &writer) { return writer.setCurrentLeaf(id, leaf); });
}

QFuture<Result<Done>> Store::setContextStart(ConversationId id, MessageId first)
{
    return m_threads->writer.post(
        [id, first](Writer &writer) { return writer.setContextStart(id, first); });
}

QFuture<Result<QString>> Store::newDraft()
{
    return m_threads->reader.post([](Reader &reader) { return reader.newDraft(); });
}

QFuture<Result<Done>> Store::setNewDraft(const QString &draft)
{
    return m_threads->writer.post([draft](Writer &writer) { return writer.setNewDraft(draft); });
}

QFuture<Result<Done>> Store::removeMessage(ConversationId id, MessageId message)
{
    return m_threads->writer.post(
        [id, message](Writer &writer) { return writer.removeMessage(id, message); });
}

QFuture<Result<ConversationId>> Store::copyBranch(const BranchCopy &copy)
{
    return m_threads->writer.post([copy](Writer &writer) { return writer.copyBranch(copy); });
}

QFuture<Result<Done>> Store::setPinned(ConversationId id, bool pinned)
{
    return m_threads->writer.post(
        [id, pinned](Writer &writer) { return writer.setPinned(id, pinned); });
}

QFuture<Result<Done>> Store::setUnread(ConversationId id, bool unread)
{
    return m_threads->writer.post(
        [id, unread](Writer &writer) { return writer.setUnread(id, unread); });
}

QFuture<Result<Done>> Store::trashConversation(ConversationId id)
{
    return m_threads->writer.post([id](Writer &writer) { return writer.trashConversation(id); });
}

QFuture<Result<Done>> Store::restoreConversation(ConversationId id)
{
    return m_threads->writer.post([id](Writer &writer) { return writer.restoreConversation(id); });
}

QFuture<Result<Done>> Store::removeTrash(Instant before)
{
    return m_threads->writer.post([before](Writer &writer) { return writer.removeTrash(before); });
}

QFuture<Result<Done>> Store::removeConversation(ConversationId id)
{
    return m_threads->writer.post([id](Writer &writer) { return writer.removeConversation(id); });
}

QFuture<Result<QList<LedgerEntry>>> Store::entries(ConversationId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.entries(id); });
}

QFuture<Result<Exchange>> Store::exchange(RequestId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.exchange(id); });
}

QFuture<Result<ConversationTotals>> Store::totals(ConversationId id)
{
    return m_threads->reader.post([id](Reader &reader) { return reader.totals(id); });
}

QFuture<Result<QList<SpendRow>>> Store::spend(const SpendQuery &query)
{
    return m_threads->reader.post([query](Reader &reader) { return reader.spend(query); });
}

QFuture<Result<TokenRate>> Store::learnedOutputRate(const QString &provider, const QString &model)
{
    return m_threads->reader.post(
        [provider, model](Reader &reader) { return reader.learnedOutputRate(provider, model); });
}

QFuture<Result<QList<qint64>>> Store::replyLengths(const QString &provider, const QString &model)
{
    return m_threads->reader.post(
        [provider, model](Reader &reader) { return reader.replyLengths(provider, model); });
}

QFuture<Result<Done>> Store::rememberCurrency(
    const QString &provider, const QString &keyMark, Currency currency)
{
    return m_threads->writer.post([provider, keyMark, currency](Writer &writer) {
        return writer.rememberCurrency(provider, keyMark, currency);
    });
}

QFuture<Result<std::optional<Currency>>> Store::currency(
    const QString &provider, const QString &keyMark)
{
    return m_threads->reader.post(
        [provider, keyMark](Reader &reader) { return reader.currency(provider, keyMark); });
}

QFuture<Result<QHash<QString, Currency>>> Store::currencies()
{
    return m_threads->reader.post([](Reader &reader) { return reader.currencies(); });
}

QFuture<Result<Done>> Store::rememberLimitField(
    const QString &address, const QString &model, MaxTokensField field)
{
    return m_threads->writer.post([address, model, field](Writer &writer) {
        return writer.rememberLimitField(address, model, field);
    });
}

QFuture<Result<std::optional<MaxTokensField>>> Store::limitField(
    const QString &address, const QString &model)
{
    return m_threads->reader.post(
        [address, model](Reader &reader) { return reader.limitField(address, model); });
}

} // namespace pennyworth

#include "moc_store.cpp"
