// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpconnection.h"

#include <QTimer>

#include <chrono>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace pennyworth::simulated {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kReadBuffer = 1024 * 1024;
// Time for the client to read what lies before a reset, which would otherwise overtake it.
constexpr auto kResetDelay = 50ms;

bool keepsAlive(const HttpRequest &request)
{
    const QByteArray connection = request.header("connection").toLower();
    return request.minorVersion == 0 ? connection == "keep-alive" : connection != "close";
}

} // namespace

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

HttpConnection::HttpConnection(QTcpSocket *socket, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_parser(limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_resetWhenWritten && m_socket->bytesToWrite() == 0)
            QTimer::singleShot(kResetDelay, this, &HttpConnection::resetSocket);
        emit bytesWritten();
    });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        emit closed();
        deleteLater();
    });
}

void HttpConnection::readMore()
{
    if (m_busy)
        return; // waits in the socket, so that a client cannot fill our memory by sending ahead
    m_parser.addBytes(m_socket->readAll());
    handleNext();
}

void HttpConnection::handleNext()
{
    if (m_busy || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const std::optional<HttpRequest> request = m_parser.next();
    if (m_parser.errorStatus() != 0) {
        refuse(m_parser.errorStatus());
        return;
    }
    if (m_parser.takeContinueWanted())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (!request)
        return;
    m_busy = true;
    m_keepAlive = keepsAlive(*request);
    m_chunked = request->minorVersion == 1;
    m_headOnly = request->method == "HEAD";
    emit requestReceived(*request);
}

void HttpConnection::refuse(int status)
{
    m_busy = true;
    m_keepAlive = false;
    respond({.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}},
        QByteArray::number(status) + ' ' + reasonPhrase(status) + '\n');
}

QByteArray HttpConnection::headBytes(const ResponseHead &head, const HttpHeaders &framing) const
{
    QByteArray bytes =
        "HTTP/1.1 " + QByteArray::number(head.status) + ' ' + reasonPhrase(head.status) + "\r\n";
    for (const HttpHeaders &part : {head.headers, framing}) {
        for (const auto &[name, value] : part)
            bytes += name + ": " + value + "\r\n";
    }
    bytes += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes;
}

void HttpConnection::respond(const ResponseHead &head, const QByteArray &body)
{
    m_socket->write(headBytes(head, {{"Content-Length", QByteArray::number(body.size())}})
        + (m_headOnly ? QByteArray() : body));
    m_chunked = false;
    finish();
}

void HttpConnection::beginBody(const ResponseHead &head)
{
    if (m_chunked) {
        m_socket->write(headBytes(head, {{"Transfer-Encoding", "chunked"}}));
        return;
    }
    m_keepAlive = false; // HTTP/1.0 knows the end of such a body by the end of the connection
    m_socket->write(headBytes(head, {}));
}

void HttpConnection::sendBody(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_headOnly)
        return;
    m_socket->write(
        m_chunked ? QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n" : bytes);
}

void HttpConnection::finish()
{
    if (m_chunked && !m_headOnly)
        m_socket->write("0\r\n\r\n");
    if (!m_keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    // From the event loop: a client that sends requests ahead must not make us recurse.
    QTimer::singleShot(0, this, &HttpConnection::readMore);
}

void HttpConnection::drop(DropKind kind)
{
    switch (kind) {
    case DropKind::Close:
        m_socket->disconnectFromHost();
        return;
    case DropKind::Reset:
        m_resetWhenWritten = true;
        if (m_socket->bytesToWrite() == 0)
            QTimer::singleShot(kResetDelay, this, &HttpConnection::resetSocket);
        return;
    }
}

void HttpConnection::resetSocket()
{
    // A linger time of zero makes the kernel send RST instead of FIN; Qt has no option for it.
    const linger abortive{.l_onoff = 1, .l_linger = 0};
    const auto descriptor = m_socket->socketDescriptor();
#ifdef Q_OS_WIN
    setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER,
        reinterpret_cast<const char *>(&abortive), sizeof(abortive));
#else
    setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &abortive, sizeof(abortive));
#endif
    m_socket->abort();
}

} // namespace pennyworth::simulated

#include "moc_httpconnection.cpp"
