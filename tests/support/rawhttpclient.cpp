// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttpclient.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

/// Takes chunks off `rest`; true where the last one was there.
bool takeChunks(QByteArray &rest, QByteArray &body)
{
    qsizetype at = 0;
    while (true) {
        const qsizetype lineEnd = rest.indexOf("\r\n", at);
        if (lineEnd < 0)
            return false;
        const qsizetype size = rest.sliced(at, lineEnd - at).toLongLong(nullptr, 16);
        body += rest.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        if (rest.size() < at)
            return false;
        if (size == 0) {
            rest.remove(0, at);
            return true;
        }
    }
}

/// Takes one response off `rest`; empty where not even its head is there.
std::optional<RawResponse> takeResponse(QByteArray &rest)
{
    while (rest.startsWith("HTTP/1.1 100 "))
        rest.remove(0, rest.indexOf("\r\n\r\n") + 4);
    const qsizetype headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    RawResponse response;
    const QList<QByteArray> lines = rest.first(headEnd).replace("\r\n", "\n").split('\n');
    response.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    rest.remove(0, headEnd + 4);
    if (response.headers.value("transfer-encoding") == "chunked") {
        response.isComplete = takeChunks(rest, response.body);
    } else {
        const qsizetype size = response.headers.value("content-length", "-1").toLongLong();
        response.body = size < 0 ? rest : rest.first(qMin(size, rest.size()));
        response.isComplete = response.body.size() == size;
        rest.remove(0, response.body.size());
    }
    return response;
}

QByteArray authorization(const QByteArray &key)
{
    return key.isEmpty() ? QByteArray() : "Authorization: Bearer " + key + "\r\n";
}

} // namespace

QJsonObject RawResponse::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QList<QByteArray> RawResponse::events() const
{
    QList<QByteArray> events;
    const QList<QByteArray> lines =
        QByteArray(body).replace("\r\n", "\n").replace('\r', '\n').split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: "))
            events.append(line.mid(6));
    }
    return events;
}

QList<QJsonObject> RawResponse::chunks() const
{
    QList<QJsonObject> chunks;
    const QList<QByteArray> all = events();
    for (const QByteArray &event : all) {
        if (event != "[DONE]")
            chunks.append(QJsonDocument::fromJson(event).object());
    }
    return chunks;
}

QString RawResponse::joined(const QString &field) const
{
    QString text;
    const QList<QJsonObject> all = chunks();
    for (const QJsonObject &chunk : all)
        text += chunk.value(u"choices").toArray().at(0)[u"delta"][field].toString();
    return text;
}

RawHttpClient::RawHttpClient(quint16 port)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
        m_reads.append(m_socket.readAll());
        m_received += m_reads.last();
    });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.waitForConnected(5000);
}

void RawHttpClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawHttpClient::post(const QByteArray &path, const QJsonObject &body, const QByteArray &key)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    send("POST " + path + " HTTP/1.1\r\nHost: test\r\n" + authorization(key)
        + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size())
        + "\r\n\r\n" + json);
}

void RawHttpClient::get(const QByteArray &path, const QByteArray &key)
{
    send("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + authorization(key) + "\r\n");
}

bool RawHttpClient::hasResponses(int count) const
{
    if (isClosed())
        return true;
    const QList<RawResponse> all = responses();
    return all.size() >= count && all.at(count - 1).isComplete;
}

QList<RawResponse> RawHttpClient::responses() const
{
    QList<RawResponse> all;
    QByteArray rest = m_received;
    while (auto response = takeResponse(rest)) {
        all.append(*response);
        if (!response->isComplete)
            break;
    }
    return all;
}

RawResponse awaitResponse(const RawHttpClient &client)
{
    const bool hasCome = QTest::qWaitFor([&client] { return client.hasResponses(); }, 20'000);
    return hasCome ? client.response() : RawResponse{};
}

} // namespace pennyworth::test
