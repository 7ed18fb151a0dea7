// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/serviceerror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCharacters = 500;
constexpr qsizetype kMostMessages = 8;

QString messageOfObject(const QJsonObject &object)
{
    for (const auto key : {"error"_L1, "errors"_L1, "message"_L1, "detail"_L1, "msg"_L1}) {
        const QString message = serviceMessage(object[key]);
        if (!message.isEmpty())
            return message;
    }
    // OpenRouter hides the words of the service behind it.
    const QString raw = object["metadata"_L1].toObject()["raw"_L1].toString();
    if (!raw.isEmpty())
        return raw;
    for (const auto key : {"code"_L1, "type"_L1}) {
        if (object[key].isString())
            return object[key].toString();
    }
    return {};
}

/// `html`, which begins with '<', behind this tag; behind all of a script or style.
QStringView behindTag(QStringView html)
{
    for (const auto hidden : {"script"_L1, "style"_L1}) {
        if (!html.sliced(1).startsWith(hidden, Qt::CaseInsensitive))
            continue;
        const qsizetype end = html.indexOf(QString("</"_L1 + hidden), 0, Qt::CaseInsensitive);
        if (end < 0)
            return {};
        html = html.sliced(end);
        break;
    }
    const qsizetype close = html.indexOf(u'>');
    return close < 0 ? QStringView() : html.sliced(close + 1);
}

/// What stands between the tags, without scripts, styles and the tags themselves. Linear.
QString textOfHtml(QStringView html)
{
    QString text;
    for (qsizetype open = html.indexOf(u'<'); open >= 0; open = html.indexOf(u'<')) {
        text += html.first(open);
        text += u' ';
        html = behindTag(html.sliced(open));
    }
    text += html;
    return text;
}

QString withoutEntities(QString text)
{
    constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 6> entities{
        {{"&nbsp;"_L1, " "_L1}, {"&lt;"_L1, "<"_L1}, {"&gt;"_L1, ">"_L1}, {"&quot;"_L1, "\""_L1},
            {"&#39;"_L1, "'"_L1}, {"&amp;"_L1, "&"_L1}}};
    for (const auto &[entity, character] : entities)
        text.replace(entity, character, Qt::CaseInsensitive);
    return text;
}

QString detailOfHtml(QStringView html)
{
    const qsizetype title = html.indexOf("<title"_L1, 0, Qt::CaseInsensitive);
    if (title >= 0) {
        const QStringView rest = html.sliced(title);
        const qsizetype end = rest.indexOf("</title"_L1, 0, Qt::CaseInsensitive);
        const QString text = textOfHtml(rest.first(std::max<qsizetype>(end, 0))).simplified();
        if (!text.isEmpty())
            return withoutEntities(text);
    }
    return withoutEntities(textOfHtml(html));
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::WrongKey;
    case 402:
        return ErrorKind::InsufficientBalance;
    case 403:
    case 451:
        return ErrorKind::Forbidden;
    case 404:
    case 405:
    case 410:
        return ErrorKind::NotFound;
    case 407: // a proxy wants a password: the request went no further
        return ErrorKind::ConnectionFailed;
    case 408:
        return ErrorKind::TimedOut;
    case 413:
        return ErrorKind::ContextTooLong;
    case 429:
        return ErrorKind::RateLimited;
    case 503:
        return ErrorKind::Overloaded;
    default:
        if (status >= 500)
            return ErrorKind::ServerError;
        return status >= 400 ? ErrorKind::InvalidRequest : ErrorKind::UnexpectedAnswer;
    }
}

/// Where the status alone would lead a person astray.
ErrorKind kindOf(int status, const QString &message, const QByteArray &body)
{
    const ErrorKind kind = kindOfStatus(status);
    if (kind == ErrorKind::InvalidRequest && saysContextTooLong(message))
        return ErrorKind::ContextTooLong;
    // A service that knows the path but not the model; a wrong path is answered by HTML or names
    // the path.
    if (kind == ErrorKind::NotFound && message.contains("model"_L1, Qt::CaseInsensitive))
        return ErrorKind::InvalidRequest;
    // OpenAI's word for a used-up balance; waiting would not help.
    if (kind == ErrorKind::RateLimited && body.contains("\"insufficient_quota\""))
        return ErrorKind::InsufficientBalance;
    return kind;
}

} // namespace

QString serviceMessage(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isObject())
        return messageOfObject(value.toObject());
    QStringList messages;
    messages.reserve(kMostMessages);
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QString message = entry.isArray() ? QString() : serviceMessage(entry);
        if (!message.isEmpty() && messages.size() < kMostMessages)
            messages.append(message);
    }
    return messages.join("; "_L1);
}

QString shortened(const QString &text)
{
    QString line = text.simplified();
    if (line.size() <= kMostCharacters)
        return line;
    line.truncate(kMostCharacters - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return QString(line + u'…');
}

QString detailFromBody(const QByteArray &body)
{
    QByteArray json = body.trimmed();
    if (json.startsWith("data:")) { // an error in the clothes of a stream
        const qsizetype end = json.indexOf('\n');
        json = json.first(end < 0 ? json.size() : end).sliced(5);
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return shortened(serviceMessage(document.object()));
    if (document.isArray())
        return shortened(serviceMessage(document.array()));
    const QString text = QString::fromUtf8(body).trimmed();
    return shortened(text.startsWith(u'<') ? detailOfHtml(text) : text);
}

bool saysContextTooLong(QStringView message)
{
    constexpr QLatin1StringView phrases[] = {"maximum context"_L1, "context length"_L1,
        "context_length"_L1, "context window"_L1, "context size"_L1, "prompt is too long"_L1,
        "prompt too long"_L1, "input is too long"_L1, "input length"_L1, "too many tokens"_L1,
        "maximum prompt length"_L1, "input token count"_L1, "reduce the length"_L1};
    return std::ranges::any_of(phrases, [message](QLatin1StringView phrase) {
        return message.contains(phrase, Qt::CaseInsensitive);
    });
}

Error errorFromStatus(int status, const QByteArray &body)
{
    const QString detail = detailFromBody(body);
    const Charged charged = status >= 500 ? Charged::Maybe : Charged::No;
    return {.kind = kindOf(status, detail, body),
        .detail = detail,
        .status = status,
        .charged = charged,
        .retryAfter = {}};
}

std::optional<Instant> parseHttpDate(QByteArrayView value)
{
    // The day of the week is left out: it says nothing more, and a wrong one would spoil the rest.
    const QString text = QString::fromLatin1(value).trimmed();
    const QString rest = text.sliced(text.indexOf(u',') + 1).trimmed();
    QDateTime time = QLocale::c().toDateTime(rest, u"dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, Instant now)
{
    constexpr std::chrono::milliseconds kLongest = std::chrono::hours{24};
    bool isNumber = false;
    const double seconds = value.trimmed().toByteArray().toDouble(&isNumber);
    if (isNumber) {
        if (!(seconds >= 0))
            return {};
        return std::chrono::milliseconds(
            static_cast<qint64>(std::min(seconds * 1000, double(kLongest.count()))));
    }
    const auto date = parseHttpDate(value);
    if (!date)
        return {};
    return std::clamp(*date - now, std::chrono::milliseconds{0}, kLongest);
}

} // namespace pennyworth
