// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <initializer_list>

namespace pennyworth {

/// Reads the fields of one JSON object strictly and remembers, with its place, the first thing that
/// is wrong. The `problem` is shared by all readers of one file, so that a caller asks once, at the
/// end, whether everything was right.
class JsonFields final {
public:
    /// `place` stands before a field's name in a problem: `row "x": prices.`
    JsonFields(const QJsonValue &value, const QString &place, QString &problem);

    /// Any other field is a problem: a misspelled one would else be silently missing.
    void allowOnly(std::initializer_list<QLatin1StringView> fields);
    void fail(QLatin1StringView field, const QString &reason);

    [[nodiscard]] bool contains(QLatin1StringView field) const { return m_object.contains(field); }
    [[nodiscard]] bool isNull(QLatin1StringView field) const
    {
        return m_object.value(field).isNull();
    }
    [[nodiscard]] QStringList names() const { return m_object.keys(); }

    QString text(QLatin1StringView field); ///< not empty
    QStringList texts(QLatin1StringView field); ///< empty where the field is missing
    [[nodiscard]] JsonFields object(QLatin1StringView field);
    [[nodiscard]] QList<JsonFields> objects(
        QLatin1StringView field); ///< empty where the field is missing

private:
    QJsonArray array(QLatin1StringView field);

    QJsonObject m_object;
    QString m_place;
    QString *m_problem;
};

} // namespace pennyworth
