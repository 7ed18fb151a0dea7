// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <utility>

#include <sys/socket.h>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray RawRequest::header(QByteArrayView name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

RawPeer::RawPeer(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    connect(socket, &QTcpSocket::readyRead, this, &RawPeer::read);
    connect(socket, &QTcpSocket::disconnected, this, &RawPeer::closed);
}

void RawPeer::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void RawPeer::writeChunk(const QByteArray &bytes)
{
    write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void RawPeer::close()
{
    m_socket->disconnectFromHost();
}

void RawPeer::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
        sizeof atOnce);
    m_socket->abort();
}

void RawPeer::read()
{
    m_received += m_socket->readAll();
    for (;;) {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RawRequest request{.head = m_received.first(end), .body = {}};
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (m_received.size() < end + 4 + length)
            return;
        request.body = m_received.sliced(end + 4, length);
        m_received.remove(0, end + 4 + length);
        emit requested(request);
    }
}

RawServer::RawServer(Answer answer)
    : RawServer(std::make_unique<QTcpServer>(), u"http"_s)
{
    m_answer = std::move(answer);
}

RawServer::RawServer(std::unique_ptr<QTcpServer> server, const QString &scheme)
    : m_server(std::move(server))
    , m_scheme(scheme)
{
    m_server->listen(QHostAddress::LocalHost);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
}

std::unique_ptr<RawServer> RawServer::withUntrustedCertificate()
{
    QSslConfiguration configuration;
    configuration.setLocalCertificate(QSslCertificate(dataFile(u"untrusted.crt"_s)));
    configuration.setPrivateKey(QSslKey(dataFile(u"untrusted.key"_s), QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return std::unique_ptr<RawServer>(new RawServer(std::move(server), u"https"_s));
}

QUrl RawServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto *peer = new RawPeer(socket, this);
        m_peer = peer;
        ++m_connections;
        ++m_open;
        connect(peer, &RawPeer::closed, this, [this] {
            --m_open;
            emit peerClosed();
        });
        connect(peer, &RawPeer::requested, this, [this, peer](const RawRequest &request) {
            m_requests.append(request);
            if (m_answer)
                m_answer(*peer, request);
            emit requested();
        });
        emit connected();
    }
}

QByteArray streamHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
}

QByteArray chunkedHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: "
           "chunked\r\n\r\n";
}

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray jsonEvent(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray deltaEvent(const QByteArray &delta, const QByteArray &finishReason)
{
    const QByteArray finish =
        finishReason.isEmpty() ? QByteArray("null") : '"' + finishReason + '"';
    return jsonEvent(
        "{\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}");
}

} // namespace pennyworth::test
