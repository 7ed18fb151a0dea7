// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demonstration.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/rawserver.h"
#include "support/testregistry.h"

#include <QDirIterator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A session over real HTTP.
class WireTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_room = std::make_unique<ChatRoom>(); }
    void cleanup() { m_room.reset(); }

    void oneSendIsOnePost()
    {
        const RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(streamHead() + deltaEvent(R"({"content":"It scatters."})", "stop")
                + "data: [DONE]\n\n");
            peer.close();
        });
        talkTo(server);
        ChatSession session(services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(messageAt(session, -1).text, u"It scatters."_s);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().header("Authorization"), "Bearer sk-test");
    }

    void aConnectionThatDiesBeforeTheFirstByteIsNotPostedAgain()
    {
        const RawServer server([](RawPeer &peer, const RawRequest &) { peer.close(); });
        talkTo(server);
        ChatSession session(services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(server.requests().size(), 1);
        const Message reply = messageAt(session, -1);
        QCOMPARE(reply.status, MessageStatus::Failed);
        QCOMPARE(reply.error->kind, ErrorKind::ConnectionLost);
        QCOMPARE(reply.error->charged, Charged::Maybe);
        const Settlement settlement = *session.entriesOf(reply.id).constFirst().settlement;
        QCOMPARE(settlement.source, CostSource::Estimated);
        QCOMPARE(settlement.low->picos, qint64{0});
    }

    void anOverloadedServiceIsAskedAgainWithARowEach()
    {
        int asked = 0;
        const RawServer server([&asked](RawPeer &peer, const RawRequest &) {
            if (++asked < 3) {
                peer.write(answer("503 Service Unavailable", R"({"error":{"message":"busy"}})",
                    "Content-Type: application/json\r\nRetry-After: 0\r\n"));
                return;
            }
            peer.write(streamHead() + deltaEvent(R"({"content":"It scatters."})", "stop")
                + "data: [DONE]\n\n");
            peer.close();
        });
        talkTo(server);
        ChatSession session(services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Complete);
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(awaited(m_room->store->entries(session.id()))->size(), 3);
    }

    void aCutReplyKeepsItsText()
    {
        const RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(chunkedHead());
            peer.writeChunk(deltaEvent(R"({"content":"It scatt"})"));
            peer.close();
        });
        talkTo(server);
        ChatSession session(services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(messageAt(session, -1).text, u"It scatt"_s);
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Interrupted);
        QVERIFY(session.canContinue());
    }

    void noKeyStandsInTheHome()
    {
        const RawServer server([](RawPeer &peer, const RawRequest &) {
            peer.write(answer(
                "401 Unauthorized", R"({"error":{"message":"Your api key: sk-test is invalid"}})"));
            peer.close();
        });
        talkTo(server);
        {
            ChatSession session(services(), flashSettings(), Keep::Conversation);
            QVERIFY(!sendAndWait(session, u"Why?"_s));
            QCOMPARE(messageAt(session, -1).error->kind, ErrorKind::WrongKey);
        }
        m_room->store.reset();
        QDirIterator files(
            m_room->home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("sk-test"));
            ++count;
        }
        QVERIFY(count > 0);
        m_room->reopenStore();
    }

    void whatWasSentAndCameIsKeptByteForByte()
    {
        int asked = 0;
        const QByteArray stream = ": alive\n\n"
            + deltaEvent(R"({"content":"It scatters."})", "stop") + "data: [DONE]\n\n";
        const RawServer server([&](RawPeer &peer, const RawRequest &) {
            if (++asked == 1)
                peer.write(answer("503 Service Unavailable", R"({"error":{"message":"sk-test?"}})",
                    "Content-Type: application/json\r\nRetry-After: 0\r\n"));
            else
                peer.write(answer("200 OK", stream, "Content-Type: text/event-stream\r\n"));
            peer.close();
        });
        talkTo(server);
        Provider provider = *m_room->providers.find(u"deepseek"_s);
        provider.extraHeaders = {{"X-Api-Key", "another secret"}};
        m_room->providers.add(provider);
        ChatSession session(services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why? 为什么？"_s));
        QVERIFY(!sendAndWait(session, u"And then?"_s));

        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), 3);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const RawRequest &seen = server.requests().at(i);
            const Exchange kept = *awaited(m_room->store->exchange(entries.at(i).request.id));
            QCOMPARE(kept.sent.body, seen.body);
            QCOMPARE(kept.sent.url, provider.baseUrl.toString() + u"/chat/completions"_s);
            for (const auto &[name, value] : kept.sent.headers) {
                if (value.endsWith(kRedacted))
                    QVERIFY(seen.header(name) != value);
                else
                    QCOMPARE(seen.header(name), value);
            }
            QVERIFY(kept.received);
            QCOMPARE(kept.received->status, i == 0 ? 503 : 200);
            QCOMPARE(kept.received->body,
                i == 0 ? QByteArray(R"({"error":{"message":"[redacted]?"}})") : stream);
            const QByteArray all = kept.received->body + kept.sent.body + kept.sent.url.toUtf8();
            QVERIFY(!all.contains("sk-test") && !all.contains("another secret"));
        }
    }

    void theDemonstrationAnswersTwoTurnsAndEarnsItsCacheHits()
    {
        Demonstration demonstration(m_room->prices);
        const Result<quint16> port = demonstration.start(2000);
        QVERIFY(port.hasValue());
        m_room->providers.add(m_room->providers.demonstration(*port));
        GenerationSettings settings = flashSettings();
        settings.provider = u"demo"_s;
        ChatSession session(services(), settings, Keep::Conversation);
        for (const auto &question :
            {u"How does the cache save money?"_s, u"And what does it cost then?"_s}) {
            QVERIFY(!sendAndWait(session, question));
            QCOMPARE(messageAt(session, -1).status, MessageStatus::Complete);
            QVERIFY(messageAt(session, -1).text.size() > 100);
        }
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), 2);
        for (const LedgerEntry &entry : entries) {
            QVERIFY(!entry.request.billable);
            QCOMPARE(entry.settlement->source, CostSource::Computed);
            QVERIFY(entry.settlement->amount->picos > 0);
        }
        QVERIFY(*entries.last().settlement->usage.cacheHit > 0);
        QTRY_COMPARE(session.totals().demonstrationRequests, qint64{2});
        QVERIFY(session.totals().cost.isEmpty());
    }

    void aStoppedDemonstrationIsContinued()
    {
        Demonstration demonstration(m_room->prices);
        const Result<quint16> port = demonstration.start(200);
        QVERIFY(port.hasValue());
        m_room->providers.add(m_room->providers.demonstration(*port));
        GenerationSettings settings = flashSettings();
        settings.provider = u"demo"_s;
        settings.thinking = Thinking::Off;
        ChatSession session(services(), settings, Keep::Conversation);
        connect(&session, &ChatSession::messageAppended, &session, &ChatSession::stop,
            Qt::SingleShotConnection);
        QVERIFY(!sendAndWait(session, u"How does the cache save money?"_s));
        const QString before = messageAt(session, -1).text;
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Interrupted);
        QVERIFY(!before.isEmpty());
        QVERIFY(session.canContinue());

        QSignalSpy appended(&session, &ChatSession::messageAppended);
        session.continueReply();
        QTRY_VERIFY(appended.size() > 3);
        session.stop();
        waitForEnd(session);
        QVERIFY(messageAt(session, -1).text.startsWith(before));
        QVERIFY(messageAt(session, -1).text.size() > before.size());
    }

private:
    void talkTo(const RawServer &server)
    {
        Provider provider = *m_room->providers.find(u"deepseek"_s);
        provider.baseUrl = server.url();
        provider.betaUrl = server.url(u"/beta"_s);
        m_room->providers.add(provider);
    }

    Services services()
    {
        return {.store = *m_room->store,
            .keys = m_room->keys,
            .transport = m_transport,
            .prices = m_room->prices,
            .providers = m_room->providers,
            .clock = m_room->clock};
    }

    std::unique_ptr<ChatRoom> m_room;
    Transport m_transport;
};

PENNYWORTH_TEST(WireTest)

#include "tst_wire.moc"
