// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ChatSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_room = std::make_unique<ChatRoom>(); }
    void cleanup() { m_room.reset(); }

    void everythingIsKeptBeforeAByteLeaves()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QSignalSpy created(&session, &ChatSession::created);
        session.send(u"## Why is the sky blue?"_s);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);

        QCOMPARE(created.size(), 1);
        QVERIFY(session.isStreaming());
        QCOMPARE(session.title(), u"Why is the sky blue?"_s);
        const QList<Message> kept = *awaited(m_room->store->messages(session.id()));
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().text, u"## Why is the sky blue?"_s);
        QCOMPARE(kept.last().status, MessageStatus::Streaming);
        QCOMPARE(kept.last().parent, kept.first().id);
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), 1);
        QVERIFY(!entries.first().settlement);
        QCOMPARE(
            entries.first().request.requestBytes, m_room->transport.posts().first().body.size());
    }

    void aReplyStreamsAndIsPriced()
    {
        m_room->transport.setScript([this](ScriptedStream &stream, int) {
            stream.leave();
            m_room->clock.advance(400ms);
            stream.think(u"Light. "_s);
            m_room->clock.advance(1500ms);
            stream.say(u"It "_s);
            stream.say(u"scatters."_s);
            m_room->clock.advance(600ms);
            stream.report({.prompt = 3000,
                .cacheHit = 1000,
                .cacheMiss = 2000,
                .completion = 500,
                .reasoning = 400});
            stream.complete();
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QSignalSpy appended(&session, &ChatSession::messageAppended);
        QVERIFY(!sendAndWait(session, u"Why?"_s));

        QCOMPARE(appended.size(), 3);
        const Message reply = messageAt(session, -1);
        QCOMPARE(reply.text, u"It scatters."_s);
        QCOMPARE(reply.reasoning, u"Light. "_s);
        QCOMPARE(reply.reasoningMs, qint64{1500});
        QCOMPARE(reply.status, MessageStatus::Complete);
        QVERIFY(!reply.error);

        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(session.entriesOf(reply.id), entries);
        const Settlement settlement = *entries.first().settlement;
        QCOMPARE(settlement.source, CostSource::Computed);
        QCOMPARE(settlement.amount->toDecimal(), u"0.000603"_s);
        QCOMPARE(settlement.confidence, u"exact"_s);
        QCOMPARE(settlement.outputBytes, qint64{19});
        QCOMPARE(*settlement.timings.firstByte - settlement.timings.sent, 400ms);
        QCOMPARE(*settlement.timings.firstText - settlement.timings.sent, 1900ms);
        QCOMPARE(*settlement.timings.end - settlement.timings.sent, 2500ms);
        QTRY_COMPARE(session.totals().requests, qint64{1});
        QCOMPARE(session.totals().cost, (QList<Money>{Money{603'000'000, kUsd}}));
    }

    void theNextTurnCarriesTheFirst()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"First?"_s));
        QVERIFY(!sendAndWait(session, u"Second?"_s));
        QCOMPARE(session.branch().size(), 4);
        const QByteArray body = m_room->transport.posts().last().body;
        QVERIFY(body.contains("First?") && body.contains("One.") && body.contains("Second?"));
        QCOMPARE(*awaited(m_room->store->messages(session.id())), allOf(session));
    }

    void aKeptConversationComesBack()
    {
        answer(u"One."_s);
        ConversationId id;
        QList<Message> before;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            for (int i = 0; i < 40; ++i)
                QVERIFY(!sendAndWait(session, u"Question %1"_s.arg(i)));
            before = allOf(session);
            id = session.id();
        }
        m_room->reopenStore();
        ChatSession session(m_room->services(), id);
        QVERIFY(!session.isLoaded());
        qsizetype atFirst = 0;
        connect(&session, &ChatSession::loaded, this, [&] { atFirst = session.branch().size(); });
        QTRY_COMPARE(atFirst, 50); // the end of it first
        QTRY_COMPARE(session.branch().size(), 80);
        QCOMPARE(allOf(session), before);
        QCOMPARE(session.title(), u"Question 0"_s);
        QCOMPARE(session.entriesOf(session.branch().constLast()).size(), 1);
        QTRY_COMPARE(session.totals().requests, qint64{40});
    }

    void whatIsSentBeforeItIsLoadedWaits()
    {
        answer(u"One."_s);
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            QVERIFY(!sendAndWait(session, u"First?"_s));
            id = session.id();
        }
        ChatSession session(m_room->services(), id);
        QVERIFY(!sendAndWait(session, u"Second?"_s));
        QVERIFY(m_room->transport.posts().last().body.contains("First?"));
        QCOMPARE(session.branch().size(), 4);
    }

    void aConversationThatIsNotThereIsAnError()
    {
        ChatSession session(m_room->services(), ConversationId{77});
        QSignalSpy failed(&session, &ChatSession::failed);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotFound);
    }

    void refusalsKeepNothingAndGiveThePromptBack_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no key") << u"key"_s << ErrorKind::KeychainLocked;
        QTest::newRow("an unknown service") << u"provider"_s << ErrorKind::UnknownProvider;
        QTest::newRow("a key that is none") << u"bad key"_s << ErrorKind::InvalidValue;
        QTest::newRow("a service that cannot begin as told")
            << u"prefix"_s << ErrorKind::InvalidRequest;
        QTest::newRow("stopped before it left") << u"stop"_s << ErrorKind::Cancelled;
    }

    void refusalsKeepNothingAndGiveThePromptBack()
    {
        QFETCH(QString, reason);
        QFETCH(ErrorKind, kind);
        GenerationSettings settings = flashSettings();
        if (reason == u"key"_s)
            qunsetenv("DEEPSEEK_API_KEY");
        if (reason == u"bad key"_s)
            qputenv("DEEPSEEK_API_KEY", "two words");
        if (reason == u"provider"_s)
            settings.provider = u"nobody"_s;
        if (reason == u"prefix"_s)
            settings.provider = u"ollama"_s;
        ChatSession session(m_room->services(), settings, Keep::Conversation);
        QSignalSpy refused(&session, &ChatSession::refused);
        session.send(u"Why?"_s, reason == u"prefix"_s ? u"Because"_s : QString());
        QVERIFY(refused.isEmpty()); // not before the caller has returned
        if (reason == u"stop"_s)
            session.stop();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).value<Error>().kind, kind);
        QCOMPARE(refused.first().at(1).toString(), u"Why?"_s);
        QVERIFY(!session.id().isValid());
        QVERIFY(!session.isBusy());
        QVERIFY(m_room->transport.posts().isEmpty());
        QVERIFY(awaited(m_room->store->conversations())->isEmpty());
    }

    void aStoreThatCannotWriteSendsNothing()
    {
        m_room->store.reset();
        QVERIFY(QFile::remove(m_room->databaseFile()));
        QVERIFY(QDir().mkpath(m_room->databaseFile()));
        m_room->store =
            std::make_unique<Store>(m_room->databaseFile(), m_room->prices, m_room->clock);
        QVERIFY(awaited(m_room->store->open()).hasError());
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        const std::optional<Error> refusal = sendAndWait(session, u"Why?"_s);
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::StoreUnavailable);
        QVERIFY(m_room->transport.posts().isEmpty());
    }

    void stoppedBeforeItIsLoadedItIsRefused()
    {
        answer(u"One."_s);
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            QVERIFY(!sendAndWait(session, u"First?"_s));
            id = session.id();
        }
        ChatSession session(m_room->services(), id);
        QSignalSpy refused(&session, &ChatSession::refused);
        QSignalSpy completed(&session, &ChatSession::completed);
        session.send(u"Second?"_s);
        session.stop();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).toString(), u"Second?"_s);
        QTRY_COMPARE(completed.size(), 1);
        QVERIFY(!session.isBusy());
        QCOMPARE(m_room->transport.posts().size(), 1);
    }

    void whatIsSentToAConversationThatIsNotThereIsRefused()
    {
        ChatSession session(m_room->services(), ConversationId{77});
        const std::optional<Error> refusal = sendAndWait(session, u"Why?"_s);
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::NotFound);
        QVERIFY(!session.isBusy());
    }

    void theLastDraftIsKeptWhenTheSessionGoes()
    {
        answer(u"One."_s);
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            QVERIFY(!sendAndWait(session, u"First?"_s));
            session.setDraft(u"And"_s);
            session.setDraft(u"And then?"_s);
            id = session.id();
        }
        m_room->reopenStore();
        QCOMPARE(awaited(m_room->store->conversation(id))->draft, u"And then?"_s);
    }

    void oneReplyAtATime()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QSignalSpy refused(&session, &ChatSession::refused);
        session.send(u"First?"_s);
        session.send(u"Second?"_s);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).toString(), u"Second?"_s);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QVERIFY(session.isStreaming());
    }

    void stopKeepsWhatArrivedAsAnEstimate()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->say(u"It scatt"_s);
        session.stop();
        waitForEnd(session);

        const Message reply = messageAt(session, -1);
        QCOMPARE(reply.text, u"It scatt"_s);
        QCOMPARE(reply.status, MessageStatus::Interrupted);
        QCOMPARE(reply.error->kind, ErrorKind::Cancelled);
        const Settlement settlement = *session.entriesOf(reply.id).constFirst().settlement;
        QCOMPARE(settlement.source, CostSource::Estimated);
        QVERIFY(settlement.amount->picos > 0);
        QVERIFY(settlement.low->picos < settlement.amount->picos);
        QCOMPARE(settlement.outputBytes, qint64{8});
        QCOMPARE(*awaited(m_room->store->messages(session.id())), allOf(session));
    }

    void stoppedBeforeItLeftItCostsNothing()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_VERIFY(session.isStreaming());
        session.stop();
        waitForEnd(session);
        const Message reply = messageAt(session, -1);
        QCOMPARE(reply.status, MessageStatus::Failed);
        const Settlement settlement = *session.entriesOf(reply.id).constFirst().settlement;
        QCOMPARE(settlement.amount, std::optional(Money{0, kUsd}));
        QCOMPARE(settlement.confidence, u"not charged"_s);
    }

    void aReplyIsContinuedInPlace()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.say(attempt == 1 ? u"It scatt"_s : u"ers."_s);
            stream.report({.prompt = 100, .cacheHit = 0, .cacheMiss = 100, .completion = 5});
            stream.complete(attempt == 1 ? FinishReason::Length : FinishReason::Stop);
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QVERIFY(session.canContinue());
        QSignalSpy finished(&session, &ChatSession::replyFinished);
        session.continueReply();
        QTRY_COMPARE(finished.size(), 1);

        QCOMPARE(session.branch().size(), 2);
        const Message reply = messageAt(session, -1);
        QCOMPARE(reply.text, u"It scatters."_s);
        QCOMPARE(reply.status, MessageStatus::Complete);
        QVERIFY(!session.canContinue());
        const WireRequest request = m_room->transport.posts().last();
        QVERIFY(request.url.path().startsWith(u"/beta/"_s));
        QVERIFY(
            request.body.contains(R"({"role":"assistant","content":"It scatt","prefix":true})"));
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(session.id()));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.last().request.message, reply.id);
        QCOMPARE(entries.last().settlement->outputBytes, qint64{4});
        QCOMPARE(session.entriesOf(reply.id), entries);
        QCOMPARE(*awaited(m_room->store->messages(session.id())), allOf(session));
    }

    void aFailedContinuationKeepsTheFirstPart()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            if (attempt == 1) {
                stream.say(u"It scatt"_s);
                stream.complete(FinishReason::Length);
            } else {
                stream.leave();
                stream.fail({.kind = ErrorKind::WrongKey, .status = 401});
            }
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        session.continueReply();
        waitForEnd(session);
        QCOMPARE(messageAt(session, -1).text, u"It scatt"_s);
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Interrupted);
        QCOMPARE(messageAt(session, -1).error->kind, ErrorKind::WrongKey);
        QVERIFY(session.canContinue());
    }

    void aForcedBeginningStandsBeforeTheFirstWord()
    {
        answer(u" because."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s, u"Simply"_s));
        QCOMPARE(messageAt(session, -1).text, u"Simply because."_s);
        QVERIFY(
            m_room->transport.posts().last().body.contains(R"("content":"Simply","prefix":true)"));
        QCOMPARE(
            session.entriesOf(session.branch().constLast()).constFirst().settlement->outputBytes,
            qint64{9});
    }

    void regeneratingMakesASibling()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        const MessageId first = session.branch().constLast();
        answer(u"Another."_s);
        QSignalSpy finished(&session, &ChatSession::replyFinished);
        QVERIFY(session.canRegenerate());
        session.regenerate();
        QVERIFY(!session.canRegenerate());
        QTRY_COMPARE(finished.size(), 1);

        QCOMPARE(session.branch().size(), 2);
        const MessageId second = session.branch().constLast();
        QCOMPARE(session.messages().siblingsOf(first), (QList<MessageId>{first, second}));
        QCOMPARE(messageAt(session, -1).text, u"Another."_s);
        QVERIFY(!m_room->transport.posts().last().body.contains("One."));
        QCOMPARE(awaited(m_room->store->conversation(session.id()))->currentLeaf, second);
    }

    void withoutKeepingOnlyTheLedgerKnows()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::LedgerOnly);
        QVERIFY(!sendAndWait(session, u"A secret?"_s));
        QVERIFY(!sendAndWait(session, u"Another?"_s));
        QCOMPARE(session.branch().size(), 4);
        QCOMPARE(messageAt(session, 1).text, u"One."_s);
        QVERIFY(m_room->transport.posts().last().body.contains("A secret?"));
        QVERIFY(!session.id().isValid());
        QCOMPARE(session.entriesOf(session.branch().constLast()).size(), 1);
        QVERIFY(awaited(m_room->store->conversations())->isEmpty());
        const QList<SpendRow> spend = *awaited(m_room->store->spend({.by = SpendGroup::Model}));
        QCOMPARE(spend.size(), 1);
        QCOMPARE(spend.first().requests, qint64{2});
        m_room->store.reset();
        QFile file(m_room->databaseFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("A secret?"));
        m_room->reopenStore();
    }

    void settingsTitleAndDraftAreKept()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        GenerationSettings settings = session.settings();
        settings.systemPrompt = u"Be brief."_s;
        session.setSettings(settings);
        session.setTitle(u"The sky"_s);
        const QString typed = u"And then?"_s;
        for (const QChar c : typed)
            session.setDraft(session.draft() + c);
        QTRY_COMPARE(awaited(m_room->store->conversation(session.id()))->draft, u"And then?"_s);
        const Conversation kept = *awaited(m_room->store->conversation(session.id()));
        QCOMPARE(kept.settings, settings);
        QCOMPARE(kept.title, u"The sky"_s);

        QVERIFY(!sendAndWait(session, u"And then?"_s));
        QVERIFY(session.draft().isEmpty());
        QVERIFY(awaited(m_room->store->conversation(session.id()))->draft.isEmpty());
        QVERIFY(m_room->transport.posts().last().body.contains("Be brief."));
    }

    void aPromptFromElsewhereLeavesTheDraftAlone()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        session.setDraft(u"half a thought"_s);
        QVERIFY(!sendAndWait(session, u"And then?"_s));
        QCOMPARE(session.draft(), u"half a thought"_s);
        QTRY_COMPARE(
            awaited(m_room->store->conversation(session.id()))->draft, u"half a thought"_s);
    }

    void closingOnALiveReplyKeepsItAsInterrupted()
    {
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            session.send(u"Why?"_s);
            QTRY_VERIFY(m_room->transport.stream());
            m_room->transport.stream()->say(u"It scatt"_s);
            id = session.id();
        }
        m_room->reopenStore();
        const QList<Message> kept = *awaited(m_room->store->messages(id));
        QCOMPARE(kept.last().text, u"It scatt"_s);
        QCOMPARE(kept.last().status, MessageStatus::Interrupted);
        QCOMPARE(kept.last().error->charged, Charged::Yes);
        QCOMPARE(
            awaited(m_room->store->entries(id))->first().settlement->source, CostSource::Estimated);
    }

    void anotherProcessIsSeen()
    {
        answer(u"One."_s);
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        {
            Store other(m_room->databaseFile(), m_room->prices, m_room->clock);
            QVERIFY(awaited(other.open()).hasValue());
            Services services{.store = other,
                .keys = m_room->keys,
                .transport = m_room->transport,
                .prices = m_room->prices,
                .providers = m_room->providers,
                .clock = m_room->clock};
            ChatSession elsewhere(services, session.id());
            QVERIFY(!sendAndWait(elsewhere, u"And elsewhere?"_s));
            elsewhere.setTitle(u"From elsewhere"_s);
            QVERIFY(awaited(other.conversations()).hasValue());
        }
        QTRY_COMPARE(session.branch().size(), 4);
        QTRY_COMPARE(session.title(), u"From elsewhere"_s);
        QTRY_COMPARE(session.totals().requests, qint64{2});
        QTRY_COMPARE(messageAt(session, -1).status, MessageStatus::Complete);
    }

private:
    void answer(const QString &text)
    {
        m_room->transport.setScript([text](ScriptedStream &stream, int) {
            stream.say(text);
            stream.report({.prompt = 100, .cacheHit = 0, .cacheMiss = 100, .completion = 5});
            stream.complete();
        });
    }

    static QList<Message> allOf(const ChatSession &session)
    {
        QList<Message> messages;
        for (const MessageId id : session.branch())
            messages.append(session.messages().at(id));
        return messages;
    }

    std::unique_ptr<ChatRoom> m_room;
};

PENNYWORTH_TEST(ChatSessionTest)

#include "tst_chatsession.moc"
