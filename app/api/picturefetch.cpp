// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/picturefetch.h"

#include "api/httpexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRedirects = 5;
constexpr int kNoSuccess = 300;

QNetworkRequest pictureRequest(const QUrl &url)
{
    QNetworkRequest request = networkRequest({.url = url.adjusted(QUrl::RemoveFragment),
        .headers = {{"Accept", "image/webp,image/png,image/jpeg,image/gif"}},
        .body = {}});
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    return request;
}

} // namespace

PictureFetch::PictureFetch(
    QNetworkAccessManager *network, const QUrl &url, const PictureLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_reply(network->get(pictureRequest(url)))
{
    m_promise.start();
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_left = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &PictureFetch::checkHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &PictureFetch::read);
    connect(m_reply, &QNetworkReply::finished, this, &PictureFetch::readEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblems.reserve(errors.size());
        for (const QSslError &error : errors)
            m_certificateProblems.append(error.errorString());
    });
    connect(
        &m_watchdog, &QTimer::timeout, this, [this] { end(Error{.kind = ErrorKind::TimedOut}); });
    m_watchdog.setSingleShot(true);
    m_watchdog.start(limits.time);
}

PictureFetch::~PictureFetch()
{
    m_reply->disconnect(this);
}

// What says how long it is need not be read to its end.
void PictureFetch::checkHead()
{
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.bytes)
        end(Error{.kind = ErrorKind::Overflow});
}

void PictureFetch::read()
{
    m_bytes += m_reply->readAll();
    if (m_bytes.size() > m_limits.bytes)
        end(Error{.kind = ErrorKind::Overflow});
}

void PictureFetch::readEnd()
{
    read();
    if (m_promise.future().isFinished())
        return;
    if (m_reply->error() != QNetworkReply::NoError || statusOf(*m_reply) >= kNoSuccess)
        end(problem());
    else
        end(m_bytes);
}

Error PictureFetch::problem() const
{
    switch (m_reply->error()) {
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::ProtocolUnknownError:
        return {.kind = ErrorKind::Redirected, .status = statusOf(*m_reply)};
    default:
        break;
    }
    if (statusOf(*m_reply) >= kNoSuccess)
        return answerError(*m_reply, {});
    return connectionError(*m_reply, m_left, m_certificateProblems);
}

void PictureFetch::end(const Result<QByteArray> &result)
{
    if (m_promise.future().isFinished())
        return;
    if (result.hasError()) {
        Error error = result.error();
        error.charged = Charged::No; // no service is concerned
        m_promise.addResult(Result<QByteArray>(error));
    } else {
        m_promise.addResult(result);
    }
    m_promise.finish();
    m_watchdog.stop();
    m_reply->disconnect(this);
    deleteLater();
}

} // namespace pennyworth

#include "moc_picturefetch.cpp"
