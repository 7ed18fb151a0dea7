// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "store/accounttable.h"
#include "store/conversationtable.h"
#include "store/exchangetable.h"
#include "store/journal.h"
#include "store/ledgertable.h"
#include "store/limitfieldtable.h"
#include "store/messagetable.h"
#include "store/migrations.h"
#include "store/processtable.h"
#include "store/recovery.h"
#include "store/sqliteerror.h"
#include "store/turns.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

const QString &dataVersion()
{
    static const QString sql = u"PRAGMA data_version"_s;
    return sql;
}

// The nearest folder above that exists decides why one could not be made.
ErrorKind whyNoFolder(const QDir &wanted)
{
    QString path = wanted.absolutePath();
    while (!QFileInfo::exists(path) && path != QFileInfo(path).path())
        path = QFileInfo(path).path();
    const QFileInfo existing(path);
    return existing.isDir() && !existing.isWritable() ? ErrorKind::StoreReadOnly
                                                      : ErrorKind::StoreUnavailable;
}

} // namespace

Writer::Writer(QString databaseFile, const Clock &clock, const PriceBook *prices)
    : m_file(std::move(databaseFile))
    , m_clock(clock)
    , m_prices(prices)
    , m_notOpen{.kind = ErrorKind::StoreUnavailable, .detail = u"%1 is not open"_s.arg(m_file)}
{
}

Writer::~Writer()
{
    if (!m_database)
        return;
    Transaction transaction(*m_database, Transaction::Kind::Write);
    ProcessTable processes(transaction);
    if (!processes.hasUnfinished(m_process))
        processes.remove(m_process);
    // A failure leaves a dead process behind, which the next start clears away.
    static_cast<void>(transaction.commit());
}

Result<Done> Writer::open()
{
    if (m_database)
        return Done();
    Result<Done> done = makeFile();
    if (done)
        done = openDatabase();
    if (done)
        done = enter();
    if (done)
        done = recover();
    if (!done) {
        m_database.reset();
        m_lock.reset();
        m_notOpen = done.error();
        return done;
    }
    m_dataVersion = m_database->number(dataVersion()).valueOr(0);
    emit opened();
    return done;
}

// What is said here is nobody else's business: folder and file are for their owner alone, and
// SQLite gives its side files the rights of the main file.
Result<Done> Writer::makeFile()
{
    constexpr QFileDevice::Permissions kOwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const QDir folder = QFileInfo(m_file).absoluteDir();
    if (!folder.exists()) {
        if (!QDir().mkpath(folder.absolutePath()))
            return Error{.kind = whyNoFolder(folder),
                .detail = u"%1 cannot be made"_s.arg(folder.absolutePath())};
        QFile::setPermissions(folder.absolutePath(), kOwnerOnly | QFileDevice::ExeOwner);
    }
    if (QFileInfo::exists(m_file))
        return Done();
    QFile file(m_file);
    if (!file.open(QIODevice::ReadWrite, kOwnerOnly)) {
        const bool denied = file.error() == QFileDevice::PermissionsError
            || !QFileInfo(folder.absolutePath()).isWritable();
        return Error{.kind = denied ? ErrorKind::StoreReadOnly : ErrorKind::StoreUnavailable,
            .detail = u"%1: %2"_s.arg(m_file, file.errorString())};
    }
    return Done();
}

Result<Done> Writer::openDatabase()
{
    Result<std::unique_ptr<Database>> opened = Database::open(m_file, Database::Use::ReadWrite);
    if (!opened)
        return opened.error();
    m_database = std::move(opened).value();
    const Migrations migrations = Migrations::builtIn();
    Result<Done> done = migrations.accepts(*m_database);
    if (done)
        done = m_database->useWriteAheadLog();
    return done ? migrations.apply(*m_database) : done;
}

// Lock and row are made under the write lock, so that whoever holds it next finds both or neither.
Result<Done> Writer::enter()
{
    return write([this](Transaction &transaction) {
        Result<std::unique_ptr<ProcessLock>> lock = ProcessLock::acquire(m_file);
        if (!lock) {
            transaction.fail(lock.error());
            return;
        }
        m_lock = std::move(lock).value();
        m_process = ProcessTable(transaction).insert(m_lock->token(), m_clock.now());
    });
}

// Under the write lock from the first look, so that two starting processes never fold the same
// journal twice.
Result<Done> Writer::recover()
{
    return write([this](Transaction &transaction) {
        ProcessTable processes(transaction);
        Recovery recovery(transaction, m_prices, m_clock.now());
        QStringList alive{m_lock->token()};
        const QList<ProcessRow> others = processes.others(m_process);
        for (const ProcessRow &other : others) {
            if (ProcessLock::isHeld(m_file, other.token)) {
                alive.append(other.token);
                continue;
            }
            recovery.fold(other.id);
            processes.remove(other.id);
        }
        if (!transaction.hasFailed())
            ProcessLock::keepOnly(m_file, alive);
    });
}

template <class Work>
Result<Done> Writer::write(Work work)
{
    if (!m_database)
        return m_notOpen;
    Transaction transaction(*m_database, Transaction::Kind::Write);
    work(transaction);
    return transaction.commit();
}

Result<CommittedTurn> Writer::beginTurn(const NewTurn &turn)
{
    CommittedTurn committed;
    const Result<Done> done = write([&](Transaction &transaction) {
        committed = pennyworth::beginTurn(transaction, turn, m_process);
    });
    if (!done)
        return done.error();
    emit conversationChanged(committed.conversation);
    return committed;
}

