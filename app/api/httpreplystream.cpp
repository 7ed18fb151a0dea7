// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpreplystream.h"

#include "api/httpexchange.h"
#include "api/limitfield.h"
#include "api/uploadbody.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReadBuffer = 256 * 1024;
constexpr std::chrono::milliseconds kProdInterval{1000};
constexpr qsizetype kLargestErrorBody = 64 * 1024;
// How long the rest is waited for once all that matters is there: the end of the chunked body
// behind [DONE], which lets the connection be used again, and the body of an error.
constexpr std::chrono::milliseconds kDoneGrace{250};
constexpr std::chrono::milliseconds kErrorGrace{5000};

/// Pieces of the same kind that follow each other become one.
void appendMerged(QList<Delta> *deltas, Delta &&delta)
{
    if (!deltas->isEmpty()) {
        auto *lastText = std::get_if<TextDelta>(&deltas->last());
        const auto *text = std::get_if<TextDelta>(&delta);
        if (lastText && text) {
            lastText->text += text->text;
            return;
        }
        auto *lastReasoning = std::get_if<ReasoningDelta>(&deltas->last());
        const auto *reasoning = std::get_if<ReasoningDelta>(&delta);
        if (lastReasoning && reasoning) {
            lastReasoning->text += reasoning->text;
            return;
        }
    }
    deltas->append(std::move(delta));
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

HttpReplyStream::HttpReplyStream(
    ConnectionPool *pool, const WireRequest &request, const Provider &provider, Watchdogs watchdogs)
    : m_request(request)
    , m_watchdogs(watchdogs)
    , m_pool(pool)
    , m_network(pool->lease())
    , m_body(provider)
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &HttpReplyStream::giveUp);
    m_prodTimer.setInterval(kProdInterval);
    connect(&m_prodTimer, &QTimer::timeout, this, &HttpReplyStream::prod);

    // A sequential body of known length that Qt may not keep: without it Qt sends a POST a second
    // time by itself when the connection closes before the first byte of the answer.
    auto *body = new UploadBody(request.body);
    QNetworkRequest networkRequest = pennyworth::networkRequest(request);
    networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    m_reply = m_network->post(networkRequest, body);
    body->setParent(m_reply);
    m_reply->setReadBufferSize(kReadBuffer);

    connect(body, &UploadBody::taken, this, &HttpReplyStream::noteUpload);
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpReplyStream::noteSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpReplyStream::noteHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpReplyStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpReplyStream::readEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblems.reserve(errors.size());
        for (const QSslError &error : errors)
            m_certificateProblems.append(error.errorString());
    });
    enter(Phase::Connecting);
}

HttpReplyStream::~HttpReplyStream()
{
    release();
}

void HttpReplyStream::cancel()
{
    QMetaObject::invokeMethod(
        this, [this] { end({.kind = ErrorKind::Cancelled, .detail = {}}); }, Qt::QueuedConnection);
}

void HttpReplyStream::noteUpload()
{
    m_left = true;
    if (m_phase == Phase::Connecting || m_phase == Phase::Sending)
        enter(Phase::Sending);
}

void HttpReplyStream::noteSent()
{
    m_left = true;
    if (m_hasFirstByte || std::exchange(m_isSent, true))
        return; // a service may answer before it has read everything
    enter(Phase::Waiting);
    schedule();
}

void HttpReplyStream::noteHead()
{
    if (std::exchange(m_hasFirstByte, true))
        return;
    m_firstByteIsNew = true;
    m_left = true;
    m_prodTimer.start();
    schedule();
    const int status = statusOf(*m_reply);
    m_record.begin(status, m_reply->rawHeaderPairs());
    if (!isSuccess(status))
        enter(Phase::Ending);
    else if (!compressionOf(*m_reply).isEmpty())
        end({.kind = ErrorKind::UnexpectedAnswer,
            .detail = "the answer is compressed ("_L1 + compressionOf(*m_reply)
                + "), which was not asked for"_L1});
}

void HttpReplyStream::read()
{
    if (m_end)
        return;
    const QByteArray bytes = m_reply->readAll();
    m_record.append(bytes);
    if (isSuccess(statusOf(*m_reply)))
        readAnswer(bytes);
    else
        readError(bytes);
}

void HttpReplyStream::readAnswer(const QByteArray &bytes)
{
    const bool wasOver = m_body.isOver();
    add(m_body.append(bytes));
    schedule();
    if (m_body.isOver()) {
        if (!wasOver)
            enter(Phase::Ending);
    } else if (m_body.hasEvent()) {
        enter(Phase::Streaming);
    }
}

void HttpReplyStream::readError(const QByteArray &bytes)
{
    m_errorBody.append(bytes.first(std::min(bytes.size(), kLargestErrorBody - m_errorBody.size())));
    if (m_errorBody.size() == kLargestErrorBody)
        end(answerError(*m_reply, m_errorBody));
}

