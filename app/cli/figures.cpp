// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figures.h"

#include "cli/tr.h"

#include <QJsonObject>
#include <QLocale>

namespace pennyworth {

using namespace Qt::StringLiterals;

QString groupedText(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString spanText(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    if (duration < minutes{1})
        return Tr::tr("%1 s", "a duration in seconds")
            .arg(std::chrono::duration<double>(duration).count(), 0, 'f', 2);
    const qint64 all = floor<minutes>(duration).count();
    const qint64 inDays = all / (24 * 60);
    const qint64 inHours = all / 60 % 24;
    const qint64 inMinutes = all % 60;
    if (inDays > 0)
        return Tr::tr("%1 d %2 h", "a duration in days and hours").arg(inDays).arg(inHours);
    if (inHours > 0)
        return Tr::tr("%1 h %2 min", "a duration in hours and minutes").arg(inHours).arg(inMinutes);
    return Tr::tr("%1 min", "a duration in minutes").arg(inMinutes);
}

QString minuteText(Instant instant)
{
    const QString text = formatInstant(std::chrono::floor<std::chrono::minutes>(instant));
    return text.left(10) + u' ' + text.mid(11, 5) + u" UTC"_s;
}

QJsonArray sumsJson(const QList<Money> &sums)
{
    QJsonArray json;
    for (const Money &sum : sums)
        json.append(
            QJsonObject{{u"amount"_s, sum.toDecimal()}, {u"currency"_s, sum.currency.code()}});
    return json;
}

QJsonValue jsonOrNull(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonValue jsonOrNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->toDecimal()) : QJsonValue();
}

QJsonValue jsonOrNull(const std::optional<UnitPrice> &price)
{
    return price ? QJsonValue(price->toDecimal()) : QJsonValue();
}

QJsonValue jsonOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(formatInstant(*instant)) : QJsonValue();
}

QJsonValue jsonOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace pennyworth
