// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instant.h"

#include <QRegularExpression>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Error notAnInstant(QStringView text)
{
    return {.kind = ErrorKind::InvalidValue,
        .detail = u"\"%1\" is not an instant such as 2025-02-08T16:00:00Z"_s.arg(text)};
}

QString padded(qint64 value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

} // namespace

Result<Instant> parseInstant(QStringView text)
{
    static const QRegularExpression shape(
        u"\\A(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(?:(Z)|([+-])(\\d\\d):?(\\d\\d))\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(text.toString());
    if (!match.hasMatch())
        return notAnInstant(text);
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };

    using namespace std::chrono;
    const year_month_day date{year{number(1)}, month{static_cast<unsigned>(number(2))},
        day{static_cast<unsigned>(number(3))}};
    const bool inDay = number(4) < 24 && number(5) < 60 && number(6) < 60;
    const bool validOffset = number(10) <= 18 && number(11) < 60;
    if (!date.ok() || !inDay || !validOffset)
        return notAnInstant(text);

    const QString fraction = match.captured(7).left(3).leftJustified(3, u'0');
    const minutes offset = hours{number(10)} + minutes{number(11)};
    const Instant local = sys_days{date} + hours{number(4)} + minutes{number(5)}
        + seconds{number(6)} + milliseconds{match.capturedLength(7) > 0 ? fraction.toInt() : 0};
    const Instant instant = match.capturedView(9) == u"-" ? local + offset : local - offset;
    // An offset can lead out of the years that four digits write.
    const bool writable =
        instant >= sys_days{year{0} / January / 1} && instant < sys_days{year{10000} / January / 1};
    return writable ? Result(instant) : notAnInstant(text);
}

QString formatInstant(Instant instant)
{
    using namespace std::chrono;
    const sys_days midnight = floor<days>(instant);
    const year_month_day date{midnight};
    const hh_mm_ss time{instant - midnight};
    QString text = padded(static_cast<int>(date.year()), 4) + u'-'
        + padded(unsigned{date.month()}, 2) + u'-' + padded(unsigned{date.day()}, 2) + u'T'
        + padded(time.hours().count(), 2) + u':' + padded(time.minutes().count(), 2) + u':'
        + padded(time.seconds().count(), 2);
    if (time.subseconds().count() != 0)
        text += u'.' + padded(time.subseconds().count(), 3);
    return text + u'Z';
}

} // namespace pennyworth
