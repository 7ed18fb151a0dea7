// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httprequestparser.h"

#include <QObject>
#include <QTcpSocket>

namespace pennyworth::simulated {

/// What stands before the body of a response.
struct ResponseHead {
    int status = 200;
    HttpHeaders headers;
};

/// How a connection ends before its response is complete.
enum class DropKind { Close, Reset };

/// One client's connection: reads requests one after the other and writes their responses, in
/// order, keeping the connection alive between them. Owns the socket; deletes itself when the
/// client is gone.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, HttpLimits limits, QObject *parent);

    /// A whole response. Then the next request may come.
    void respond(const ResponseHead &head, const QByteArray &body);

    /// Starts a response of unknown length; sendBody() as often as wanted, then finish().
    void beginBody(const ResponseHead &head);
    void sendBody(const QByteArray &bytes);
    void finish();

    /// Breaks the connection after what was written has left.
    void drop(DropKind kind);

    /// What the client has not yet taken.
    [[nodiscard]] qint64 bytesToWrite() const { return m_socket->bytesToWrite(); }

signals:
    /// The request to answer now; no other comes before its response is finished.
    void requestReceived(const pennyworth::simulated::HttpRequest &request);
    /// The client is gone, or drop() was called.
    void closed();
    void bytesWritten();

private:
    void readMore();
    void handleNext();
    void refuse(int status);
    [[nodiscard]] QByteArray headBytes(const ResponseHead &head, const HttpHeaders &framing) const;
    void resetSocket();

    QTcpSocket *m_socket;
    HttpRequestParser m_parser;
    bool m_busy = false; ///< a request is being answered
    bool m_chunked = false;
    bool m_keepAlive = true;
    bool m_headOnly = false;
    bool m_resetWhenWritten = false;
};

/// "Not Found"
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace pennyworth::simulated
