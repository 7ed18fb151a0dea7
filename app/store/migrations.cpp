// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/transaction.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// Statements are separated by blank lines. Comments between them are no statements.
QStringList statementsOf(const QString &script)
{
    static const QRegularExpression blankLine(u"\\n[ \\t]*\\n"_s);
    QStringList statements;
    const QStringList parts = script.split(blankLine, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList lines = part.split(u'\n', Qt::SkipEmptyParts);
        const bool saysSomething = std::ranges::any_of(
            lines, [](const QString &line) { return !line.startsWith("--"_L1); });
        if (saysSomething)
            statements.append(part);
    }
    return statements;
}

Result<qint64> versionOf(Database &database)
{
    return database.number(u"PRAGMA user_version"_s);
}

} // namespace

Migrations Migrations::builtIn()
{
    QStringList scripts;
    while (true) {
        QFile file(u":/pennyworth/migrations/%1.sql"_s.arg(scripts.size() + 1, 3, 10, QChar(u'0')));
        if (!file.open(QIODevice::ReadOnly))
            return Migrations(scripts);
        scripts.append(QString::fromUtf8(file.readAll()));
    }
}

Migrations::Migrations(QStringList scripts)
    : m_scripts(std::move(scripts))
{
}

Result<Done> Migrations::accepts(Database &database) const
{
    const Result<qint64> found = versionOf(database);
    if (!found)
        return found.error();
    if (*found > version()) {
        return Error{.kind = ErrorKind::StoreNewer,
            .detail = u"%1 has schema version %2, this program knows %3"_s.arg(database.file())
                          .arg(*found)
                          .arg(version())};
    }
    if (*found > 0)
        return Done();
    const Result<qint64> objects = database.number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!objects)
        return objects.error();
    if (*found == 0 && *objects > 0) {
        // Another process may have made them since the version was read; both come at once.
        const Result<qint64> now = versionOf(database);
        if (!now)
            return now.error();
        if (*now > 0)
            return accepts(database);
    }
    if (*found < 0 || *objects > 0) {
        return Error{.kind = ErrorKind::StoreDamaged,
            .detail = u"%1 is a database of another program"_s.arg(database.file())};
    }
    return Done();
}

Result<Done> Migrations::apply(Database &database) const
{
    while (true) {
        // The version is read under the write lock: another process may be migrating the same file.
        Transaction transaction(database, Transaction::Kind::Write);
        if (transaction.hasFailed())
            return transaction.commit();
        const Result<Done> accepted = accepts(database);
        if (!accepted)
            return accepted;
        const Result<qint64> found = versionOf(database);
        if (!found)
            return found.error();
        if (*found == version())
            return Done();
        QStringList statements = statementsOf(m_scripts.at(*found));
        statements.append(u"PRAGMA user_version = %1"_s.arg(*found + 1));
        for (const QString &statement : std::as_const(statements)) {
            const Result<Done> done = database.run(statement);
            if (!done)
                return done;
        }
        const Result<Done> done = transaction.commit();
        if (!done)
            return done;
    }
}

} // namespace pennyworth
