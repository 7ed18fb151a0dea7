// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kInvalidRequest = "invalid_request_error"_L1;

} // namespace

QByteArray ApiError::body() const
{
    const QJsonObject error{{u"message"_s, message}, {u"type"_s, type},
        {u"param"_s, QJsonValue::Null}, {u"code"_s, code}};
    return QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

ApiError invalidFormat(const QString &message)
{
    return {.status = 400, .message = message, .type = kInvalidRequest, .code = kInvalidRequest};
}

ApiError keyMissing()
{
    return {.status = 401,
        .message = u"Authentication Fails (auth header format should be Bearer sk-...)"_s,
        .type = u"authentication_error"_s,
        .code = kInvalidRequest};
}

ApiError keyWrong(const QString &key)
{
    return {.status = 401,
        .message = u"Authentication Fails, Your api key: ****%1 is invalid"_s.arg(key.right(4)),
        .type = u"authentication_error"_s,
        .code = kInvalidRequest};
}

ApiError balanceUsedUp()
{
    return {.status = 402,
        .message = u"Insufficient Balance"_s,
        .type = u"unknown_error"_s,
        .code = kInvalidRequest};
}

ApiError methodNotAllowed()
{
    return {.status = 405,
        .message = u"Method Not Allowed"_s,
        .type = kInvalidRequest,
        .code = kInvalidRequest};
}

ApiError invalidParameter(const QString &message)
{
    return {.status = 422, .message = message, .type = kInvalidRequest, .code = kInvalidRequest};
}

ApiError rateLimited()
{
    return {.status = 429,
        .message = u"Rate limit reached: too many concurrent requests for this account"_s,
        .type = u"rate_limit_error"_s,
        .code = u"rate_limit_error"_s,
        .retryAfterSeconds = 2};
}

ApiError serverFailed()
{
    return {.status = 500,
        .message = u"Internal server error, please retry after a brief wait"_s,
        .type = u"server_error"_s,
        .code = u"internal_error"_s};
}

ApiError overloaded()
{
    return {.status = 503,
        .message = u"Service is too busy, please retry after a brief wait"_s,
        .type = u"service_unavailable_error"_s,
        .code = u"service_unavailable_error"_s};
}

QByteArray notFoundBody(const QString &traceId)
{
    const QJsonObject body{{u"event_id"_s, traceId},
        {u"error_msg"_s, u"Not Found. Please check the configuration."_s}};
    return QJsonDocument(body).toJson(QJsonDocument::Indented);
}

} // namespace pennyworth::simulated
