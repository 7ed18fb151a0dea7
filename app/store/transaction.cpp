// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include <QSqlError>

namespace pennyworth {

using namespace Qt::StringLiterals;

Transaction::Transaction(Database &database, Kind kind)
    : m_database(database)
{
    control(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = !hasFailed();
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    // SQLite has rolled back by itself after some errors (disk full), and then says so: nothing to
    // report.
    const Result<QSqlQuery *> rollback = m_database.prepared(u"ROLLBACK"_s);
    if (rollback)
        (*rollback)->exec();
}

int Transaction::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = start(sql, values);
    if (query == nullptr)
        return 0;
    const int changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Transaction::insert(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = start(sql, values);
    if (query == nullptr)
        return 0;
    const qint64 id = query->lastInsertId().toLongLong();
    query->finish();
    return id;
}

bool Transaction::exists(const QString &sql, const QVariantList &values)
{
    return first(sql, values, [](Row &) { return true; }).has_value();
}

void Transaction::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<Done> Transaction::commit()
{
    control(u"COMMIT"_s);
    if (m_error)
        return *m_error;
    m_open = false;
    return Done();
}

QSqlQuery *Transaction::start(const QString &sql, const QVariantList &values)
{
    if (m_error)
        return nullptr;
    const Result<QSqlQuery *> statement = m_database.prepared(sql);
    if (!statement) {
        m_error = statement.error();
        return nullptr;
    }
    QSqlQuery *query = *statement;
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (query->exec())
        return query;
    m_error = m_database.errorFrom(query->lastError());
    query->finish();
    return nullptr;
}

// A step that fails in the middle ends the rows like the last one does; only the error tells them
// apart.
void Transaction::finish(QSqlQuery &query)
{
    if (query.lastError().isValid())
        fail(m_database.errorFrom(query.lastError()));
    query.finish();
}

void Transaction::control(const QString &sql)
{
    if (QSqlQuery *query = start(sql, {}))
        query->finish();
}

} // namespace pennyworth
