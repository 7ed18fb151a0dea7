// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace pennyworth {

/// The current row of a query, read column by column in the order of the select list. Each call
/// takes the next column.
class Row final {
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    [[nodiscard]] qint64 integer() { return next().toLongLong(); } ///< 0 for NULL
    [[nodiscard]] int smallInteger() { return next().toInt(); }
    [[nodiscard]] bool boolean() { return integer() != 0; }
    [[nodiscard]] QString text() { return next().toString(); }
    [[nodiscard]] QByteArray bytes() { return next().toByteArray(); }
    [[nodiscard]] Instant instant() { return Instant(std::chrono::milliseconds(integer())); }
    [[nodiscard]] std::optional<qint64> optionalInteger()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
    }
    [[nodiscard]] std::optional<Instant> optionalInstant()
    {
        const std::optional<qint64> value = optionalInteger();
        return value ? std::optional(Instant(std::chrono::milliseconds(*value))) : std::nullopt;
    }

private:
    QVariant next() { return m_query.value(m_column++); }

    const QSqlQuery &m_query;
    int m_column = 0;
};

// Values as SQLite takes them.

/// A null string is bound as the empty one: no column of text tells them apart. Half a surrogate
/// pair becomes a question mark, because SQLite would swallow the character behind it.
[[nodiscard]] inline QVariant column(const QString &text)
{
    if (text.isNull())
        return QString(QLatin1StringView(""));
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}
[[nodiscard]] inline QVariant column(Instant instant)
{
    return QVariant::fromValue(qint64{instant.time_since_epoch().count()});
}
[[nodiscard]] inline QVariant column(qint64 value)
{
    return value;
}
[[nodiscard]] inline QVariant column(int value)
{
    return value;
}
[[nodiscard]] inline QVariant column(bool value)
{
    return value ? 1 : 0;
}

template <class T>
[[nodiscard]] QVariant column(const std::optional<T> &value)
{
    return value ? column(*value) : QVariant();
}

/// Of an id; NULL where it is not valid.
template <class Id>
requires requires(Id id)
{
    id.isValid();
}
[[nodiscard]] QVariant column(Id id)
{
    return id.isValid() ? QVariant(id.value) : QVariant();
}

} // namespace pennyworth
