// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace pennyworth::simulated {

/// Reads typed fields of a JSON object that someone else wrote. A missing field and null are the
/// same. The first wrong one is told in `problem`, which readers of nested objects share; what is
/// read after it does not matter.
class FieldReader final {
public:
    /// `place` stands before the names in problems: "messages[2]." or nothing.
    FieldReader(const QJsonObject &object, QString place, QString &problem);

    std::optional<bool> boolean(QLatin1StringView name);
    std::optional<qint64> integer(QLatin1StringView name, qint64 low, qint64 high);
    std::optional<double> number(QLatin1StringView name, double low, double high);
    std::optional<QString> string(QLatin1StringView name);
    std::optional<QJsonObject> object(QLatin1StringView name);
    std::optional<QJsonArray> array(QLatin1StringView name);
    /// Any type; Undefined where it is missing.
    QJsonValue value(QLatin1StringView name);

    void require(QLatin1StringView name);
    void fail(const QString &problem);
    /// "messages[2].role"
    [[nodiscard]] QString placeOf(QLatin1StringView name) const { return m_place + name; }
    /// A problem for each field that nobody asked for.
    void refuseOthers();

private:
    QJsonValue typed(QLatin1StringView name, QJsonValue::Type type, QLatin1StringView expected);

    QJsonObject m_object;
    QString m_place;
    QString &m_problem;
    QSet<QString> m_known;
};

} // namespace pennyworth::simulated
