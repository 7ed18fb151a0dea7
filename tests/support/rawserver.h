// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace pennyworth::test {

/// One HTTP request as it came over the wire.
struct RawRequest {
    QByteArray head; ///< request line and headers, without the blank line
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< empty where it is missing
};

/// One connection of a RawServer.
class RawPeer final : public QObject {
    Q_OBJECT

public:
    explicit RawPeer(QTcpSocket *socket, QObject *parent);

    void write(const QByteArray &bytes);
    void writeChunk(const QByteArray &bytes); ///< of a chunked body
    void close(); ///< after what was written has gone
    void reset(); ///< at once, with RST

signals:
    void requested(const pennyworth::test::RawRequest &request);
    void closed();

private:
    void read();

    QTcpSocket *m_socket;
    QByteArray m_received;
};

/// A TCP server that does as it is told, byte for byte: what it answers, when it closes, whether it
/// answers at all. It reads whole HTTP requests and records them; everything else is up to the
/// test's `answer`.
class RawServer final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(RawPeer &peer, const RawRequest &request)>;

    explicit RawServer(Answer answer = {});
    /// Speaks TLS with a certificate that nobody trusts.
    static std::unique_ptr<RawServer> withUntrustedCertificate();

    [[nodiscard]] QUrl url(const QString &path = {}) const; ///< http, or https
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] const QList<RawRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connectionCount() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] RawPeer *peer() const { return m_peer; } ///< the last one that connected
    void setAnswer(Answer answer) { m_answer = std::move(answer); }

signals:
    void connected();
    void requested();
    void peerClosed();

private:
    RawServer(std::unique_ptr<QTcpServer> server, const QString &scheme);
    void accept();

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    Answer m_answer;
    QList<RawRequest> m_requests;
    RawPeer *m_peer = nullptr;
    int m_connections = 0;
    int m_open = 0;
};

/// The head of a 200 answer that streams until the connection closes.
[[nodiscard]] QByteArray streamHead();
/// The head of a chunked one.
[[nodiscard]] QByteArray chunkedHead();
/// A whole answer with a length.
[[nodiscard]] QByteArray answer(const QByteArray &status, const QByteArray &body,
    const QByteArray &headers = "Content-Type: application/json\r\n");
/// `data: {json}` and the blank line.
[[nodiscard]] QByteArray jsonEvent(const QByteArray &json);
/// A chunk of the protocol with this delta and, if given, the finish_reason.
[[nodiscard]] QByteArray deltaEvent(const QByteArray &delta, const QByteArray &finishReason = {});

} // namespace pennyworth::test
