// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transport.h"
#include "support/rawserver.h"
#include "support/streamrecorder.h"
#include "support/testregistry.h"
#include "transportfixture.h"

#include <QPointer>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// What a stream signals, sends and lets go of. How it fails is in tst_transporterrors.cpp.
class TransportTest : public QObject {
    Q_OBJECT

private slots:
    void streamsAReply()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(chunkedHead());
            peer.writeChunk(kHello);
            peer.writeChunk(kStop + kDone);
            peer.write("0\r\n\r\n");
        });
        Transport transport;
        const QByteArray body = R"({"model":"m"})";
        StreamRecorder recorder(transport.post(postTo(server, body), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QVERIFY(recorder.end().note.isEmpty());
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(recorder.text(), u"Hello"_s);
        QCOMPARE(recorder.order(),
            QStringList({u"requestSent"_s, u"firstByte"_s, u"deltas"_s, u"finished"_s}));
        QCOMPARE(recorder.finishedCount(), 1);
    }

    void sendsTheRequestAsItIs()
    {
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("200 OK", kWholeAnswer)); });
        Transport transport;
        const QByteArray body = R"({"content":"ä"})";
        StreamRecorder recorder(transport.post(postTo(server, body), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(server.requests().size(), 1);
        const RawRequest &request = server.requests().constFirst();
        QVERIFY(request.head.startsWith("POST /chat/completions HTTP/1.1\r\n"));
        QCOMPARE(request.body, body);
        QCOMPARE(request.header("Content-Length"), QByteArray::number(body.size()));
        QCOMPARE(request.header("Content-Type"), "application/json"_ba);
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer " + kKey));
        QCOMPARE(request.header("Accept-Encoding"), "identity"_ba);
        QVERIFY(request.header("Transfer-Encoding").isEmpty());
        QVERIFY(request.header("Cookie").isEmpty());
        QVERIFY(request.header("Upgrade").isEmpty());
    }

    void sendsALargeBodyWhole()
    {
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("200 OK", kWholeAnswer)); });
        Transport transport;
        const QByteArray body(10 * 1024 * 1024, 'x');
        StreamRecorder recorder(transport.post(postTo(server, body), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().constFirst().body == body);
    }

    void keepsNoCookies()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(answer("200 OK", kWholeAnswer,
                "Set-Cookie: a=b; Path=/\r\nContent-Type: application/json\r\n"));
        });
        Transport transport;
        for (int round = 0; round < 2; ++round) {
            StreamRecorder recorder(transport.post(postTo(server), {}));
            QTRY_VERIFY(recorder.isFinished());
        }
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(server.requests().constLast().header("Cookie").isEmpty());
    }

    void usesItsConnectionAgain()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(chunkedHead());
            peer.writeChunk(kHello + kStop + kDone);
            peer.write("0\r\n\r\n");
        });
        Transport transport;
        for (int round = 0; round < 3; ++round) {
            StreamRecorder recorder(transport.post(postTo(server), {}));
            QTRY_VERIFY(recorder.isFinished());
            QVERIFY(!recorder.end().error);
        }
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(server.connectionCount(), 1);
    }

    void opensAsManyStreamsAsAreAskedFor()
    {
        RawServer server; // answers nothing
        Transport transport;
        std::vector<std::unique_ptr<StreamRecorder>> recorders;
        recorders.reserve(12);
        for (int i = 0; i < 12; ++i)
            recorders.push_back(
                std::make_unique<StreamRecorder>(transport.post(postTo(server), {})));
        QTRY_COMPARE(server.requests().size(), 12);
        QCOMPARE(server.connectionCount(), 12);
    }

    void signalsPiecesOnceATurn()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            QByteArray events;
            for (int i = 0; i < 500; ++i)
                events += kHello;
            peer.write(streamHead() + events + kStop + kDone);
            peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.text().size(), 2500);
        QVERIFY2(
            recorder.deltaSignals() < 50, qPrintable(QString::number(recorder.deltaSignals())));
        QVERIFY(recorder.deltas().size() <= 2 * recorder.deltaSignals());
    }

    void deliversEachByteAsItComes()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) { peer.write(streamHead()); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.order().contains(u"firstByte"_s));
        for (int i = 1; i <= 5; ++i) {
            server.peer()->write(kHello);
            QTRY_COMPARE(recorder.text().size(), 5 * i);
        }
        server.peer()->write(kStop + kDone);
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
    }

    void tellsSignsOfLife()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(streamHead() + ": keep-alive\n\n");
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.order().contains(u"lifeSign"_s));
        server.peer()->write(kHello + kStop + kDone);
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.order(),
            QStringList(
                {u"requestSent"_s, u"firstByte"_s, u"lifeSign"_s, u"deltas"_s, u"finished"_s}));
    }

    void endsAtDoneThoughTheConnectionStaysOpen()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(streamHead() + kHello + kStop + kDone);
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QVERIFY(recorder.end().note.isEmpty());
        QTRY_VERIFY(server.openConnections() == 0);
    }

    void takesADocumentForAStream()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(answer("200 OK", "\n\n" + kWholeAnswer));
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QCOMPARE(recorder.text(), u"Hello"_s);
    }

    void survivesAFloodOfComments()
    {
        const QByteArray flood = QByteArray(": keep-alive\n").repeated(200'000);
        RawServer server([&flood](RawPeer &peer, const RawRequest &) {
            peer.write(streamHead() + flood + '\n' + kHello + kStop + kDone);
            peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QCOMPARE(recorder.text(), u"Hello"_s);
    }

    void cancels_data()
    {
        QTest::addColumn<QByteArray>("before"); // what the service has sent
        QTest::addColumn<Charged>("charged");
        QTest::newRow("before an answer") << QByteArray() << Charged::Maybe;
        QTest::newRow("within an answer") << QByteArray(streamHead() + kHello) << Charged::Yes;
    }

    void cancels()
    {
        QFETCH(QByteArray, before);
        QFETCH(Charged, charged);
        RawServer server([&before](RawPeer &peer, const RawRequest &) { peer.write(before); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.order().contains(u"requestSent"_s));
        QTRY_COMPARE(recorder.text(), before.isEmpty() ? QString() : u"Hello"_s);
        recorder.stream().cancel();
        recorder.stream().cancel();
        QVERIFY(!recorder.isFinished());
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::Cancelled);
        QCOMPARE(recorder.end().error->charged, charged);
        QVERIFY(recorder.end().requestLeft);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(recorder.finishedCount(), 1);
    }

    void cancelsBeforeAnythingLeft()
    {
        RawServer server;
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        recorder.stream().cancel();
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::Cancelled);
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QVERIFY(!recorder.end().requestLeft);
    }

    void ignoresACancelBehindTheEnd()
    {
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("200 OK", kWholeAnswer)); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        recorder.stream().cancel();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(recorder.finishedCount(), 1);
        QVERIFY(!recorder.end().error);
    }

    void abortsWhenItIsDeleted()
    {
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(streamHead() + kHello); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_COMPARE(recorder.text(), u"Hello"_s);
        recorder.drop();
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(recorder.finishedCount(), 0);
    }

    void mayBeDeletedInAnyOfItsSignals_data()
    {
        QTest::addColumn<QString>("signal");
        for (const auto *name : {"requestSent", "firstByte", "lifeSign", "deltas", "finished"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void mayBeDeletedInAnyOfItsSignals()
    {
        QFETCH(QString, signal);
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(streamHead() + ": keep-alive\n\n" + kHello + kStop + kDone);
            peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        connect(&recorder, &StreamRecorder::changed, &recorder, [&recorder, signal] {
            if (recorder.order().constLast() == signal)
                recorder.drop();
        });
        QTRY_COMPARE(recorder.order().isEmpty() ? QString() : recorder.order().constLast(), signal);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(recorder.order().constLast(), signal);
    }

    void mayOutliveTheTransport()
    {
        RawServer server;
        auto transport = std::make_unique<Transport>();
        auto recorder = std::make_unique<StreamRecorder>(transport->post(postTo(server), {}));
        QTRY_COMPARE(server.requests().size(), 1);
        transport.reset();
        recorder->drop();
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void goesThroughTheProxyOfTheEnvironment()
    {
        RawServer proxy(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("200 OK", kWholeAnswer)); });
        qputenv("http_proxy", proxy.url().toEncoded());
        const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
        WireRequest request = postTo(proxy);
        request.url = QUrl(u"http://service.invalid/chat/completions"_s);
        Transport transport;
        StreamRecorder recorder(transport.post(request, {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QVERIFY(proxy.requests().constFirst().head.startsWith(
            "POST http://service.invalid/chat/completions HTTP/1.1"));
    }

    void usesNoProxyForThisComputer()
    {
        RawServer proxy;
        RawServer server(
            [](RawPeer &peer, const RawRequest &) { peer.write(answer("200 OK", kWholeAnswer)); });
        qputenv("http_proxy", proxy.url().toEncoded());
        const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(!recorder.end().error);
        QCOMPARE(proxy.connectionCount(), 0);
    }
};

PENNYWORTH_TEST(TransportTest)

#include "tst_transport.moc"