Result<RequestId> Writer::addRequest(
    const LedgerRequest &request, const std::optional<SentRequest> &sent)
{
    RequestId id;
    const Result<Done> done = write([&](Transaction &transaction) {
        id = LedgerTable(transaction).insert(request, m_process);
        if (sent && request.message.isValid())
            ExchangeTable(transaction).insert(id, request.message, *sent);
    });
    if (!done)
        return done.error();
    if (request.conversation.isValid())
        emit conversationChanged(request.conversation);
    return id;
}

Result<Done> Writer::appendJournal(MessageId reply, const QString &text, const QString &reasoning)
{
    return write([&](Transaction &transaction) {
        Journal(transaction).append(reply, m_process, m_clock.now(), text, reasoning);
    });
}

Result<Done> Writer::finishReply(const Message &reply, const Settlement &settlement,
    const std::optional<ReceivedResponse> &received)
{
    bool found = false;
    const Result<Done> done = write([&](Transaction &transaction) {
        found = pennyworth::finishReply(transaction, reply, settlement);
        if (received)
            ExchangeTable(transaction).complete(settlement.request, *received);
    });
    if (done && found)
        emit conversationChanged(reply.conversation);
    return done;
}

Result<Done> Writer::settle(
    const Settlement &settlement, const std::optional<ReceivedResponse> &received)
{
    ConversationId conversation;
    const Result<Done> done = write([&](Transaction &transaction) {
        LedgerTable ledger(transaction);
        ledger.insert(settlement);
        if (received)
            ExchangeTable(transaction).complete(settlement.request, *received);
        conversation = ledger.find(settlement.request).value_or(LedgerRequest()).conversation;
    });
    if (done && conversation.isValid())
        emit conversationChanged(conversation);
    return done;
}

Result<Done> Writer::rename(ConversationId id, const QString &title)
{
    const Result<Done> done = write(
        [&](Transaction &transaction) { ConversationTable(transaction).setTitle(id, title); });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::setSettings(ConversationId id, const GenerationSettings &settings)
{
    const Result<Done> done = write([&](Transaction &transaction) {
        ConversationTable(transaction).setSettings(id, settings);
    });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::setDraft(ConversationId id, const QString &draft)
{
    return write(
        [&](Transaction &transaction) { ConversationTable(transaction).setDraft(id, draft); });
}

Result<Done> Writer::setCurrentLeaf(ConversationId id, MessageId leaf)
{
    const Result<Done> done = write(
        [&](Transaction &transaction) { ConversationTable(transaction).setCurrentLeaf(id, leaf); });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::setContextStart(ConversationId id, MessageId first)
{
    const Result<Done> done = write([&](Transaction &transaction) {
        ConversationTable(transaction).setContextStart(id, first);
    });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::removeMessage(ConversationId id, MessageId message)
{
    const Result<Done> done = write([&](Transaction &transaction) {
        MessageTable(transaction).removeSubtree(message);
        ConversationTable(transaction).dropMissingLeaf(id);
    });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::setNewDraft(const QString &draft)
{
    return write(
        [&](Transaction &transaction) { ConversationTable(transaction).setNewDraft(draft); });
}

Result<ConversationId> Writer::copyBranch(const BranchCopy &copy)
{
    ConversationId made;
    const Result<Done> done = write([&](Transaction &transaction) {
        made = pennyworth::copyBranch(transaction, copy, m_clock.now());
    });
    if (!done)
        return done.error();
    emit conversationChanged(made);
    return made;
}

Result<Done> Writer::setPinned(ConversationId id, bool pinned)
{
    const Result<Done> done = write(
        [&](Transaction &transaction) { ConversationTable(transaction).setPinned(id, pinned); });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::setUnread(ConversationId id, bool unread)
{
    bool isChanged = false;
    const Result<Done> done = write([&](Transaction &transaction) {
        isChanged = ConversationTable(transaction).setUnread(id, unread);
    });
    if (done && isChanged)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::trashConversation(ConversationId id)
{
    const Result<Done> done = write([&](Transaction &transaction) {
        ConversationTable(transaction).setTrashed(id, m_clock.now());
    });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::restoreConversation(ConversationId id)
{
    const Result<Done> done =
        write([&](Transaction &transaction) { ConversationTable(transaction).setTrashed(id, {}); });
    if (done)
        emit conversationChanged(id);
    return done;
}

Result<Done> Writer::removeTrash(Instant before)
{
    QList<ConversationId> removed;
    const Result<Done> done = write([&](Transaction &transaction) {
        ConversationTable conversations(transaction);
        removed = conversations.trashedBefore(before);
        for (const ConversationId id : std::as_const(removed))
            conversations.remove(id);
    });
    if (!done)
        return done;
    for (const ConversationId id : std::as_const(removed))
        emit conversationRemoved(id);
    return done;
}

Result<Done> Writer::removeConversation(ConversationId id)
{
    const Result<Done> done =
        write([&](Transaction &transaction) { ConversationTable(transaction).remove(id); });
    if (done)
        emit conversationRemoved(id);
    return done;
}

Result<Done> Writer::rememberCurrency(
    const QString &provider, const QString &keyMark, Currency currency)
{
    return write([&](Transaction &transaction) {
        AccountTable(transaction).remember(provider, keyMark, currency, m_clock.now());
    });
}

Result<Done> Writer::rememberLimitField(
    const QString &address, const QString &model, MaxTokensField field)
{
    return write([&](Transaction &transaction) {
        LimitFieldTable(transaction).remember(address, model, field, m_clock.now());
    });
}

// SQLite changes the number only for commits of other connections, so that our own never count
// (https://www.sqlite.org/pragma.html#pragma_data_version).
bool Writer::noticeForeignCommits()
{
    if (!m_database)
        return false;
    const qint64 version = m_database->number(dataVersion()).valueOr(m_dataVersion);
    return std::exchange(m_dataVersion, version) != version;
}

} // namespace pennyworth

#include "moc_writer.cpp"
