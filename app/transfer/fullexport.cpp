// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/fullexport.h"

#include "store/database.h"
#include "store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <array>
#include <atomic>
#include <functional>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 200; // rows between two looks at whether it was cancelled

/// One file: SQLite makes each line itself.
struct Part {
    QLatin1StringView file;
    QLatin1StringView line; ///< the JSON object of one row
    QLatin1StringView from;
};

constexpr std::array<Part, 3> kParts{{
    {"conversations.jsonl"_L1,
        "json_object('id', c.id, 'title', c.title,"
        " 'created', strftime('%Y-%m-%dT%H:%M:%fZ', c.created_ms / 1000.0, 'unixepoch'),"
        " 'updated', strftime('%Y-%m-%dT%H:%M:%fZ', c.updated_ms / 1000.0, 'unixepoch'),"
        " 'current_leaf', c.current_leaf_id, 'context_start', c.context_start_id,"
        " 'pinned', c.pinned, 'unread', c.unread,"
        " 'trashed', strftime('%Y-%m-%dT%H:%M:%fZ', c.trashed_ms / 1000.0, 'unixepoch'),"
        " 'draft', c.draft, 'settings', json_object("
        "'provider', c.provider, 'model', c.model, 'system_prompt', c.system_prompt,"
        " 'thinking', c.thinking, 'effort', c.effort,"
        " 'temperature_hundredths', c.temperature_hundredths, 'max_tokens', c.max_tokens,"
        " 'json_mode', c.json_mode))"_L1,
        "conversation c"_L1},
    {"messages.jsonl"_L1,
        "json_object('id', c.id, 'conversation', c.conversation, 'parent', c.parent, 'role', "
        "c.role,"
        " 'status', c.status, 'created', c.created, 'provider', c.provider, 'model', c.model,"
        " 'finish_reason', c.finish_reason, 'error_kind', c.error_kind,"
        " 'error_status', c.error_status, 'error_charged', c.error_charged,"
        " 'reasoning_ms', c.reasoning_ms, 'reasoning', c.reasoning, 'text', c.text,"
        " 'summarises', (SELECT m.summarises_id FROM message m WHERE m.id = c.id))"_L1,
        "v_messages c"_L1},
    {"requests.jsonl"_L1,
        "json_object('id', c.id, 'conversation', c.conversation, 'message', c.message,"
        " 'provider', c.provider, 'model', c.model, 'model_answered', c.model_answered,"
        " 'billable', c.billable, 'attempt', c.attempt, 'sent', c.sent, 'local_day', c.local_day,"
        " 'state', c.state, 'request_bytes', c.request_bytes, 'output_bytes', c.output_bytes,"
        " 'prompt_tokens', c.prompt_tokens, 'cache_hit_tokens', c.cache_hit_tokens,"
        " 'cache_miss_tokens', c.cache_miss_tokens, 'completion_tokens', c.completion_tokens,"
        " 'reasoning_tokens', c.reasoning_tokens, 'amount', c.amount, 'currency', c.currency,"
        " 'low', c.low, 'high', c.high, 'source', c.source, 'confidence', c.confidence,"
        " 'price_row', c.price_row, 'price_hit', c.price_hit, 'price_miss', c.price_miss,"
        " 'price_output', c.price_output, 'first_byte_after_ms', c.first_byte_after_ms,"
        " 'first_reasoning_after_ms', c.first_reasoning_after_ms,"
        " 'first_text_after_ms', c.first_text_after_ms, 'total_ms', c.total_ms,"
        " 'finish_reason', c.finish_reason, 'fingerprint', c.fingerprint,"
        " 'error_kind', c.error_kind, 'error_status', c.error_status)"_L1,
        "v_requests c"_L1},
}};

Error fileFailed(const QFile &file)
{
    return {.kind = ErrorKind::FileFailed,
        .detail = QString(file.fileName() + ": "_L1 + file.errorString())};
}

} // namespace

