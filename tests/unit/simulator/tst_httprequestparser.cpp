// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httprequestparser.h"
#include "support/testregistry.h"

using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

class HttpRequestParserTest : public QObject {
    Q_OBJECT

private slots:
    void readsOneRequest()
    {
        HttpRequestParser parser;
        parser.addBytes(
            "POST /v1/chat/completions?a=b HTTP/1.1\r\nHost: x\r\nAuthorization:  Bearer k \r\n"
            "Content-Length: 5\r\n\r\nhello");
        const auto request = parser.next();
        QVERIFY(request);
        QCOMPARE(request->method, "POST");
        QCOMPARE(request->path, "/v1/chat/completions");
        QCOMPARE(request->query, "a=b");
        QCOMPARE(request->header("authorization"), "Bearer k");
        QCOMPARE(request->body, "hello");
        QVERIFY(!parser.next());
        QCOMPARE(parser.errorStatus(), 0);
    }

    void readsTheSameHoweverItIsSplit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a body of known length")
            << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbodyGET /b "
                          "HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("a chunked body")
            << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                          "chunked\r\n\r\n2;x=y\r\nbo\r\n2\r\ndy\r\n0\r\nTrailer: t\r\n\r\n"
                          "GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("bare line feeds")
            << QByteArray("\n\nPOST /a HTTP/1.1\nHost: x\nTransfer-Encoding: "
                          "chunked\n\n4\nbody\n0\n\nGET /b HTTP/1.1\nHost: x\n\n");
    }

    void readsTheSameHoweverItIsSplit()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            HttpRequestParser parser;
            QList<HttpRequest> requests;
            for (const QByteArray &part : {bytes.first(cut), bytes.sliced(cut)}) {
                parser.addBytes(part);
                while (auto request = parser.next())
                    requests.append(*request);
            }
            QCOMPARE(parser.errorStatus(), 0);
            QCOMPARE(requests.size(), 2);
            QCOMPARE(requests.at(0).path, "/a");
            QCOMPARE(requests.at(0).body, "body");
            QCOMPARE(requests.at(1).path, "/b");
            QCOMPARE(requests.at(1).body, "");
        }
    }

    void readsOneByteAfterTheOther()
    {
        const QByteArray bytes = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                 "chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        HttpRequestParser parser;
        for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
            parser.addBytes(bytes.sliced(i, 1));
            QVERIFY(!parser.next());
        }
        parser.addBytes(bytes.last(1));
        QCOMPARE(parser.next()->body, "abc");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
            QTest::newRow(name) << bytes << status;
        };
        row("no request line", "hello\r\n\r\n");
        row("no version", "GET /\r\n\r\n");
        row("a method with a slash", "G/T / HTTP/1.1\r\n\r\n");
        row("a target without a slash", "GET example HTTP/1.1\r\n\r\n");
        row("a blank in the target", "GET /a b HTTP/1.1\r\n\r\n");
        row("HTTP/2 in clear text", "PRI * HTTP/2.0\r\n\r\n");
        row("another version", "GET / HTTP/3.0\r\n\r\n", 505);
        row("no host", "GET / HTTP/1.1\r\n\r\n");
        row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        row("a header without a colon", "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n");
        row("a blank before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n");
        row("a folded header", "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n");
        row("a carriage return in a header", "GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n");
        row("a length that is no number",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5a\r\n\r\n");
        row("a negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n");
        row("an empty length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n");
        row("two lengths",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n");
        row("length and chunks",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
            "chunked\r\n\r\n");
        row("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("chunked twice",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
            "chunked\r\n\r\n");
        row("another encoding",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501);
        row("a chunk size that is none",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxy\r\n");
        row("a chunk longer than said",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n");
        row("a length above the limit",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n", 413);
        row("chunks above the limit",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n", 413);
        row("a head above the limit", "GET /" + QByteArray(600, 'a'), 431);
        row("many headers above the limit",
            "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(100), 431);
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpRequestParser parser(HttpLimits{.head = 500, .body = 1000});
        parser.addBytes(bytes);
        QVERIFY(!parser.next());
        QCOMPARE(parser.errorStatus(), status);
        parser.addBytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(!parser.next());
    }

    void saysOnceThatAClientWaitsToBeAskedForItsBody()
    {
        HttpRequestParser parser;
        parser.addBytes(
            "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QVERIFY(!parser.next());
        QVERIFY(parser.takeContinueWanted());
        QVERIFY(!parser.takeContinueWanted());
        parser.addBytes("ok");
        QCOMPARE(parser.next()->body, "ok");
    }
};

PENNYWORTH_TEST(HttpRequestParserTest)

#include "tst_httprequestparser.moc"
