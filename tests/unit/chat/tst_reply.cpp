// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Usage usage(qint64 hit, qint64 miss, qint64 completion)
{
    return {.prompt = hit + miss, .cacheHit = hit, .cacheMiss = miss, .completion = completion};
}

} // namespace

// How a reply streams, is repeated, priced and kept, on the real store.
class ReplyTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_room = std::make_unique<ChatRoom>(); }
    void cleanup() { m_room.reset(); }

    void onlyWhatWasNotWorkedOnIsRepeated_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("left");
        QTest::addColumn<int>("posts");
        const auto row = [](const char *name, ErrorKind kind, int status, bool left, int posts) {
            const Charged charged =
                !left || (status >= 400 && status < 500) ? Charged::No : Charged::Maybe;
            const Error error{
                .kind = kind, .status = status, .charged = charged, .retryAfter = 0ms};
            QTest::newRow(name) << error << left << posts;
        };
        using enum ErrorKind;
        row("never left", ConnectionFailed, 0, false, 4);
        row("429", RateLimited, 429, true, 4);
        row("500", ServerError, 500, true, 4);
        row("503", Overloaded, 503, true, 4);
        row("401", WrongKey, 401, true, 1);
        row("402", InsufficientBalance, 402, true, 1);
        row("lost after it had left", ConnectionLost, 0, true, 1);
        row("silent", TimedOut, 0, true, 1);
        row("an empty reply", EmptyReply, 200, true, 1);
    }

    void onlyWhatWasNotWorkedOnIsRepeated()
    {
        QFETCH(Error, error);
        QFETCH(bool, left);
        QFETCH(int, posts);
        m_room->transport.setScript([error, left](ScriptedStream &stream, int) {
            if (left)
                stream.leave();
            stream.fail(error);
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));

        QCOMPARE(m_room->transport.posts().size(), posts);
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Failed);
        QCOMPARE(messageAt(session, -1).error, std::optional(error));
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), posts);
        for (int i = 0; i < posts; ++i) {
            QCOMPARE(entries.at(i).request.attempt, i + 1);
            QCOMPARE(entries.at(i).request.message, session.branch().constLast());
            QVERIFY(entries.at(i).settlement);
            QCOMPARE(entries.at(i).settlement->errorStatus, error.status);
            const bool mayCost = error.charged != Charged::No && error.status < 400;
            QCOMPARE(entries.at(i).settlement->amount->picos > 0, mayCost);
            QCOMPARE(entries.at(i).settlement->low->picos, qint64{0});
        }
        QCOMPARE(session.entriesOf(session.branch().constLast()), entries);
    }

    void aRepeatedRequestEndsWell()
    {
        m_room->transport.setScript([this](ScriptedStream &stream, int attempt) {
            stream.leave();
            m_room->clock.advance(1s);
            if (attempt == 1) {
                stream.fail({.kind = ErrorKind::Overloaded,
                    .status = 503,
                    .charged = Charged::Maybe,
                    .retryAfter = 0ms});
                return;
            }
            stream.say(u"It scatters."_s);
            stream.report(usage(0, 1000, 500));
            stream.complete();
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QList<ReplyPhase> phases;
        connect(&session, &ChatSession::replyStarted, this, [&] {
            connect(session.reply(), &Reply::phaseChanged, this,
                [&](ReplyPhase phase) { phases.append(phase); });
        });
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        using enum ReplyPhase;
        QCOMPARE(phases, (QList{Waiting, Retrying, Connecting, Waiting, Answering, Finished}));
        QCOMPARE(messageAt(session, -1).text, u"It scatters."_s);
        QVERIFY(!messageAt(session, -1).error);
        const QList<LedgerEntry> entries = session.entriesOf(session.branch().constLast());
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.last().settlement->source, CostSource::Computed);
        QCOMPARE(entries.last().request.sent - entries.first().request.sent, 1s);
    }

    void aLimitUnderAnotherNameIsTriedOnce_data()
    {
        QTest::addColumn<int>("refusals");
        QTest::addColumn<int>("posts");
        QTest::newRow("the other name is taken") << 1 << 2;
        QTest::newRow("neither name is taken") << 9 << 2;
    }

    void aLimitUnderAnotherNameIsTriedOnce()
    {
        QFETCH(int, refusals);
        QFETCH(int, posts);
        const Error refused{.kind = ErrorKind::InvalidRequest, .status = 400};
        m_room->transport.setScript([refused, refusals](ScriptedStream &stream, int attempt) {
            stream.leave();
            if (attempt <= refusals) {
                stream.refuseLimitField(refused);
                return;
            }
            stream.say(u"It scatters."_s);
            stream.complete();
        });
        GenerationSettings settings = flashSettings();
        settings.maxTokens = 40;
        ChatSession session(m_room->services(), settings, Keep::Conversation);
        QSignalSpy started(&session, &ChatSession::replyStarted);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(m_room->transport.posts().size(), posts);
        QVERIFY(m_room->transport.posts().at(0).body.contains(R"("max_tokens":40)"));
        QVERIFY(m_room->transport.posts().at(1).body.contains(R"("max_completion_tokens":40)"));
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), posts);
        QCOMPARE(entries.at(0).settlement->amount->picos, qint64{0});
        QCOMPARE(messageAt(session, -1).error.has_value(), refusals > 1);
    }

    void theNameOfTheLimitIsRememberedForTheService()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.leave();
            if (attempt == 1) {
                stream.refuseLimitField({.kind = ErrorKind::InvalidRequest, .status = 400});
                return;
            }
            stream.say(u"It scatters."_s);
            stream.complete();
        });
        GenerationSettings settings = flashSettings();
        settings.maxTokens = 40;
        {
            ChatSession session(m_room->services(), settings, Keep::Conversation);
            QVERIFY(!sendAndWait(session, u"Why?"_s));
        }
        m_room->reopenStore();
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"It scatters."_s);
            stream.complete();
        });
        ChatSession next(m_room->services(), settings, Keep::LedgerOnly);
        QVERIFY(!sendAndWait(next, u"Why?"_s));
        QCOMPARE(m_room->transport.posts().size(), 3);
        QVERIFY(m_room->transport.posts().at(2).body.contains(R"("max_completion_tokens":40)"));
        GenerationSettings other = settings;
        other.model = u"deepseek-v4-pro"_s;
        ChatSession ofOtherModel(m_room->services(), other, Keep::LedgerOnly);
        QVERIFY(!sendAndWait(ofOtherModel, u"Why?"_s));
        QVERIFY(m_room->transport.posts().at(3).body.contains(R"("max_tokens":40)"));
    }

    void whatHasBegunIsNotRepeated()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.think(u"Light"_s);
            stream.fail({.kind = ErrorKind::ServerError,
                .status = 500,
                .charged = Charged::Yes,
                .retryAfter = 0ms});
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(m_room->transport.posts().size(), 1);
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Interrupted);
        QCOMPARE(messageAt(session, -1).reasoning, u"Light"_s);
    }

    void waitingForAnotherAttemptIsShownAndCanBeStopped()
    {
        const Error busy{.kind = ErrorKind::RateLimited, .status = 429, .retryAfter = 30s};
        m_room->transport.setScript([busy](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail(busy);
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(session.reply() && session.reply()->phase() == ReplyPhase::Retrying);
        QCOMPARE(session.reply()->lastError(), std::optional(busy));
        QCOMPARE(session.reply()->retryAt() - m_room->clock.now(), 30s);
        session.stop();
        QVERIFY(session.isStreaming()); // it ends from the event loop
        waitForEnd(session);
        QCOMPARE(messageAt(session, -1).error->kind, ErrorKind::Cancelled);
        QCOMPARE(m_room->transport.posts().size(), 1);
        QCOMPARE(awaited(m_room->store->entries(session.id()))->size(), 1);
    }

    void phasesFollowTheSocket()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        const Reply *reply = session.reply();
        ScriptedStream *stream = m_room->transport.stream();
        QCOMPARE(reply->phase(), ReplyPhase::Connecting);
        stream->leave();
        QCOMPARE(reply->phase(), ReplyPhase::Waiting);
        emit stream->lifeSign();
        QCOMPARE(reply->phase(), ReplyPhase::Alive);
        stream->think(u"Light."_s);
        QCOMPARE(reply->phase(), ReplyPhase::Reasoning);
        QVERIFY(reply->outputTokensSoFar() > 0);
        const Money soFar = *reply->costSoFar();
        stream->say(u"It scatters, and that is all."_s);
        QCOMPARE(reply->phase(), ReplyPhase::Answering);
        QVERIFY(reply->costSoFar()->picos > soFar.picos);
        emit stream->lifeSign();
        QCOMPARE(reply->phase(), ReplyPhase::Answering);
        stream->report(usage(0, 10, 77));
        QCOMPARE(reply->outputTokensSoFar(), qint64{77});
    }

    void whatArrivesIsInTheJournalAtOnce()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->think(u"Light."_s);
        QTRY_COMPARE(journal(), u"|Light."_s);
        m_room->transport.stream()->say(u"It "_s);
        m_room->transport.stream()->say(u"scatters."_s);
        QTRY_COMPARE(journal(), u"It scatters.|Light."_s);
        m_room->transport.stream()->complete();
        waitForEnd(session);
        QTRY_COMPARE(journal(), u"|"_s);
    }

    void aRequestOverAPriceChangeHasBothBounds()
    {
        m_room->clock.set(u"2026-11-23T00:59:50Z"); // the peak begins at 01:00
        m_room->transport.setScript([this](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            m_room->clock.advance(20s);
            stream.report(usage(1000, 2000, 500));
            stream.complete();
        });
        const Settlement settlement = settlementOfOne(flashSettings());
        QCOMPARE(settlement.amount->toDecimal(), u"0.001206"_s);
        QCOMPARE(settlement.low->toDecimal(), u"0.000603"_s);
        QCOMPARE(settlement.high->toDecimal(), u"0.001206"_s);
        QCOMPARE(settlement.confidence, u"straddles a price change"_s);
    }

    void usageThatNeverCameIsEstimated()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.complete();
        });
        const Settlement settlement = settlementOfOne(flashSettings());
        QCOMPARE(settlement.source, CostSource::Estimated);
        QVERIFY(settlement.amount->picos > 0);
        QVERIFY(settlement.usage.isEmpty());
    }

    void whatTheServiceSaysItChargedCounts()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report({.prompt = 100, .completion = 5}, Money{1'234'000'000, kUsd});
            stream.complete();
        });
        qputenv("OPENROUTER_API_KEY", "sk-or-test");
        const Settlement settlement =
            settlementOfOne({.provider = u"openrouter"_s, .model = u"some/model"_s});
        qunsetenv("OPENROUTER_API_KEY");
        QCOMPARE(settlement.source, CostSource::Provider);
        QCOMPARE(settlement.amount->toDecimal(), u"0.001234"_s);
    }

    void anUnknownPriceStaysUnknown()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report(usage(0, 100, 5));
            stream.complete();
        });
        ChatSession session(m_room->services(),
            {.provider = u"deepseek"_s, .model = u"nobody-knows"_s}, Keep::Conversation);
        connect(&session, &ChatSession::messageAppended, this,
            [&] { QVERIFY(!session.reply()->costSoFar()); });
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        const Settlement settlement =
            *session.entriesOf(session.branch().constLast()).constFirst().settlement;
        QCOMPARE(settlement.source, CostSource::Unknown);
        QVERIFY(!settlement.amount && !settlement.low && !settlement.high);
        QTRY_COMPARE(session.totals().unpriced, qint64{1});
        QVERIFY(session.totals().cost.isEmpty());
    }

    void theDemonstrationIsPricedButInNoTotal()
    {
        m_room->providers.add(m_room->providers.demonstration(1));
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report(usage(1000, 2000, 500));
            stream.complete();
        });
        ChatSession session(m_room->services(),
            {.provider = u"demo"_s, .model = u"deepseek-flash"_s}, Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        const LedgerEntry entry = session.entriesOf(session.branch().constLast()).constFirst();
        QVERIFY(!entry.request.billable);
        QCOMPARE(entry.settlement->amount->toDecimal(), u"0.000603"_s);
        QTRY_COMPARE(session.totals().demonstrationRequests, qint64{1});
        QVERIFY(session.totals().cost.isEmpty());
    }

    void aFinalWriteThatFailsIsToldAndMadeUpFor()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report(usage(0, 100, 5));
            stream.complete();
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        connect(
            &session, &ChatSession::messageAppended, this, [this] { refuseSettlements(true); },
            Qt::SingleShotConnection);
        QSignalSpy failed(&session, &ChatSession::failed);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(messageAt(session, -1).text, u"It scatters."_s);
        QVERIFY(session.isBusy());
        QCOMPARE(awaited(m_room->store->messages(session.id()))->last().status,
            MessageStatus::Streaming);

        refuseSettlements(false);
        QVERIFY(!sendAndWait(session, u"And then?"_s));
        QTRY_VERIFY(!session.isBusy());
        const QList<Message> kept = *awaited(m_room->store->messages(session.id()));
        QCOMPARE(kept.size(), 4);
        QCOMPARE(kept.at(1).text, u"It scatters."_s);
        QCOMPARE(kept.at(1).status, MessageStatus::Complete);
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        for (const LedgerEntry &entry : entries)
            QVERIFY(entry.settlement && entry.settlement->source == CostSource::Computed);
        const RequestId first = entries.constFirst().request.id;
        QVERIFY(awaited(m_room->store->exchange(first))->received.has_value());
    }

    void anAttemptThatCouldNotBeSettledIsSettledWithTheNext()
    {
        m_room->transport.setScript([this](ScriptedStream &stream, int attempt) {
            refuseSettlements(attempt == 1);
            stream.leave();
            if (attempt == 1)
                stream.fail({.kind = ErrorKind::Overloaded, .status = 503, .retryAfter = 0ms});
            else
                stream.complete();
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries.at(0).settlement && entries.at(1).settlement);
    }

    void whatCouldNotBeFinishedIsInTheJournal()
    {
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            session.send(u"Why?"_s);
            QTRY_VERIFY(m_room->transport.stream());
            m_room->transport.stream()->say(u"It "_s);
            m_room->transport.stream()->say(u"scatters."_s);
            refuseSettlements(true);
            m_room->transport.stream()->complete();
            QTRY_VERIFY(!session.isStreaming());
            id = session.id();
        }
        QTRY_COMPARE(journal(), u"It scatters.|"_s);
        m_room->store.reset();
        refuseSettlements(false);
        m_room->reopenStore();
        const Message kept = awaited(m_room->store->messages(id))->last();
        QCOMPARE(kept.text, u"It scatters."_s);
        QCOMPARE(kept.status, MessageStatus::Interrupted);
    }

    void aConnectionThatCannotJournalTellsItOnce()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QSignalSpy failed(&session, &ChatSession::failed);
        session.send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        run(u"CREATE TRIGGER no_journal BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
        m_room->transport.stream()->say(u"It "_s);
        QTRY_COMPARE(failed.size(), 1);
        m_room->transport.stream()->say(u"scatters."_s);
        run(u"DROP TRIGGER no_journal"_s);
        QTRY_COMPARE(journal(), u"It scatters.|"_s);
        QCOMPARE(failed.size(), 1);
    }

