// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transport.h"
#include "support/rawserver.h"
#include "support/streamrecorder.h"
#include "support/testregistry.h"

#include <QTcpServer>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Watchdogs kShort{.connect = std::chrono::milliseconds{60},
    .firstEvent = std::chrono::milliseconds{60},
    .idle = std::chrono::milliseconds{60},
    .document = std::chrono::milliseconds{60}};

WireRequest request(const RawServer &server, const QByteArray &body = "{}")
{
    return {.url = server.url(u"/chat/completions"_s),
        .headers = {{"Authorization", "Bearer sk-0123456789abcdef"},
            {"Content-Type", "application/json"}},
        .body = body};
}

const QByteArray kHello = deltaEvent(R"({"content":"Hello"})");
const QByteArray kStop = deltaEvent("{}", "stop");
const QByteArray kDone = "data: [DONE]\n\n";

} // namespace

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
        StreamRecorder recorder(transport.post(request(server, body), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY2(!recorder.end().error,
            qPrintable(recorder.end().error ? recorder.end().error->detail : QString()));
        QCOMPARE(recorder.text(), u"Hello"_s);
        QCOMPARE(recorder.order().first(3),
            QStringList({u"requestSent"_s, u"firstByte"_s, u"deltas"_s}));
        QCOMPARE(recorder.order().constLast(), u"finished"_s);
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().constFirst().body, body);
        QCOMPARE(server.requests().constFirst().header("Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(server.requests().constFirst().header("Content-Length"),
            QByteArray::number(body.size()));
        QCOMPARE(server.requests().constFirst().header("Transfer-Encoding"), QByteArray());
    }

    void sendsAPostOnceThoughTheServiceClosesWithoutAWord()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) { peer.close(); });
        Transport transport;
        StreamRecorder recorder(transport.post(request(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionLost);
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(recorder.end().error->charged, Charged::Maybe);
    }

    void saysThatNothingLeftWhereNobodyListens()
    {
        WireRequest wire;
        {
            const RawServer gone;
            wire = request(gone);
        }
        Transport transport;
        StreamRecorder recorder(transport.post(wire, {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionFailed);
        QVERIFY(!recorder.end().requestLeft);
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QCOMPARE(recorder.order(), QStringList{u"finished"_s});
    }
    void sendsNothingToACertificateNobodyTrusts()
    {
        const auto server = RawServer::withUntrustedCertificate();
        Transport transport;
        StreamRecorder recorder(transport.post(request(*server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::CertificateRefused);
        QVERIFY(!recorder.end().requestLeft);
        QCOMPARE(server->requests().size(), 0);
    }
};

PENNYWORTH_TEST(TransportTest)

#include "tst_transport.moc"
