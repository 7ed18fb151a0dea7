// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/awaited.h"
#include "support/rawserver.h"
#include "support/testregistry.h"
#include "transportfixture.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WireRequest get(const RawServer &server)
{
    return {.url = server.url(u"/models"_s),
        .headers = {{"Authorization", "Bearer " + kKey}},
        .body = {}};
}

} // namespace

class DocumentFetchTest : public QObject {
    Q_OBJECT

private slots:
    void fetches()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(answer("200 OK", "{\"data\":[]}"));
        });
        Transport transport;
        const Result<QByteArray> document = awaited(transport.fetch(get(server)));
        QVERIFY(document.hasValue());
        QCOMPARE(*document, "{\"data\":[]}"_ba);
        QVERIFY(server.requests().constFirst().head.startsWith("GET /models HTTP/1.1\r\n"));
        QCOMPARE(
            server.requests().constFirst().header("Authorization"), QByteArray("Bearer " + kKey));
    }

    void fails_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("a wrong key")
            << answer("401 Unauthorized", R"({"error":{"message":"no sk-0123456789abcdef"}})")
            << ErrorKind::WrongKey << u"no …"_s;
        QTest::newRow("a redirect") << answer("302 Found", {}, "Location: http://other.test/\r\n")
                                    << ErrorKind::Redirected << u"http://other.test/"_s;
        QTest::newRow("compressed")
            << answer("200 OK", "x", "Content-Encoding: gzip\r\n") << ErrorKind::UnexpectedAnswer
            << u"the answer is compressed (gzip), which was not asked for"_s;
        QTest::newRow("a body cut off")
            << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"_ba << ErrorKind::ConnectionLost
            << u"the service closed the connection"_s;
        QTest::newRow("too large")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(9 * 1024 * 1024, 'x'))
            << ErrorKind::UnexpectedAnswer << u"the answer is larger than 8 MiB"_s;
    }

    void fails()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        RawServer server([&bytes](RawPeer &peer, const RawRequest &) {
            peer.write(bytes);
            peer.close();
        });
        Transport transport;
        const Result<QByteArray> document = awaited(transport.fetch(get(server)));
        QVERIFY(document.hasError());
        QCOMPARE(document.error().kind, kind);
        QCOMPARE(document.error().detail, detail);
        QCOMPARE(document.error().charged, Charged::No);
    }

    void failsWhereNobodyListens()
    {
        WireRequest request;
        {
            const RawServer gone;
            request = get(gone);
        }
        Transport transport;
        QCOMPARE(awaited(transport.fetch(request)).error().kind, ErrorKind::ConnectionFailed);
    }

    void givesUpInTime()
    {
        RawServer server;
        Transport transport(Watchdogs{.document = 50ms});
        QCOMPARE(awaited(transport.fetch(get(server))).error().kind, ErrorKind::TimedOut);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void anErrorWhoseBodyNeverEndsIsToldWithWhatThereIs()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 900\r\n\r\nnot for you");
        });
        Transport transport(Watchdogs{.document = 500ms});
        const Error error = awaited(transport.fetch(get(server))).error();
        QCOMPARE(error.kind, ErrorKind::Forbidden);
        QCOMPARE(error.detail, u"not for you"_s);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void isCancelledWithItsTransport()
    {
        RawServer server;
        auto transport = std::make_unique<Transport>();
        const QFuture<Result<QByteArray>> future = transport->fetch(get(server));
        QTRY_COMPARE(server.requests().size(), 1);
        transport.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }
};

PENNYWORTH_TEST(DocumentFetchTest)

#include "tst_documentfetch.moc"
