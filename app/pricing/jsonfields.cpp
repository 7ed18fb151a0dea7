// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/jsonfields.h"

#include <QJsonArray>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

JsonFields::JsonFields(const QJsonValue &value, const QString &place, QString &problem)
    : m_object(value.toObject())
    , m_place(place)
    , m_problem(&problem)
{
    if (value.isObject() || !m_problem->isEmpty())
        return;
    QStringView name = place;
    while (name.endsWith(u' ') || name.endsWith(u':') || name.endsWith(u'.'))
        name.chop(1);
    *m_problem = name + u": must be an object"_s;
}

void JsonFields::allowOnly(std::initializer_list<QLatin1StringView> fields)
{
    for (const QString &name : m_object.keys()) {
        if (std::ranges::find(fields, name) == fields.end() && m_problem->isEmpty())
            *m_problem = m_place + name + u" is no field of this schema"_s;
    }
}

void JsonFields::fail(QLatin1StringView field, const QString &reason)
{
    if (m_problem->isEmpty())
        *m_problem = m_place + field + u": "_s + reason;
}

QString JsonFields::text(QLatin1StringView field)
{
    const QString text = m_object.value(field).toString();
    if (text.isEmpty())
        fail(field, u"must be a string that is not empty"_s);
    return text;
}

QJsonArray JsonFields::array(QLatin1StringView field)
{
    const QJsonValue value = m_object.value(field);
    if (!value.isArray() && !value.isUndefined())
        fail(field, u"must be an array"_s);
    return value.toArray();
}

QStringList JsonFields::texts(QLatin1StringView field)
{
    const QJsonArray values = array(field);
    QStringList texts;
    texts.reserve(values.size());
    for (const auto &value : values) {
        texts.append(value.toString());
        if (texts.last().isEmpty())
            fail(field, u"must hold strings that are not empty"_s);
    }
    return texts;
}

JsonFields JsonFields::object(QLatin1StringView field)
{
    return {m_object.value(field), m_place + field + u'.', *m_problem};
}

QList<JsonFields> JsonFields::objects(QLatin1StringView field)
{
    const QJsonArray values = array(field);
    QList<JsonFields> objects;
    objects.reserve(values.size());
    for (const auto &value : values) {
        const QString place = m_place + field + u'[' + QString::number(objects.size()) + u"]."_s;
        objects.append({value, place, *m_problem});
    }
    return objects;
}

} // namespace pennyworth
