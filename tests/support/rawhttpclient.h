// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

#include <optional>

namespace pennyworth::test {

/// A response as it came over the wire, its body decoded from chunks.
struct RawResponse {
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool isComplete = false; ///< false: the connection ended within it

    [[nodiscard]] QJsonObject json() const;
    /// The payloads of an event stream's "data:" lines.
    [[nodiscard]] QList<QByteArray> events() const;
    /// The same as JSON, without "[DONE]".
    [[nodiscard]] QList<QJsonObject> chunks() const;
    /// What the deltas of a stream add up to in this field: "content", "reasoning_content".
    [[nodiscard]] QString joined(const QString &field) const;
};

/// A client that writes bytes to a loopback port and keeps what comes back, so that tests see the
/// wire and no library's view of it. Wait with QTRY_*.
class RawHttpClient final {
public:
    explicit RawHttpClient(quint16 port);

    void send(const QByteArray &bytes);
    void post(const QByteArray &path, const QJsonObject &body, const QByteArray &key = "sk-test");
    void get(const QByteArray &path, const QByteArray &key = "sk-test");
    void close() { m_socket.abort(); }

    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    /// Everything received so far, and in which parts it was read.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] const QList<QByteArray> &reads() const { return m_reads; }

    /// True once `count` responses are whole, or the connection has ended.
    [[nodiscard]] bool hasResponses(int count = 1) const;
    [[nodiscard]] QList<RawResponse> responses() const;
    /// The first response, as far as it has come.
    [[nodiscard]] RawResponse response() const { return responses().value(0); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    QList<QByteArray> m_reads;
};

/// Waits for the first response; one with status 0 where none came in 20 seconds.
[[nodiscard]] RawResponse awaitResponse(const RawHttpClient &client);

} // namespace pennyworth::test
