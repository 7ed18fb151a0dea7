// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/streamrecorder.h"
#include "support/testregistry.h"
#include "transportfixture.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A watchdog of 50 ms for one of them only.
Watchdogs onlyShort(std::chrono::milliseconds Watchdogs::*which)
{
    Watchdogs watchdogs;
    watchdogs.*which = 50ms;
    return watchdogs;
}

} // namespace

/// How a stream fails, and what it says about it.
class TransportErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void sendsAPostOnceThoughTheServiceClosesWithoutAWord_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("close") << false;
        QTest::newRow("reset") << true;
    }

    void sendsAPostOnceThoughTheServiceClosesWithoutAWord()
    {
        QFETCH(bool, resets);
        RawServer server(
            [resets](RawPeer &peer, const RawRequest &) { resets ? peer.reset() : peer.close(); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server, QByteArray(1000, 'x')), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionLost);
        QCOMPARE(recorder.end().error->detail, u"the service closed the connection"_s);
        QCOMPARE(recorder.end().error->charged, Charged::Maybe);
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.connectionCount(), 1);
    }

    void sendsAPostOnceOverAConnectionThatIsUsedAgain()
    {
        // The classic race: the service closes an idle connection just when the next request
        // arrives.
        int count = 0;
        RawServer server([&count](RawPeer &peer, const RawRequest &) {
            if (++count == 1)
                peer.write(answer("200 OK", kWholeAnswer));
            else
                peer.close();
        });
        Transport transport;
        StreamRecorder first(transport.post(postTo(server), {}));
        QTRY_VERIFY(first.isFinished());
        StreamRecorder second(transport.post(postTo(server), {}));
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(second.end().error->kind, ErrorKind::ConnectionLost);
        QCOMPARE(server.requests().size(), 2);
    }

    void saysThatNothingLeft_data()
    {
        QTest::addColumn<QUrl>("url");
        quint16 unused = 0;
        {
            const RawServer gone;
            unused = gone.port();
        }
        QTest::newRow("nobody listens") << QUrl(u"http://127.0.0.1:%1/"_s.arg(unused));
        QTest::newRow("no such name") << QUrl(u"http://service.invalid/"_s);
    }

    void saysThatNothingLeft()
    {
        QFETCH(QUrl, url);
        Transport transport;
        StreamRecorder recorder(transport.post({.url = url, .headers = {}, .body = "{}"}, {}));
        QTRY_VERIFY_WITH_TIMEOUT(recorder.isFinished(), 20'000);
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionFailed);
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QVERIFY(!recorder.end().error->detail.isEmpty());
        QVERIFY(!recorder.end().requestLeft);
        QCOMPARE(recorder.order(), QStringList{u"finished"_s});
    }

    void sendsNothingToACertificateNobodyTrusts()
    {
        const auto server = RawServer::withUntrustedCertificate();
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(*server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::CertificateRefused);
        QCOMPARE(recorder.end().error->detail, u"The certificate is self-signed, and untrusted"_s);
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QVERIFY(!recorder.end().requestLeft);
        QVERIFY(server->requests().isEmpty());
    }

    void sendsNothingWhereTlsIsNotSpoken()
    {
        RawServer server;
        connect(&server, &RawServer::connected, &server,
            [&server] { server.peer()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        WireRequest request = postTo(server);
        request.url.setScheme(u"https"_s);
        Transport transport;
        StreamRecorder recorder(transport.post(request, {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionFailed);
        QVERIFY(!recorder.end().requestLeft);
    }

    void namesTheProxyThatMayBeToBlame()
    {
        qputenv("http_proxy", "127.0.0.1:1");
        const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
        const WireRequest request{.url = QUrl(u"http://service.invalid/chat/completions"_s)};
        Transport transport;
        StreamRecorder recorder(transport.post(request, {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::ConnectionFailed);
        QCOMPARE(
            recorder.end().error->detail, u"Connection refused (through the proxy 127.0.0.1:1)"_s);
    }

    void noticesAnEndWithinTheLengthOfAChunk_data()
    {
        QTest::addColumn<QByteArray>("cut");
        QTest::newRow("before the length") << QByteArray();
        QTest::newRow("in the length") << QByteArray("2");
        QTest::newRow("behind the length") << QByteArray("25");
        QTest::newRow("in the end of the line") << QByteArray("25\r");
        QTest::newRow("behind the line") << QByteArray("25\r\n");
    }

    void noticesAnEndWithinTheLengthOfAChunk()
    {
        QFETCH(QByteArray, cut);
        RawServer server([cut](RawPeer &peer, const RawRequest &) {
            peer.write(chunkedHead());
            peer.writeChunk(deltaEvent(R"({"content":"It scatt"})"));
            peer.write(cut);
            peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(recorder.end().error);
        QCOMPARE(recorder.end().error->charged, Charged::Yes);
        QCOMPARE(recorder.text(), u"It scatt"_s);
    }

    void followsNoRedirect_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("detail"); // PORT is the server's
        QTest::newRow("elsewhere")
            << "307 Temporary Redirect"_ba
            << "http://evil.test/take?key=1"_ba << u"http://evil.test/take"_s;
        QTest::newRow("moved") << "301 Moved Permanently"_ba
                               << "https://127.0.0.1/"_ba << u"https://127.0.0.1/"_s;
        QTest::newRow("on the same host")
            << "308 Permanent Redirect"_ba
            << "/v1/chat/completions"_ba << u"http://127.0.0.1:PORT/v1/chat/completions"_s;
        QTest::newRow("see other") << "303 See Other"_ba
                                   << "/login"_ba << u"http://127.0.0.1:PORT/login"_s;
    }

    void followsNoRedirect()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, location);
        QFETCH(QString, detail);
        RawServer server([&](RawPeer &peer, const RawRequest &) {
            peer.write(answer(status, {}, "Location: " + location + "\r\n"));
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::Redirected);
        QCOMPARE(recorder.end().error->detail,
            detail.replace(u"PORT"_s, QString::number(server.port())));
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QCOMPARE(server.requests().size(), 1);
    }

    void answersByStatus_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        const QByteArray json = "Content-Type: application/json\r\n";
        const QByteArray html = "Content-Type: text/html\r\n";
        const auto row = [](const char *name, const QByteArray &status, const QByteArray &headers,
                             const QByteArray &body, ErrorKind kind, const QString &detail) {
            QTest::newRow(name) << status << headers << body << kind << detail;
        };
        row("400", "400 Bad Request", json, R"({"error":{"message":"no such model"}})",
            ErrorKind::InvalidRequest, u"no such model"_s);
        row("400 as an octet stream", "400 Bad Request",
            "Content-Type: application/octet-stream\r\n", R"({"error":{"message":"bad"}})",
            ErrorKind::InvalidRequest, u"bad"_s);
        row("401", "401 Unauthorized", json, R"({"error":{"message":"Authentication Fails"}})",
            ErrorKind::WrongKey, u"Authentication Fails"_s);
        row("401 that asks for a password", "401 Unauthorized",
            "WWW-Authenticate: Basic realm=\"x\"\r\n", R"({"error":{"message":"who?"}})",
            ErrorKind::WrongKey, u"who?"_s);
        row("401 that asks for a token", "401 Unauthorized", "WWW-Authenticate: Bearer\r\n",
            R"({"error":{"message":"who?"}})", ErrorKind::WrongKey, u"who?"_s);
        row("402", "402 Payment Required", json,
            R"({"error":{"message":"Insufficient Balance","code":"invalid_request_error"}})",
            ErrorKind::InsufficientBalance, u"Insufficient Balance"_s);
        row("403 without a body", "403 Forbidden", json, "", ErrorKind::Forbidden, u"Forbidden"_s);
        row("404 page", "404 Not Found", html, "<html><title>404 Not Found</title></html>",
            ErrorKind::NotFound, u"404 Not Found"_s);
        row("413", "413 Payload Too Large", html, "<title>413</title>", ErrorKind::ContextTooLong,
            u"413"_s);
        row("422", "422 Unprocessable Entity", json,
            R"({"detail":[{"loc":["body"],"msg":"field required"}]})", ErrorKind::InvalidRequest,
            u"field required"_s);
        row("429", "429 Too Many Requests", json, R"({"error":"slow down"})",
            ErrorKind::RateLimited, u"slow down"_s);
        row("500", "500 Internal Server Error", json, "[{\"error\":{\"message\":\"oops\"}}]",
            ErrorKind::ServerError, u"oops"_s);
        row("502 page", "502 Bad Gateway", html,
            "<html><head><title>502 Bad Gateway</title></head></html>", ErrorKind::ServerError,
            u"502 Bad Gateway"_s);
        row("503", "503 Service Unavailable", json, R"({"message":"busy"})", ErrorKind::Overloaded,
            u"busy"_s);
        row("529", "529 Overloaded", json, "", ErrorKind::ServerError, u"Overloaded"_s);
        row("an error as an event stream", "429 Too Many Requests",
            "Content-Type: text/event-stream\r\n", "data: {\"error\":{\"message\":\"later\"}}\n\n",
            ErrorKind::RateLimited, u"later"_s);
        row("200 with a login page", "200 OK", html, "<html><title>Log in</title></html>",
            ErrorKind::UnexpectedAnswer, u"Log in"_s);
        row("200 with nothing", "200 OK", json, "", ErrorKind::EmptyReply, u""_s);
        row("204", "204 No Content", json, "", ErrorKind::EmptyReply, u""_s);
        row("compressed", "200 OK", "Content-Encoding: gzip\r\n", "\x1f\x8b whatever",
            ErrorKind::UnexpectedAnswer,
            u"the answer is compressed (gzip), which was not asked for"_s);
        row("a compressed error", "503 Busy", "Content-Encoding: br\r\n", "\x8b whatever",
            ErrorKind::Overloaded, u"the answer is compressed (br), which was not asked for"_s);
        row("the key is never repeated", "401 Unauthorized", json,
            R"({"error":{"message":"Incorrect API key: sk-0123456789abcdef."}})",
            ErrorKind::WrongKey, u"Incorrect API key: …."_s);
        row("not even half of it", "401 Unauthorized", json,
            QByteArray(490, 'x') + " sk-0123456789abcdef", ErrorKind::WrongKey,
            QString(QString(490, u'x') + u" …"));
    }

    void answersByStatus()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        RawServer server(
            [&](RawPeer &peer, const RawRequest &) { peer.write(answer(status, body, headers)); });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(recorder.end().error.has_value());
        QCOMPARE(recorder.end().error->kind, kind);
        QCOMPARE(recorder.end().error->detail, detail);
        QCOMPARE(recorder.end().error->status, status.first(3).toInt());
        QCOMPARE(
            recorder.end().error->charged, status.startsWith('4') ? Charged::No : Charged::Maybe);
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(server.requests().size(), 1);
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("seconds") << "Retry-After: 7\r\n"_ba;
        QTest::newRow("a date by the service's clock")
            << "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2015 07:28:07 GMT\r\n"_ba;
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, headers);
        RawServer server([&](RawPeer &peer, const RawRequest &) {
            peer.write(answer("429 Slow", {}, headers));
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(recorder.end().error->retryAfter == 7s);
    }

    void keepsTheTextOfABrokenStream_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QByteArray>("how"); // close, reset, cut (inside a chunk)
        QTest::addColumn<int>("kind"); // -1: success
        QTest::addColumn<Charged>("charged");
        QTest::newRow("closed well before the finish_reason")
            << kHello << "end"_ba << int(ErrorKind::IncompleteReply) << Charged::Yes;
        QTest::newRow("cut before the finish_reason")
            << kHello << "cut"_ba << int(ErrorKind::ConnectionLost) << Charged::Yes;
        QTest::newRow("cut in the middle of an event")
            << QByteArray(kHello + "data: {\"choi") << "cut"_ba << int(ErrorKind::ConnectionLost)
            << Charged::Yes;
        QTest::newRow("reset before the finish_reason")
            << kHello << "reset"_ba << int(ErrorKind::ConnectionLost) << Charged::Yes;
        QTest::newRow("cut before a word")
            << ": keep-alive\n\n"_ba
            << "cut"_ba << int(ErrorKind::ConnectionLost) << Charged::Maybe;
        QTest::newRow("cut behind the finish_reason")
            << QByteArray(kHello + kStop) << "cut"_ba << -1 << Charged::No;
        QTest::newRow("cut behind [DONE]")
            << QByteArray(kHello + kStop + kDone) << "cut"_ba << -1 << Charged::No;
        QTest::newRow("an error object, then silence")
            << QByteArray(kHello + jsonEvent(R"({"error":{"message":"Busy"}})")) << "stay"_ba
            << int(ErrorKind::StreamError) << Charged::Yes;
    }

    void keepsTheTextOfABrokenStream()
    {
        QFETCH(QByteArray, events);
        QFETCH(QByteArray, how);
        QFETCH(int, kind);
        QFETCH(Charged, charged);
        RawServer server([&](RawPeer &peer, const RawRequest &) {
            peer.write(chunkedHead());
            peer.writeChunk(events);
            if (how == "end")
                peer.write("0\r\n\r\n");
            else if (how == "cut")
                peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        const QString text = events.contains("Hello") ? u"Hello"_s : QString();
        QTRY_VERIFY(recorder.order().contains(text.isEmpty() ? u"lifeSign"_s : u"deltas"_s));
        if (how == "reset")
            server.peer()->reset();
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.text(), text);
        QCOMPARE(recorder.end().error ? int(recorder.end().error->kind) : -1, kind);
        if (recorder.end().error) {
            QCOMPARE(recorder.end().error->charged, charged);
            QCOMPARE(recorder.end().error->status, 200);
        }
    }

    void givesUpOnSilence_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("which"); // 0 connect, 1 firstEvent, 2 idle
        QTest::addColumn<QString>("detail");
        QTest::addColumn<Charged>("charged");
        QTest::newRow("no answer")
            << QByteArray() << 1 << u"no answer within 0.05 s"_s << Charged::Maybe;
        QTest::newRow("no event behind the head")
            << streamHead() << 1 << u"no answer within 0.05 s"_s << Charged::Maybe;
        QTest::newRow("comments only") << QByteArray(streamHead() + ": keep-alive\n\n") << 1
                                       << u"no answer within 0.05 s"_s << Charged::Maybe;
        QTest::newRow("a stalled stream") << QByteArray(streamHead() + kHello) << 2
                                          << u"nothing more within 0.05 s"_s << Charged::Yes;
    }

    void givesUpOnSilence()
    {
        QFETCH(QByteArray, sent);
        QFETCH(int, which);
        QFETCH(QString, detail);
        QFETCH(Charged, charged);
        RawServer server([&sent](RawPeer &peer, const RawRequest &) { peer.write(sent); });
        Transport transport(onlyShort(which == 1 ? &Watchdogs::firstEvent : &Watchdogs::idle));
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::TimedOut);
        QCOMPARE(recorder.end().error->detail, detail);
        QCOMPARE(recorder.end().error->charged, charged);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void givesUpOnAConnectionThatDoesNotStand()
    {
        RawServer server; // accepts, but does not speak TLS: the request cannot leave
        WireRequest request = postTo(server);
        request.url.setScheme(u"https"_s);
        Transport transport(onlyShort(&Watchdogs::connect));
        StreamRecorder recorder(transport.post(request, {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::TimedOut);
        QCOMPARE(recorder.end().error->detail, u"no connection within 0.05 s"_s);
        QCOMPARE(recorder.end().error->charged, Charged::No);
        QVERIFY(!recorder.end().requestLeft);
    }

    void doesNotWaitForTheRestOfAnError()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 1000\r\n\r\n{\"error\":");
        });
        Transport transport(onlyShort(&Watchdogs::idle));
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::Forbidden);
    }

    void readsNoMoreOfAnErrorThanItNeeds()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write("HTTP/1.1 500 Oops\r\n\r\n" + QByteArray(4 * 1024 * 1024, 'x'));
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QCOMPARE(recorder.end().error->kind, ErrorKind::ServerError);
        QCOMPARE(recorder.end().error->detail.size(), 500);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void refusesWhatIsNoHttp()
    {
        RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write("SSH-2.0-OpenSSH_9.2\r\n");
            peer.close();
        });
        Transport transport;
        StreamRecorder recorder(transport.post(postTo(server), {}));
        QTRY_VERIFY(recorder.isFinished());
        QVERIFY(recorder.end().error.has_value());
        QVERIFY(recorder.end().requestLeft);
        QCOMPARE(server.requests().size(), 1);
    }
};

PENNYWORTH_TEST(TransportErrorsTest)

#include "tst_transporterrors.moc"
