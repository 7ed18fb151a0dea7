// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/picturenetwork.h"
#include "domain/pictureaddress.h"
#include "support/awaited.h"
#include "support/rawserver.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kPicture = "\x89PNG and so on";

QByteArray pictureAnswer()
{
    return answer("200 OK", kPicture, "Content-Type: image/png\r\nSet-Cookie: who=you\r\n");
}

QByteArray redirectTo(const QString &address)
{
    return answer("302 Found", {}, "Location: " + address.toLatin1() + "\r\n");
}

} // namespace

class PictureNetworkTest : public QObject {
    Q_OBJECT

private slots:
    void fetches()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) { peer.write(pictureAnswer()); });
        PictureNetwork network;
        const auto bytes = awaited(network.fetch(server.url().resolved(QUrl(u"/a.png?b=c#d"_s))));
        QVERIFY(bytes.hasValue());
        QCOMPARE(*bytes, kPicture);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().constFirst().head.startsWith("GET /a.png?b=c HTTP/1.1\r\n"));
    }

    // Whatever the first answer tried to leave here.
    void tellsNothingAboutWhoAsks()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) { peer.write(pictureAnswer()); });
        PictureNetwork network;
        QVERIFY(awaited(network.fetch(server.url(u"/a"_s))).hasValue());
        QVERIFY(awaited(network.fetch(server.url(u"/b"_s))).hasValue());
        for (const RawRequest &request : server.requests()) {
            for (const char *name : {"Authorization", "Cookie", "Referer", "Origin"})
                QCOMPARE(request.header(name), QByteArray());
            QVERIFY(request.body.isEmpty());
        }
    }

    void refusesAddresses_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s);
        QTest::newRow("a resource") << QUrl(u"qrc:/a.png"_s);
        QTest::newRow("ftp") << QUrl(u"ftp://a.example/a.png"_s);
        QTest::newRow("data") << QUrl(u"data:image/png;base64,AA=="_s);
        QTest::newRow("without a scheme") << QUrl(u"a.png"_s);
        QTest::newRow("without a host") << QUrl(u"http:///a.png"_s);
        QTest::newRow("with a name") << QUrl(u"http://me@127.0.0.1/a.png"_s);
        QTest::newRow("with a password") << QUrl(u"http://me:secret@127.0.0.1/a.png"_s);
    }

    void refusesAddresses()
    {
        QFETCH(QUrl, url);
        PictureNetwork network;
        QVERIFY(!isPictureAddress(url));
        QCOMPARE(awaited(network.fetch(url)).error().kind, ErrorKind::InvalidValue);
    }

    void followsAFewRedirects()
    {
        RawServer server([](RawPeer &peer, const RawRequest &request) {
            peer.write(request.head.startsWith("GET /a ") ? redirectTo(u"/b"_s) : pictureAnswer());
        });
        PictureNetwork network;
        QCOMPARE(awaited(network.fetch(server.url(u"/a"_s))).valueOr({}), kPicture);
        QCOMPARE(server.requests().size(), 2);
    }

    void refusesRedirects_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("to a file") << u"file:///etc/passwd"_s;
        QTest::newRow("to data") << u"data:image/png;base64,AA=="_s;
        QTest::newRow("to itself, without end") << u"/a"_s;
    }

    void refusesRedirects()
    {
        QFETCH(QString, target);
        RawServer server(
            [&target](RawPeer &peer, const RawRequest &) { peer.write(redirectTo(target)); });
        PictureNetwork network;
        QCOMPARE(awaited(network.fetch(server.url(u"/a"_s))).error().kind, ErrorKind::Redirected);
        QVERIFY(server.requests().size() <= 6);
    }

    void readsNoMoreThanItsLimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("announced") << "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n"_ba;
        QTest::newRow("unannounced") << "HTTP/1.1 200 OK\r\n\r\n"_ba + QByteArray(101, 'x');
    }

    void readsNoMoreThanItsLimit()
    {
        QFETCH(QByteArray, bytes);
        RawServer server([&bytes](RawPeer &peer, const RawRequest &) { peer.write(bytes); });
        PictureNetwork network({.bytes = 100});
        QCOMPARE(awaited(network.fetch(server.url())).error().kind, ErrorKind::Overflow);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void givesUpInTime()
    {
        RawServer server;
        PictureNetwork network({.time = 50ms});
        QCOMPARE(awaited(network.fetch(server.url())).error().kind, ErrorKind::TimedOut);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void tellsTheStatus()
    {
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("404 Not Found", "no")); });
        PictureNetwork network;
        const Error error = awaited(network.fetch(server.url())).error();
        QCOMPARE(error.status, 404);
        QCOMPARE(error.charged, Charged::No);
    }

    void saysWhereNobodyListens()
    {
        QUrl url;
        {
            const RawServer gone;
            url = gone.url();
        }
        PictureNetwork network;
        QCOMPARE(awaited(network.fetch(url)).error().kind, ErrorKind::ConnectionFailed);
    }

    void isCancelledWithItsNetwork()
    {
        RawServer server;
        auto network = std::make_unique<PictureNetwork>();
        const QFuture<Result<QByteArray>> future = network->fetch(server.url());
        QTRY_COMPARE(server.requests().size(), 1);
        network.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }
};

PENNYWORTH_TEST(PictureNetworkTest)

#include "tst_picturenetwork.moc"
