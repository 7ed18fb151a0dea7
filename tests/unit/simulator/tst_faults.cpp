// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "simulator/simulator.h"
#include "support/rawhttpclient.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject question(bool stream = true)
{
    return {{u"model"_s, u"deepseek-flash"_s}, {u"stream"_s, stream}, {u"max_tokens"_s, 20},
        {u"messages"_s,
            QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"git bisect"_s}}}}};
}

/// A socket of the operating system.
class PlainSocket final {
public:
    explicit PlainSocket(quint16 port)
        : m_descriptor(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
    }
    ~PlainSocket() { close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(PlainSocket)

    void send(const QByteArray &bytes) const
    {
        QCOMPARE(write(m_descriptor, bytes.constData(), size_t(bytes.size())), bytes.size());
    }

    /// Adds what has arrived; 0 after an orderly end, else errno (EAGAIN while nothing happens).
    int receive(QByteArray &received) const
    {
        std::array<char, 4096> part{};
        const ssize_t count = recv(m_descriptor, part.data(), part.size(), MSG_DONTWAIT);
        if (count > 0)
            received.append(part.data(), count);
        return count > 0 ? EAGAIN : count == 0 ? 0 : errno;
    }

private:
    int m_descriptor;
};

} // namespace

/// What each field of a scenario file does to the answer on the wire.
class FaultsTest : public QObject {
    Q_OBJECT

private slots:
    void delaysTheHead()
    {
        start("'delay_ms': 200");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask().status, 200);
        QVERIFY(timer.elapsed() >= 200);
    }

    void staysSilentFromTheBeginning()
    {
        start("'stall': {}, 'request': 1");
        RawHttpClient client(m_port);
        client.post("/chat/completions", question());
        QCOMPARE(ask().status, 200); // by then the first would have been answered
        QCOMPARE(client.received(), "");
        QVERIFY(!client.isClosed());
    }

    void staysSilentAfterSomeBytes()
    {
        start("'stall': {'after_bytes': 300}, 'request': 1");
        RawHttpClient client(m_port);
        client.post("/chat/completions", question());
        QTRY_COMPARE(client.response().body.size(), 300);
        QCOMPARE(ask().status, 200);
        QCOMPARE(client.response().body.size(), 300);
        QVERIFY(!client.isClosed());
    }

    void closesBeforeTheHead()
    {
        start("'drop': {}");
        RawHttpClient client(m_port);
        client.post("/chat/completions", question());
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received(), "");
    }

    void closesAfterSomeBytes()
    {
        start("'drop': {'after_bytes': 500}");
        const RawResponse response = ask();
        QCOMPARE(response.body.size(), 500);
        QVERIFY(!response.isComplete);
    }

    void resetsAfterSomeBytes()
    {
        start("'drop': {'after_bytes': 500, 'how': 'reset'}");
        // Not by QTcpSocket, which reports a reset and an orderly end alike.
        const PlainSocket socket(m_port);
        const QByteArray body = QJsonDocument(question()).toJson();
        socket.send("POST /chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    "k\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray received;
        int end = EAGAIN;
        QTRY_VERIFY(end != EAGAIN || (end = socket.receive(received)) != EAGAIN);
        QCOMPARE(end, ECONNRESET);
        QVERIFY(received.contains("\r\n1f4\r\n") || received.size() > 500);
    }

    void dropsAWholeAnswerToo()
    {
        start("'path': '/models', 'drop': {'after_bytes': 10}");
        RawHttpClient client(m_port);
        client.get("/models");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.response().body.size(), 10);
    }

    void splitsWhereItIsTold()
    {
        start("");
        const QByteArray whole = ask().body;
        start("'split_at': [5, 301]");
        RawHttpClient client(m_port);
        client.post("/chat/completions", question());
        QTRY_VERIFY(client.hasResponses());
        QCOMPARE(client.response().body, whole);
        // Each part is a chunk that arrives alone: 5 bytes with the head, then 296.
        QVERIFY(client.reads().size() >= 3);
        QVERIFY(client.reads().at(0).endsWith("\r\n\r\n5\r\n: kee\r\n"));
        QVERIFY(client.reads().at(1).startsWith("128\r\n"));
    }

    void endsLinesOtherwise_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("carriage returns") << QByteArray("'line_end': 'cr'") << QByteArray("\r");
        QTest::newRow("both") << QByteArray("'line_end': 'crlf'") << QByteArray("\r\n");
    }

    void endsLinesOtherwise()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, lineEnd);
        start("");
        const QByteArray whole = ask().body;
        start(fault);
        const QByteArray body = ask().body;
        QVERIFY(body.startsWith(QByteArray(": keep-alive" + lineEnd + lineEnd)));
        QCOMPARE(QByteArray(body).replace(lineEnd, "\n"), whole);
    }

    void leavesTheEndMarkOut()
    {
        start("'done': false");
        const RawResponse response = ask();
        QVERIFY(response.isComplete);
        QVERIFY(!response.body.contains("[DONE]"));
        QCOMPARE(
            response.chunks().constLast()[u"choices"][0][u"finish_reason"].toString(), u"length"_s);
    }

    void failsWithinTheStream()
    {
        start("'stream_error': {'after_tokens': 3, 'error': {'message': 'out of memory'}}");
        const RawResponse response = ask();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.chunks().size(), 5); // role chunk, three tokens, the error
        QCOMPARE(
            response.chunks().constLast()[u"error"][u"message"].toString(), u"out of memory"_s);
        QVERIFY(!response.body.contains("[DONE]"));
    }

    void compressesUnasked()
    {
        start("'gzip': true");
        const RawResponse response = ask();
        QCOMPARE(response.headers.value("content-encoding"), "gzip");
        QVERIFY(response.body.startsWith(QByteArray::fromHex("1f8b08")));
    }

    void liesAboutTheType()
    {
        start("'content_type': 'application/octet-stream'");
        QCOMPARE(ask().headers.value("content-type"), "application/octet-stream");
        QCOMPARE(ask(false).headers.value("content-type"), "application/octet-stream");
    }

    void liesAboutTheUsage()
    {
        start("'usage': {'prompt_tokens': -5, 'total_tokens': 'many'}");
        const QJsonValue usage = ask().chunks().constLast().value(u"usage");
        QCOMPARE(usage[u"prompt_tokens"].toInt(), -5);
        QCOMPARE(usage[u"total_tokens"].toString(), u"many"_s);
        QCOMPARE(usage[u"completion_tokens"].toInt(), 20);
    }

    void leavesTheUsageOut()
    {
        start("'usage': 'missing'");
        QVERIFY(!ask().body.contains("usage"));
        QVERIFY(!ask(false).body.contains("usage"));
    }

    void givesTheUsageOnAChunkOfItsOwn()
    {
        start("'usage': 'extra_chunk'");
        const QList<QJsonObject> chunks = ask().chunks();
        QVERIFY(chunks.last().value(u"choices").toArray().isEmpty());
        QCOMPARE(chunks.last()[u"usage"][u"completion_tokens"].toInt(), 20);
        QVERIFY(!chunks.at(chunks.size() - 2).contains(u"usage"_s));
    }

    void givesTheUsageOnEachChunk()
    {
        start("'usage': 'every_chunk'");
        const QList<QJsonObject> chunks = ask().chunks();
        QCOMPARE(chunks.at(0)[u"usage"][u"completion_tokens"].toInt(), 0);
        QCOMPARE(chunks.at(3)[u"usage"][u"completion_tokens"].toInt(), 3);
        QCOMPARE(chunks.last()[u"usage"][u"completion_tokens"].toInt(), 20);
    }

    void floods()
    {
        start("'flood_bytes': 5000000");
        const RawResponse response = ask();
        QVERIFY(response.body.size() > 5'000'000);
        QCOMPARE(response.events().constLast(), "[DONE]");
        QCOMPARE(response.chunks().constLast()[u"usage"][u"completion_tokens"].toInt(), 20);
    }

    void answersSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("an error") << QByteArray(
            "'status': 503, 'headers': {'Retry-After': '7'}, 'body': 'later'")
                                  << 503 << QByteArray("retry-after") << QByteArray("7");
        QTest::newRow("a redirect") << QByteArray("'redirect': 'http://127.0.0.1:9/x'") << 307
                                    << QByteArray("location") << QByteArray("http://127.0.0.1:9/x");
        QTest::newRow("a page") << QByteArray("'html': true") << 200 << QByteArray("content-type")
                                << QByteArray("text/html; charset=utf-8");
    }

    void answersSomethingElse()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        start(fault);
        const RawResponse response = ask();
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.value(header), value);
        QVERIFY(response.isComplete);
    }

    void countsAliasesAsOnePath()
    {
        start("'request': 2, 'status': 503");
        QCOMPARE(ask(true, "/v1/chat/completions").status, 200);
        QCOMPARE(ask(true, "/beta/chat/completions").status, 503);
        QCOMPARE(ask(true, "/chat/completions").status, 200);
    }

private:
    /// With one fault, written with apostrophes for quotation marks.
    void start(QByteArray fault)
    {
        SimulatorOptions options;
        options.pace = {.tokensPerSecond = 1'000'000, .firstToken = std::chrono::milliseconds(0)};
        options.now = [] { return *parseInstant(u"2026-11-23T12:00:00Z"); };
        const Result<Scenario> scenario =
            parseScenario("{\"faults\": [{" + fault.replace('\'', '"') + "}]}");
        QVERIFY2(scenario, qPrintable(scenario.hasError() ? scenario.error().detail : QString()));
        options.scenario = *scenario;
        m_simulator = std::make_unique<Simulator>(*m_prices, std::move(options));
        m_port = *m_simulator->listen();
    }

    RawResponse ask(bool stream = true, const QByteArray &path = "/chat/completions") const
    {
        RawHttpClient client(m_port);
        client.post(path, question(stream));
        return awaitResponse(client);
    }

    const Result<PriceBook> m_prices = PriceBook::builtIn();
    std::unique_ptr<Simulator> m_simulator;
    quint16 m_port = 0;
};

PENNYWORTH_TEST(FaultsTest)

#include "tst_faults.moc"