/// What the window's thread and the writing one share.
struct FullExport::Run {
    QString databaseFile;
    QString folder;
    std::atomic<bool> cancelled = false;
    std::function<void(qint64, qint64)> tell; // called on the writing thread
    qint64 lines = 0;
    qint64 all = 0;

    Result<Done> write();
    Result<Done> writeParts(Transaction &transaction, const QString &into);
    Result<Done> writePart(Transaction &transaction, const Part &part, const QString &into);
};

Result<Done> FullExport::Run::write()
{
    const QString into = folder + u".part"_s;
    if (QFileInfo::exists(folder) || !QDir().mkpath(into)) {
        return Error{
            .kind = ErrorKind::FileFailed, .detail = folder + u": it exists, or cannot be made"_s};
    }
    Result<Done> done = Done{};
    {
        Result<std::unique_ptr<Database>> database =
            Database::open(databaseFile, Database::Use::Read);
        if (database) {
            const std::unique_ptr<Database> opened = std::move(database).value();
            Transaction transaction(*opened, Transaction::Kind::Read);
            done = writeParts(transaction, into);
            const Result<Done> read = transaction.commit();
            if (done && !read)
                done = read;
        } else {
            done = database.error();
        }
    }
    if (done && !QDir().rename(into, folder))
        done = Error{.kind = ErrorKind::FileFailed, .detail = folder};
    if (!done)
        QDir(into).removeRecursively();
    return done;
}

Result<Done> FullExport::Run::writeParts(Transaction &transaction, const QString &into)
{
    for (const Part &part : kParts) {
        all += transaction
                   .first(u"SELECT count(*) FROM "_s + part.from, {},
                       [](Row &row) { return row.integer(); })
                   .value_or(0);
    }
    for (const Part &part : kParts) {
        const Result<Done> done = writePart(transaction, part, into);
        if (!done)
            return done;
    }
    return Done{};
}

Result<Done> FullExport::Run::writePart(
    Transaction &transaction, const Part &part, const QString &into)
{
    QFile file(into + u'/' + part.file);
    if (!file.open(QIODevice::WriteOnly))
        return fileFailed(file);
    const QString sql = u"SELECT c.id, %1 FROM %2 WHERE c.id > ? ORDER BY c.id LIMIT %3"_s.arg(
        part.line, part.from, QString::number(kPage));
    qint64 last = 0;
    int rows = kPage;
    while (rows == kPage && !transaction.hasFailed()) {
        if (cancelled)
            return Error{.kind = ErrorKind::Cancelled};
        rows = 0;
        transaction.each(sql, {last}, [&](Row &row) {
            last = row.integer();
            file.write(row.text().toUtf8() + '\n');
            ++rows;
        });
        lines += rows;
        tell(lines, all);
    }
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return fileFailed(file);
    return Done{};
}

FullExport::FullExport(QString databaseFile, QObject *parent)
    : QObject(parent)
    , m_databaseFile(std::move(databaseFile))
{
}

FullExport::~FullExport()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void FullExport::start(const QString &folder)
{
    if (m_thread)
        return;
    m_run = std::make_shared<Run>();
    m_run->databaseFile = m_databaseFile;
    m_run->folder = folder;
    // This outlives the thread, which the destructor waits for.
    m_run->tell = [this](qint64 lines, qint64 of) {
        QMetaObject::invokeMethod(
            this, [this, lines, of] { emit progressed(lines, of); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([this, run = m_run] {
        const Result<Done> done = run->write();
        const Error error = done ? Error{} : done.error();
        const QString written = done ? run->folder : QString();
        QMetaObject::invokeMethod(
            this, [this, written, error] { end(written, error); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void FullExport::cancel()
{
    if (m_run)
        m_run->cancelled = true;
}

void FullExport::end(const QString &folder, const Error &error)
{
    m_thread->wait();
    m_thread.reset();
    m_run.reset();
    if (folder.isEmpty())
        emit failed(error);
    else
        emit finished(folder);
}

} // namespace pennyworth

#include "moc_fullexport.cpp"
