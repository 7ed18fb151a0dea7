// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/documentfetch.h"

#include "api/httpexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 8 * 1024 * 1024;
constexpr int kNoSuccess = 300;
constexpr std::chrono::milliseconds kErrorGrace{5000}; // for the body of an error

} // namespace

DocumentFetch::DocumentFetch(QNetworkAccessManager *network, const WireRequest &request,
    std::chrono::milliseconds most, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_reply(network->get(networkRequest(request)))
{
    m_promise.start();
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_left = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &DocumentFetch::read);
    connect(m_reply, &QNetworkReply::finished, this, &DocumentFetch::readEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblems.reserve(errors.size());
        for (const QSslError &error : errors)
            m_certificateProblems.append(error.errorString());
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (statusOf(*m_reply) >= kNoSuccess) // what matters is there
            m_watchdog.start(std::min<std::chrono::milliseconds>(
                kErrorGrace, m_watchdog.remainingTimeAsDuration()));
    });
    connect(&m_watchdog, &QTimer::timeout, this, &DocumentFetch::giveUp);
    m_watchdog.setSingleShot(true);
    m_watchdog.start(most);
}

DocumentFetch::~DocumentFetch()
{
    m_reply->disconnect(this);
}

void DocumentFetch::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() > kLargest)
        end(Error{
            .kind = ErrorKind::UnexpectedAnswer, .detail = u"the answer is larger than 8 MiB"_s});
}

void DocumentFetch::giveUp()
{
    if (statusOf(*m_reply) >= kNoSuccess)
        readEnd(); // with what there is of its body
    else
        end(Error{.kind = ErrorKind::TimedOut});
}

void DocumentFetch::readEnd()
{
    const int status = statusOf(*m_reply);
    read();
    if (m_promise.future().isFinished())
        return;
    if (status >= kNoSuccess || (status >= 200 && !compressionOf(*m_reply).isEmpty()))
        end(answerError(*m_reply, m_body));
    else if (m_reply->error() != QNetworkReply::NoError)
        end(connectionError(*m_reply, m_left, m_certificateProblems));
    else
        end(m_body);
}

void DocumentFetch::end(const Result<QByteArray> &result)
{
    if (result.hasError()) {
        Error error = withoutKey(result.error(), m_request);
        error.charged = Charged::No; // nothing that is fetched costs anything
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

#include "moc_documentfetch.cpp"
