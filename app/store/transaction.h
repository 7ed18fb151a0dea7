// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/row.h"

#include <QVariantList>

#include <optional>

namespace pennyworth {

/// A transaction from its construction to commit(). After the first error every further statement
/// does nothing and commit() says that error, so that what belongs together reads as one sequence.
/// Rolls back unless committed. Values are bound to the question marks of a statement in their
/// order.
class Transaction final {
public:
    /// Write takes the write lock at once (BEGIN IMMEDIATE): a transaction that reads first can
    /// then never fail for being late.
    enum class Kind { Read, Write };

    Transaction(Database &database, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// The number of rows it changed; 0 after an error.
    int execute(const QString &sql, const QVariantList &values = {});
    /// The id of the new row; 0 after an error.
    qint64 insert(const QString &sql, const QVariantList &values);
    /// Calls f(Row &) for each row.
    template <class F>
    void each(const QString &sql, const QVariantList &values, F f)
    {
        QSqlQuery *query = start(sql, values);
        if (query == nullptr)
            return;
        while (query->next()) {
            Row row(*query);
            f(row);
        }
        finish(*query);
    }
    /// read(Row &) of the first row, or nothing.
    template <class Read>
    auto first(const QString &sql, const QVariantList &values, Read read)
    {
        std::optional<decltype(read(std::declval<Row &>()))> found;
        QSqlQuery *query = start(sql, values);
        if (query == nullptr)
            return found;
        if (query->next()) {
            Row row(*query);
            found = read(row);
        }
        finish(*query);
        return found;
    }
    [[nodiscard]] bool exists(const QString &sql, const QVariantList &values);

    void fail(Error error); ///< as if a statement had failed so
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }

    Result<Done> commit();
    template <class T>
    Result<T> commit(T value)
    {
        const Result<Done> done = commit();
        if (!done)
            return done.error();
        return value;
    }

private:
    QSqlQuery *start(const QString &sql, const QVariantList &values); // null after an error
    void finish(QSqlQuery &query);
    void control(const QString &sql);

    Database &m_database;
    std::optional<Error> m_error;
    bool m_open = false;
};

} // namespace pennyworth
