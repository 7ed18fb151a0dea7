// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include "simulator/fieldreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestDelay = 86'400'000;
constexpr qint64 kMostBytes = 1'000'000'000;
constexpr qint64 kMostRequests = 1'000'000;

constexpr QByteArrayView kHtmlPage =
    "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head>\n"
    "<body><h1>Sign in to the network</h1><p>Your request was stopped by the proxy of this "
    "network.</p></body></html>\n";

Money readMoney(FieldReader &fields, QLatin1StringView name, Money fallback)
{
    const auto text = fields.string(name);
    if (!text)
        return fallback;
    const Result<Money> money = Money::fromDecimal(*text, fallback.currency);
    if (!money)
        fields.fail(u"%1: %2"_s.arg(fields.placeOf(name), money.error().detail));
    return money.valueOr(fallback);
}

AccountSettings readAccount(const QJsonObject &object, QString &problem)
{
    FieldReader fields(object, u"account."_s, problem);
    AccountSettings account;
    if (const auto code = fields.string("currency"_L1)) {
        const Result<Currency> currency = Currency::fromCode(*code);
        if (!currency || (*currency != kUsd && *currency != kCny))
            fields.fail(u"account.currency is neither USD nor CNY"_s);
        account.granted.currency = currency.valueOr(kUsd);
        account.toppedUp.currency = account.granted.currency;
    }
    account.granted = readMoney(fields, "granted"_L1, account.granted);
    account.toppedUp = readMoney(fields, "topped_up"_L1, account.toppedUp);
    if (const auto most = fields.integer("concurrent_requests"_L1, 1, 1'000'000))
        account.concurrentRequests = static_cast<int>(*most);
    fields.refuseOthers();
    return account;
}

std::set<int> readRequests(FieldReader &fields)
{
    const QJsonValue value = fields.value("request"_L1);
    if (value.isUndefined() || value == QJsonValue("all"_L1))
        return {};
    std::set<int> requests;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &entry : list) {
        if (!entry.isDouble() || entry.toInt() < 1 || entry.toInt() > kMostRequests)
            fields.fail(fields.placeOf("request"_L1)
                + u" is neither \"all\" nor a number from 1 nor a list of such"_s);
        requests.insert(entry.toInt());
    }
    if (requests.empty())
        fields.fail(fields.placeOf("request"_L1) + u" is an empty list"_s);
    return requests;
}

std::optional<BreakPoint> readBreakPoint(
    FieldReader &fields, QLatin1StringView name, QString &problem)
{
    const auto object = fields.object(name);
    if (!object)
        return std::nullopt;
    FieldReader inner(*object, fields.placeOf(name) + u'.', problem);
    BreakPoint point;
    point.afterBytes = inner.integer("after_bytes"_L1, 0, kMostBytes);
    if (name == "drop"_L1) {
        const QString how = inner.string("how"_L1).value_or(u"close"_s);
        if (how != "close"_L1 && how != "reset"_L1)
            inner.fail(inner.placeOf("how"_L1) + u" is neither \"close\" nor \"reset\""_s);
        point.kind = how == "reset"_L1 ? DropKind::Reset : DropKind::Close;
    }
    inner.refuseOthers();
    return point;
}

HttpHeaders readHeaders(FieldReader &fields)
{
    HttpHeaders headers;
    const QJsonObject object = fields.object("headers"_L1).value_or(QJsonObject());
    for (auto header = object.begin(); header != object.end(); ++header) {
        const QString value = header.value().toString();
        if (!header.value().isString() || value.contains(u'\n') || value.contains(u'\r')
            || header.key().contains(u':') || header.key().contains(u'\n')
            || header.key().contains(u'\r') || header.key().isEmpty())
            fields.fail(fields.placeOf("headers"_L1) + u'.' + header.key() + u" is no header"_s);
        headers.emplaceBack(header.key().toUtf8(), value.toUtf8());
    }
    return headers;
}

QByteArray readBody(FieldReader &fields)
{
    const QJsonValue body = fields.value("body"_L1);
    if (body.isString())
        return body.toString().toUtf8();
    if (body.isObject())
        return QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    if (!body.isUndefined())
        fields.fail(fields.placeOf("body"_L1) + u" is neither a text nor an object nor a list"_s);
    return {};
}

