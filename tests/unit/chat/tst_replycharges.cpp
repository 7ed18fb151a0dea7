// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QSet>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a reply says of its cost while it streams, and whether it was charged when it failed.
class ReplyChargesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_room = std::make_unique<ChatRoom>(); }
    void cleanup() { m_room.reset(); }

    void theWorstOfAllAttemptsIsSaid()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.leave();
            if (attempt == 1)
                stream.fail({.kind = ErrorKind::ServerError,
                    .status = 500,
                    .charged = Charged::Maybe,
                    .retryAfter = 0ms});
            else
                stream.fail({.kind = ErrorKind::WrongKey, .status = 401});
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(messageAt(session, -1).error->kind, ErrorKind::WrongKey);
        QCOMPARE(messageAt(session, -1).error->charged, Charged::Maybe);
    }

    void stoppingTheDemonstrationChargesNothing()
    {
        m_room->providers.add(m_room->providers.demonstration(1));
        ChatSession session(m_room->services(),
            {.provider = u"demo"_s, .model = u"deepseek-flash"_s}, Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->say(u"It scatt"_s);
        session.stop();
        waitForEnd(session);
        QCOMPARE(messageAt(session, -1).error->kind, ErrorKind::Cancelled);
        QCOMPARE(messageAt(session, -1).error->charged, Charged::No);
    }

    void nothingThatIsNotBilledSpeaksOfACharge_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        for (const QString &provider : {u"demo"_s, u"ollama"_s}) {
            const auto row = [&provider](const char *name, ErrorKind kind, int status) {
                QTest::addRow("%s, %s", name, qPrintable(provider)) << provider << kind << status;
            };
            row("lost", ErrorKind::ConnectionLost, 0);
            row("silent", ErrorKind::TimedOut, 0);
            row("failed, and tried again", ErrorKind::ServerError, 504);
            row("an error in the stream", ErrorKind::StreamError, 200);
            row("nothing came", ErrorKind::EmptyReply, 200);
            row("not its protocol", ErrorKind::UnexpectedAnswer, 200);
        }
    }

    void nothingThatIsNotBilledSpeaksOfACharge()
    {
        QFETCH(QString, provider);
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        const Error failure{
            .kind = kind, .status = status, .charged = Charged::Maybe, .retryAfter = 0ms};
        m_room->providers.add(m_room->providers.demonstration(1));
        m_room->transport.setScript([failure](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail(failure);
        });
        ChatSession session(
            m_room->services(), {.provider = provider, .model = u"m"_s}, Keep::Conversation);
        QSet<Charged> said;
        connect(&session, &ChatSession::replyStarted, this, [&] {
            connect(session.reply(), &Reply::phaseChanged, this, [&] {
                if (session.reply() && session.reply()->lastError())
                    said.insert(session.reply()->lastError()->charged);
            });
        });
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        said.insert(messageAt(session, -1).error->charged);
        QCOMPARE(said, QSet<Charged>{Charged::No});
    }

    void whatTicksCountsOnTheCache()
    {
        // 1,250 tokens at 0.15 or, from the cache, 0.003 dollars per million; the rest is little.
        const Usage read{.prompt = 1250, .cacheHit = 0, .cacheMiss = 1250};
        m_room->transport.setScript([read](ScriptedStream &stream, int attempt) {
            stream.say(u"It scatters."_s);
            if (attempt > 1)
                return;
            stream.report(read);
            stream.complete();
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, QString(4000, u'x')));
        session.send(u"And at dusk?"_s);
        QTRY_VERIFY(session.reply());
        QTRY_COMPARE(messageAt(session, -1).text, u"It scatters."_s);
        const Money cached = *session.reply()->costSoFar();
        const qint64 atHit = qint64{1250} * 3'000;
        const qint64 atMiss = qint64{1250} * 150'000;
        QVERIFY(cached.picos >= atHit);
        QVERIFY(cached.picos < atMiss / 4);
        session.stop();
        waitForEnd(session);
        const Settlement stopped =
            *session.entriesOf(session.branch().constLast()).constFirst().settlement;
        QVERIFY(stopped.amount->picos < atMiss / 4);
        QVERIFY(stopped.low->picos <= stopped.amount->picos);
        QVERIFY(stopped.high->picos >= atMiss);
    }

private:
    std::unique_ptr<ChatRoom> m_room;
};

PENNYWORTH_TEST(ReplyChargesTest)

#include "tst_replycharges.moc"
