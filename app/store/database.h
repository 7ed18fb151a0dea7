// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <unordered_map>

namespace pennyworth {

/// One connection to the file with the pragmas every connection needs, and its prepared statements,
/// each made once. Belongs to the thread that opened it. All reading and writing goes through
/// Transaction.
class Database final {
public:
    enum class Use { ReadWrite, Read };

    /// Opens an existing file, or makes an empty one for ReadWrite. Errors as in Store::open().
    static Result<std::unique_ptr<Database>> open(const QString &file, Use use);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QString file() const { return m_file; }

    /// Once, by the writer, after it is known that the file is ours: it changes the file's header.
    Result<Done> useWriteAheadLog();
    /// A statement that is not kept prepared: pragmas and what defines the schema.
    Result<Done> run(const QString &sql);
    /// The first column of the first row, an integer.
    Result<qint64> number(const QString &sql);

private:
    friend class Transaction;

    Database(QString file, QString connection);
    Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] Error errorFrom(const QSqlError &error) const;
    Result<Done> setPragmas(Use use);

    QString m_file;
    QString m_connection;
    std::unordered_map<QString, QSqlQuery> m_statements;
};

} // namespace pennyworth