private:
    Settlement settlementOfOne(const GenerationSettings &settings)
    {
        ChatSession session(m_room->services(), settings, Keep::Conversation);
        if (sendAndWait(session, u"Why?"_s))
            return {};
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        return entries.isEmpty() ? Settlement() : entries.last().settlement.value_or(Settlement());
    }

    /// Stands for a full disk: the transaction that finishes a reply fails, everything else goes
    /// on.
    void refuseSettlements(bool refuse)
    {
        run(refuse
                ? u"CREATE TRIGGER full BEFORE INSERT ON settlement BEGIN SELECT RAISE(ABORT, 'full'); END"_s
                : u"DROP TRIGGER full"_s);
    }

    void run(const QString &sql)
    {
        onConnection([&](QSqlQuery &query) {
            if (!query.exec(sql))
                qWarning() << query.lastError().text();
        });
    }

    /// What the journal holds, "text|reasoning".
    QString journal()
    {
        QString text;
        QString reasoning;
        onConnection([&](QSqlQuery &query) {
            query.exec(u"SELECT text, reasoning FROM journal ORDER BY id"_s);
            while (query.next()) {
                text += query.value(0).toString();
                reasoning += query.value(1).toString();
            }
        });
        return text + u'|' + reasoning;
    }

    template <class F>
    void onConnection(F f)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_room->databaseFile());
            database.open();
            QSqlQuery query(database);
            f(query);
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }

    std::unique_ptr<ChatRoom> m_room;
};

PENNYWORTH_TEST(ReplyTest)

#include "tst_reply.moc"