void HttpReplyStream::readEnd()
{
    read();
    if (m_end)
        return;
    const int status = statusOf(*m_reply);
    if (status != 0 && !isSuccess(status)) {
        end(answerError(*m_reply, m_errorBody));
        return;
    }
    add(m_body.finish());
    const bool broke = m_reply->error() != QNetworkReply::NoError || status == 0;
    ReplyEnd judged = m_body.end();
    if (broke && !m_body.isOver()) {
        if (!m_body.hasFinishReason()) {
            end(connectionError(*m_reply, m_left, m_certificateProblems));
            return;
        }
        judged.note = u"no [DONE], the connection broke"_s;
    }
    end(judged);
}

/// The watchdog.
void HttpReplyStream::giveUp()
{
    const auto silent = [this](std::chrono::milliseconds time, QLatin1StringView what) {
        const QString seconds = QString::number(double(time.count()) / 1000);
        end({.kind = ErrorKind::TimedOut,
            .detail = QString(what + " within "_L1 + seconds + " s"_L1)});
    };
    switch (m_phase) {
    case Phase::Connecting:
        silent(m_watchdogs.connect, "no connection"_L1);
        return;
    case Phase::Waiting:
        // Also where a 401 or 407 stalls within its body: Qt tells nothing of these before they are
        // whole (QHttpNetworkReplyPrivate::shouldEmitSignals).
        silent(m_watchdogs.firstEvent, "no answer"_L1);
        return;
    case Phase::Sending:
    case Phase::Streaming:
        silent(m_watchdogs.idle, "nothing more"_L1);
        return;
    case Phase::Ending:
        readEnd();
        return;
    }
    Q_UNREACHABLE();
}

/// Qt does not tell when a chunked body ends within the line that says how long the next chunk is
/// (seen with 6.4): the reply neither finishes nor fails. Another buffer size makes it look again.
void HttpReplyStream::prod()
{
    m_reply->setReadBufferSize(
        m_reply->readBufferSize() == kReadBuffer ? kReadBuffer + 1 : kReadBuffer);
}

void HttpReplyStream::enter(Phase phase)
{
    if (m_end)
        return;
    m_phase = phase;
    switch (phase) {
    case Phase::Connecting:
        m_watchdog.start(m_watchdogs.connect);
        return;
    case Phase::Waiting:
        m_watchdog.start(m_watchdogs.firstEvent);
        return;
    case Phase::Sending:
    case Phase::Streaming:
        m_watchdog.start(m_watchdogs.idle);
        return;
    case Phase::Ending:
        m_watchdog.start(
            isSuccess(statusOf(*m_reply)) ? kDoneGrace : std::min(kErrorGrace, m_watchdogs.idle));
        return;
    }
    Q_UNREACHABLE();
}

void HttpReplyStream::end(const Error &error)
{
    ReplyEnd failed;
    failed.error = error;
    end(failed);
}

void HttpReplyStream::end(ReplyEnd end)
{
    if (m_end)
        return;
    m_watchdog.stop();
    m_prodTimer.stop();
    if (end.error) {
        end.error->charged = charged();
        if (m_hasFirstByte && end.error->status == 0)
            end.error->status = statusOf(*m_reply);
        end.error = withoutKey(*end.error, m_request);
        end.limitFieldRefused = refusesLimitField(end.error->status, m_request.body, m_errorBody);
    }
    end.requestLeft = m_left;
    m_end = std::move(end);
    schedule();
}

Charged HttpReplyStream::charged() const
{
    if (!m_left)
        return Charged::No;
    if (m_body.wasUsed())
        return Charged::Yes;
    const int status = statusOf(*m_reply);
    return status >= 300 && status < 500 ? Charged::No : Charged::Maybe;
}

void HttpReplyStream::add(QList<Delta> &&deltas)
{
    for (Delta &delta : deltas)
        appendMerged(&m_deltas, std::move(delta));
}

void HttpReplyStream::schedule()
{
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &HttpReplyStream::flush, Qt::QueuedConnection);
}

void HttpReplyStream::flush()
{
    // Each signal may be the last: the receiver owns this and may delete it.
    const QPointer<HttpReplyStream> alive(this);
    m_isScheduled = false;
    if (m_end)
        release();
    if (m_isSent && !std::exchange(m_sentIsTold, true))
        emit requestSent();
    if (alive && std::exchange(m_firstByteIsNew, false))
        emit firstByte();
    if (alive && std::exchange(m_lifeSignsTold, m_body.lifeSigns()) != m_body.lifeSigns())
        emit lifeSign();
    if (alive && !m_deltas.isEmpty())
        emit deltas(std::exchange(m_deltas, {}));
    if (alive && m_end && !std::exchange(m_isFinished, true))
        emit finished(*m_end);
}

/// Parts with the connection; what still comes is not read.
void HttpReplyStream::release()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
    if (m_pool)
        m_pool->giveBack(std::move(m_network));
    else
        m_network.release()->deleteLater();
}

} // namespace pennyworth

#include "moc_httpreplystream.cpp"
