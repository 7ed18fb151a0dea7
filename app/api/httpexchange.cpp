// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpexchange.h"

#include "api/serviceerror.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKeepAliveSeconds =
    30; // shorter than services keep idle connections, or a request meets a closing one

Instant now(const QNetworkReply &reply)
{
    // The service's own clock where it tells it: ours may be wrong.
    if (const auto date = parseHttpDate(reply.rawHeader("Date")))
        return *date;
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Error redirected(const QNetworkReply &reply)
{
    const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const QUrl whole = reply.url().resolved(target);
    return {.kind = ErrorKind::Redirected,
        .detail = shortened(
            whole.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)),
        .status = statusOf(reply),
        .charged = Charged::No,
        .retryAfter = {}};
}

/// " (through the proxy 10.0.0.1:3128)", since it may be the one to blame; empty without one.
QString wayThrough(const QNetworkReply &reply)
{
    QNetworkProxyFactory *proxies = reply.manager()->proxyFactory();
    const QList<QNetworkProxy> found = proxies != nullptr
        ? proxies->queryProxy(QNetworkProxyQuery(reply.url()))
        : QList<QNetworkProxy>();
    if (found.isEmpty() || found.constFirst().type() == QNetworkProxy::NoProxy)
        return {};
    return " (through the proxy "_L1 + found.constFirst().hostName() + u':'
        + QString::number(found.constFirst().port()) + u')';
}

QString describe(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::ContentReSendError: // Qt would have sent it a second time
    case QNetworkReply::RemoteHostClosedError:
        return "the service closed the connection"_L1 + wayThrough(reply);
    default:
        return shortened(reply.errorString()) + wayThrough(reply);
    }
}

QString keyOf(const WireRequest &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name == "Authorization")
            return QString::fromLatin1(value.sliced(value.lastIndexOf(' ') + 1));
    }
    return {};
}

} // namespace

QNetworkRequest networkRequest(const WireRequest &request)
{
    QNetworkRequest result(request.url);
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    result.setRawHeader("Accept-Encoding", "identity");
    result.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(
        QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, kKeepAliveSeconds);
    return result;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QString compressionOf(const QNetworkReply &reply)
{
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    return encoding == "identity" ? QString() : QString::fromLatin1(encoding);
}

Error answerError(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = statusOf(reply);
    if (status >= 300 && status < 400
        && reply.attribute(QNetworkRequest::RedirectionTargetAttribute).isValid())
        return redirected(reply);
    const QString compression = compressionOf(reply);
    Error error = errorFromStatus(status, compression.isEmpty() ? body : QByteArray());
    if (!compression.isEmpty())
        error.detail =
            "the answer is compressed ("_L1 + compression + "), which was not asked for"_L1;
    else if (error.detail.isEmpty())
        error.detail =
            shortened(reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString());
    error.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), now(reply));
    return error;
}

Error connectionError(
    const QNetworkReply &reply, bool requestLeft, const QStringList &certificateProblems)
{
    Error error{.kind = requestLeft ? ErrorKind::ConnectionLost : ErrorKind::ConnectionFailed,
        .detail = describe(reply),
        .status = statusOf(reply),
        .charged = requestLeft ? Charged::Maybe : Charged::No,
        .retryAfter = {}};
    if (!requestLeft && !certificateProblems.isEmpty()) {
        error.kind = ErrorKind::CertificateRefused;
        error.detail = shortened(certificateProblems.join("; "_L1));
    } else if (reply.error() == QNetworkReply::ProtocolFailure) {
        error.kind = ErrorKind::UnexpectedAnswer;
    }
    return error;
}

Error withoutKey(Error error, const WireRequest &request)
{
    const QString key = keyOf(request);
    if (key.isEmpty())
        return error;
    error.detail.replace(key, u"…"_s);
    // The detail may have been cut in the middle of it.
    const QStringView cut = QStringView(error.detail).chopped(error.detail.endsWith(u'…') ? 1 : 0);
    for (qsizetype length = std::min(key.size() - 1, cut.size()); length >= 4; --length) {
        if (cut.endsWith(QStringView(key).first(length))) {
            error.detail = cut.chopped(length) + u'…';
            break;
        }
    }
    return error;
}

} // namespace pennyworth