bool hasHeader(const HttpHeaders &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

/// "status", "redirect" and "html", which each replace the whole answer.
std::optional<CannedAnswer> readCanned(FieldReader &fields)
{
    const auto status = fields.integer("status"_L1, 200, 599);
    const auto redirect = fields.string("redirect"_L1);
    const bool html = fields.boolean("html"_L1).value_or(false);
    CannedAnswer answer;
    answer.headers = readHeaders(fields);
    answer.body = readBody(fields);
    if (!status && !redirect && !html) {
        if (!answer.headers.isEmpty() || !answer.body.isEmpty())
            fields.fail(fields.placeOf("status"_L1)
                + u" is missing, without it headers and body mean nothing"_s);
        return std::nullopt;
    }
    answer.status = static_cast<int>(status.value_or(redirect ? 307 : 200));
    if (redirect)
        answer.headers.emplaceBack("Location", redirect->toUtf8());
    if (html)
        answer.body = kHtmlPage.toByteArray();
    if (!hasHeader(answer.headers, "content-type"))
        answer.headers.emplaceBack(
            "Content-Type", html ? "text/html; charset=utf-8" : "application/json");
    return answer;
}

std::set<qint64> readSplits(FieldReader &fields)
{
    std::set<qint64> splits;
    const QJsonArray list = fields.array("split_at"_L1).value_or(QJsonArray());
    for (const QJsonValue &entry : list) {
        if (!entry.isDouble() || entry.toInteger(-1) < 0)
            fields.fail(fields.placeOf("split_at"_L1) + u" holds something that is no offset"_s);
        splits.insert(entry.toInteger());
    }
    return splits;
}

LineEnd readLineEnd(FieldReader &fields)
{
    const QString name = fields.string("line_end"_L1).value_or(u"lf"_s);
    if (name == "cr"_L1)
        return LineEnd::Cr;
    if (name == "crlf"_L1)
        return LineEnd::CrLf;
    if (name != "lf"_L1)
        fields.fail(fields.placeOf("line_end"_L1) + u" is none of \"lf\", \"cr\" and \"crlf\""_s);
    return LineEnd::Lf;
}

std::optional<StreamFailure> readStreamFailure(FieldReader &fields, QString &problem)
{
    const auto object = fields.object("stream_error"_L1);
    if (!object)
        return std::nullopt;
    FieldReader inner(*object, fields.placeOf("stream_error"_L1) + u'.', problem);
    inner.require("error"_L1);
    const StreamFailure failure{.afterTokens = static_cast<int>(
                                    inner.integer("after_tokens"_L1, 0, kMostRequests).value_or(0)),
        .error = inner.object("error"_L1).value_or(QJsonObject())};
    inner.refuseOthers();
    return failure;
}

void readUsage(FieldReader &fields, Fault &fault)
{
    const QJsonValue usage = fields.value("usage"_L1);
    if (usage.isObject())
        fault.usage = usage.toObject();
    else if (usage == QJsonValue("missing"_L1))
        fault.usagePlace = UsagePlace::Missing;
    else if (usage == QJsonValue("extra_chunk"_L1))
        fault.usagePlace = UsagePlace::ExtraChunk;
    else if (usage == QJsonValue("every_chunk"_L1))
        fault.usagePlace = UsagePlace::EveryChunk;
    else if (!usage.isUndefined())
        fields.fail(fields.placeOf("usage"_L1)
            + u" is none of \"missing\", \"extra_chunk\", \"every_chunk\" and an object of figures"_s);
}

QByteArray readPath(FieldReader &fields)
{
    const QString path = fields.string("path"_L1).value_or(u"/chat/completions"_s);
    const QStringList known{
        u"/chat/completions"_s, u"/completions"_s, u"/models"_s, u"/user/balance"_s};
    if (!known.contains(path))
        fields.fail(fields.placeOf("path"_L1) + u" is none of "_s + known.join(u", "_s));
    return path.toUtf8();
}

FaultRule readRule(const QJsonObject &object, const QString &place, QString &problem)
{
    FieldReader fields(object, place, problem);
    FaultRule rule;
    rule.path = readPath(fields);
    rule.requests = readRequests(fields);
    Fault &fault = rule.fault;
    fault.delay =
        std::chrono::milliseconds(fields.integer("delay_ms"_L1, 0, kLongestDelay).value_or(0));
    fault.canned = readCanned(fields);
    fault.stall = readBreakPoint(fields, "stall"_L1, problem);
    fault.drop = readBreakPoint(fields, "drop"_L1, problem);
    fault.splitAt = readSplits(fields);
    fault.lineEnd = readLineEnd(fields);
    fault.sendsDone = fields.boolean("done"_L1).value_or(true);
    fault.gzip = fields.boolean("gzip"_L1).value_or(false);
    fault.contentType = fields.string("content_type"_L1).value_or(QString()).toUtf8();
    fault.streamFailure = readStreamFailure(fields, problem);
    readUsage(fields, fault);
    fault.floodBytes = fields.integer("flood_bytes"_L1, 0, kMostBytes).value_or(0);
    if (fault.contentType.contains('\n') || fault.contentType.contains('\r'))
        fields.fail(fields.placeOf("content_type"_L1) + u" is no header value"_s);
    fields.refuseOthers();
    return rule;
}

} // namespace

Fault Scenario::faultFor(const QByteArray &path, int number) const
{
    const auto rule = std::find_if(rules.begin(), rules.end(),
        [&path, number](const FaultRule &candidate) { return candidate.matches(path, number); });
    return rule == rules.end() ? Fault{} : rule->fault;
}

Result<Scenario> parseScenario(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{.kind = ErrorKind::InvalidValue,
            .detail =
                u"it is not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    if (!document.isObject())
        return Error{.kind = ErrorKind::InvalidValue, .detail = u"it is not a JSON object"_s};

    QString problem;
    FieldReader fields(document.object(), {}, problem);
    Scenario scenario;
    if (const auto account = fields.object("account"_L1))
        scenario.account = readAccount(*account, problem);
    const QJsonArray rules = fields.array("faults"_L1).value_or(QJsonArray());
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString place = u"faults[%1]."_s.arg(i);
        if (!rules.at(i).isObject())
            fields.fail(place.chopped(1) + u" is not an object"_s);
        scenario.rules.append(readRule(rules.at(i).toObject(), place, problem));
    }
    fields.refuseOthers();
    if (!problem.isEmpty())
        return Error{.kind = ErrorKind::InvalidValue, .detail = problem};
    return scenario;
}

} // namespace pennyworth::simulated
