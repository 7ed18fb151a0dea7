// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fieldreader.h"

#include <cmath>
#include <utility>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView nameOf(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return "null"_L1;
    case QJsonValue::Bool:
        return "boolean"_L1;
    case QJsonValue::Double:
        return "number"_L1;
    case QJsonValue::String:
        return "string"_L1;
    case QJsonValue::Array:
        return "sequence"_L1;
    case QJsonValue::Object:
        return "map"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return "nothing"_L1;
}

} // namespace

FieldReader::FieldReader(const QJsonObject &object, QString place, QString &problem)
    : m_object(object)
    , m_place(std::move(place))
    , m_problem(problem)
{
}

QJsonValue FieldReader::value(QLatin1StringView name)
{
    m_known.insert(name);
    const QJsonValue found = m_object.value(name);
    return found.isNull() ? QJsonValue(QJsonValue::Undefined) : found;
}

QJsonValue FieldReader::typed(
    QLatin1StringView name, QJsonValue::Type type, QLatin1StringView expected)
{
    const QJsonValue found = value(name);
    if (found.type() == type || found.isUndefined())
        return found;
    fail(u"%1: invalid type: %2, expected %3"_s.arg(placeOf(name), nameOf(found.type()), expected));
    return QJsonValue::Undefined;
}

std::optional<bool> FieldReader::boolean(QLatin1StringView name)
{
    const QJsonValue found = typed(name, QJsonValue::Bool, "a boolean"_L1);
    return found.isUndefined() ? std::nullopt : std::optional(found.toBool());
}

std::optional<qint64> FieldReader::integer(QLatin1StringView name, qint64 low, qint64 high)
{
    const std::optional<double> found =
        number(name, static_cast<double>(low), static_cast<double>(high));
    if (!found)
        return std::nullopt;
    if (std::trunc(*found) != *found) {
        fail(u"%1: invalid type: floating point, expected an integer"_s.arg(placeOf(name)));
        return std::nullopt;
    }
    return static_cast<qint64>(*found);
}

std::optional<double> FieldReader::number(QLatin1StringView name, double low, double high)
{
    const QJsonValue found = typed(name, QJsonValue::Double, "a number"_L1);
    if (found.isUndefined())
        return std::nullopt;
    if (found.toDouble() < low || found.toDouble() > high) {
        fail(u"Invalid %1 value, the valid range of %1 is [%2, %3]"_s.arg(
            placeOf(name), QString::number(low, 'g', 15), QString::number(high, 'g', 15)));
        return std::nullopt;
    }
    return found.toDouble();
}

std::optional<QString> FieldReader::string(QLatin1StringView name)
{
    const QJsonValue found = typed(name, QJsonValue::String, "a string"_L1);
    return found.isUndefined() ? std::nullopt : std::optional(found.toString());
}

std::optional<QJsonObject> FieldReader::object(QLatin1StringView name)
{
    const QJsonValue found = typed(name, QJsonValue::Object, "a map"_L1);
    return found.isUndefined() ? std::nullopt : std::optional(found.toObject());
}

std::optional<QJsonArray> FieldReader::array(QLatin1StringView name)
{
    const QJsonValue found = typed(name, QJsonValue::Array, "a sequence"_L1);
    return found.isUndefined() ? std::nullopt : std::optional(found.toArray());
}

void FieldReader::require(QLatin1StringView name)
{
    if (value(name).isUndefined())
        fail(u"missing field `%1`"_s.arg(placeOf(name)));
}

void FieldReader::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void FieldReader::refuseOthers()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_known.contains(name))
            fail(u"%1%2 is not known"_s.arg(m_place, name));
    }
}

} // namespace pennyworth::simulated
