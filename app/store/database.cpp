// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/sqliteerror.h"

#include <QDeadlineTimer>
#include <QSqlError>
#include <QThread>
#include <QUuid>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBusyTimeoutMs = 5000;

} // namespace

Database::Database(QString file, QString connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_statements.clear();
    connection().close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Use use)
{
    const QString name = u"pennyworth-"_s + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<Database> database(new Database(file, name));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    if (!connection.isValid()) {
        return Error{.kind = ErrorKind::StoreUnavailable,
            .detail = u"Qt's SQLite driver is not installed"_s};
    }
    connection.setDatabaseName(file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs));
    if (!connection.open())
        return database->errorFrom(connection.lastError());
    const Result<Done> ready = database->setPragmas(use);
    if (!ready)
        return ready.error();
    return database;
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection, false);
}

Error Database::errorFrom(const QSqlError &error) const
{
    return errorFromSqlite(error, m_file);
}

Result<Done> Database::setPragmas(Use use)
{
    // The schema of a file that somebody else made must not run functions of ours that have
    // effects.
    QStringList pragmas{u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA synchronous = NORMAL"_s};
    if (use == Use::Read)
        pragmas.append(u"PRAGMA query_only = ON"_s);
    for (const QString &pragma : std::as_const(pragmas)) {
        const Result<Done> done = run(pragma);
        if (!done)
            return done;
    }
    return Done();
}

// Two processes that change the mode of a new file at the same moment get SQLITE_BUSY at once,
// whatever the busy timeout says (https://www.sqlite.org/rescode.html#busy_recovery and pager.c),
// so this one statement is tried again here.
Result<Done> Database::useWriteAheadLog()
{
    constexpr unsigned long kPauseMs = 10;
    const QDeadlineTimer deadline(kBusyTimeoutMs);
    QSqlQuery query(connection());
    while (!query.exec(u"PRAGMA journal_mode = WAL"_s)) {
        if (!isBusy(query.lastError()) || deadline.hasExpired())
            return errorFrom(query.lastError());
        QThread::msleep(kPauseMs);
    }
    return Done();
}

Result<Done> Database::run(const QString &sql)
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorFrom(query.lastError());
    return Done();
}

Result<qint64> Database::number(const QString &sql)
{
    const Result<QSqlQuery *> statement = prepared(sql);
    if (!statement)
        return statement.error();
    QSqlQuery &query = **statement;
    if (!query.exec() || !query.next())
        return errorFrom(query.lastError());
    const qint64 value = query.value(0).toLongLong();
    query.finish();
    return value;
}

Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return &known->second;
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorFrom(query.lastError());
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

} // namespace pennyworth
