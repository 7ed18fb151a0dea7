// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"
#include "simulator/simulator.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QSignalSpy>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// A summary in place of what was said, over real HTTP.
class SummaryTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_room = std::make_unique<ChatRoom>(); }

    void cleanup()
    {
        m_session.reset();
        m_service.reset();
        m_room.reset();
    }

    void isSentInPlaceOfWhatItStandsFor()
    {
        converse({});
        QSignalSpy summarised(m_session.get(), &ChatSession::summarised);
        summarise();
        QCOMPARE(summarised.size(), 1);
        QVERIFY(bodyOf(-1).contains("First?")); // it was asked of all of it
        QCOMPARE(m_session->contextStart(), idAt(4));
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        const QByteArray body = bodyOf(-1);
        QVERIFY(!body.contains("First?"));
        QVERIFY(!body.contains("Second?"));
        QVERIFY(body.contains("Sum it up."));
        QVERIFY(body.contains("Third?"));
        QCOMPARE(m_session->branch().size(), 8); // nothing is deleted
    }

    void isBookedLikeEveryRequest()
    {
        converse({});
        summarise();
        const QList<LedgerEntry> entries = m_session->entriesOf(idAt(5));
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.constFirst().settlement->source, CostSource::Computed);
        QVERIFY(*entries.constFirst().settlement->usage.cacheHit > 0); // what was said was known
        QTRY_COMPARE(awaited(m_room->store->totals(m_session->id()))->requests, qint64{3});
    }

    void leavesTheDraftAlone()
    {
        converse({});
        m_session->setDraft(u"half a thought"_s);
        summarise();
        QCOMPARE(m_session->draft(), u"half a thought"_s);
        QCOMPARE(awaited(m_room->store->conversation(m_session->id()))->draft, u"half a thought"_s);
    }

    void canBeDropped()
    {
        converse({});
        summarise();
        m_session->dropSummary(idAt(4));
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(bodyOf(-1).contains("First?"));
    }

    void standsForWhatAnEarlierOneStandsFor()
    {
        converse({});
        QVERIFY(m_session->canSummarise());
        summarise();
        QVERIFY(!m_session->canSummarise()); // there is nothing new
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(m_session->canSummarise());
        summarise();
        QVERIFY(!bodyOf(-1).contains("First?"));
        QVERIFY(bodyOf(-1).contains("Third?"));
        QCOMPARE(m_session->contextStart(), idAt(8));
        m_session->dropSummary(idAt(8));
        QCOMPARE(m_session->contextStart(), idAt(4));
    }

    void aStoppedOneStandsForNothing()
    {
        converse({}, 400);
        connect(m_session.get(), &ChatSession::messageAppended, m_session.get(), &ChatSession::stop,
            Qt::SingleShotConnection);
        summarise();
        QCOMPARE(messageAt(*m_session, -1).status, MessageStatus::Interrupted);
        QCOMPARE(messageAt(*m_session, -1).error->kind, ErrorKind::Cancelled);
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(m_session->entriesOf(idAt(5)).constLast().settlement->amount->picos > 0);
        QVERIFY(m_session->canContinue());
        m_session->continueReply();
        waitForEnd(*m_session);
        QCOMPARE(m_session->contextStart(), idAt(4)); // now it is whole
        QVERIFY(bodyOf(-1).contains("First?"));
    }

    void oneThatFailsCanBeTriedAgain()
    {
        converse(R"({"faults": [{"request": 3, "status": 402,
            "body": {"error": {"message": "Insufficient Balance"}}}]})");
        summarise();
        QCOMPARE(messageAt(*m_session, -1).status, MessageStatus::Failed);
        QCOMPARE(messageAt(*m_session, -1).error->kind, ErrorKind::InsufficientBalance);
        QVERIFY(!m_session->contextStart().isValid());
        m_session->regenerateAt(idAt(5));
        waitForEnd(*m_session);
        QCOMPARE(m_session->contextStart(), idAt(4));
        QVERIFY(bodyOf(-1).contains("First?"));
    }

    void oneThatIsRefusedSaysNothingToTheComposer()
    {
        converse({});
        qunsetenv("DEEPSEEK_API_KEY");
        QSignalSpy refused(m_session.get(), &ChatSession::refused);
        m_session->summarise(u"Sum it up."_s);
        QVERIFY(refused.wait());
        QCOMPARE(refused.constFirst().at(1).toString(), QString());
        QCOMPARE(m_session->branch().size(), 4);
    }

    void anotherVersionStandsForTheSame()
    {
        converse({});
        summarise();
        m_session->regenerate(); // with all that it stands for
        waitForEnd(*m_session);
        QVERIFY(bodyOf(-1).contains("First?"));
        QCOMPARE(m_session->contextStart(), idAt(4));
        m_session->edit(idAt(4), u"Sum it up, briefly."_s);
        QTRY_VERIFY(m_session->isStreaming());
        waitForEnd(*m_session);
        QVERIFY(bodyOf(-1).contains("First?"));
        QCOMPARE(m_session->contextStart(), idAt(4));
        QCOMPARE(messageAt(*m_session, 4).text, u"Sum it up, briefly."_s);
    }

    void outlivesTheProcess()
    {
        converse({});
        summarise();
        const ConversationId id = m_session->id();
        m_session.reset();
        m_room->reopenStore();
        m_session = std::make_unique<ChatSession>(services(), id);
        QSignalSpy completed(m_session.get(), &ChatSession::completed);
        QVERIFY(completed.wait());
        QCOMPARE(m_session->contextStart(), idAt(4));
        QCOMPARE(messageAt(*m_session, 4).summarises, idAt(0));
        m_session->regenerate();
        waitForEnd(*m_session);
        QVERIFY(bodyOf(-1).contains("First?"));
    }

    void goesWithACopyOfTheBranch()
    {
        converse({});
        summarise();
        const BranchCopy copy{
            .from = m_session->id(), .last = idAt(5), .title = u"Copy"_s, .draft = {}};
        const ConversationId made = *awaited(m_room->store->copyBranch(copy));
        const QList<Message> messages = *awaited(m_room->store->messages(made));
        QCOMPARE(messages.at(4).summarises, messages.at(0).id);
        QCOMPARE(awaited(m_room->store->conversation(made))->contextStart, messages.at(4).id);
    }

private:
    /// Two turns with a service that does what `scenario` says.
    void converse(const QByteArray &scenario, int tokensPerSecond = 100'000)
    {
        simulated::SimulatorOptions options;
        options.now = [this] { return m_room->clock.now(); };
        options.pace = {
            .tokensPerSecond = tokensPerSecond, .firstToken = std::chrono::milliseconds(1)};
        if (!scenario.isEmpty())
            options.scenario = simulated::parseScenario(scenario).value();
        m_service = std::make_unique<simulated::Simulator>(m_room->prices, options);
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(m_service->listen().value()));
        Provider provider = *m_room->providers.find(u"deepseek"_s);
        provider.baseUrl = url;
        provider.betaUrl = url.resolved(QUrl(u"/beta"_s));
        m_room->providers.add(provider);
        GenerationSettings settings = flashSettings();
        settings.thinking = Thinking::Off; // so that text comes at once
        m_session = std::make_unique<ChatSession>(services(), settings, Keep::Conversation);
        QVERIFY(!sendAndWait(*m_session, u"First?"_s));
        QVERIFY(!sendAndWait(*m_session, u"Second?"_s));
    }

    void summarise()
    {
        QSignalSpy ended(m_session.get(), &ChatSession::replyFinished);
        m_session->summarise(u"Sum it up."_s);
        QVERIFY(ended.wait());
    }

    [[nodiscard]] MessageId idAt(qsizetype index) const { return m_session->branch().at(index); }

    /// Of the request at `index`; -1: the latest.
    [[nodiscard]] QByteArray bodyOf(qsizetype index) const
    {
        const QList<LedgerEntry> entries = *awaited(m_room->store->entries(m_session->id()));
        const LedgerEntry &entry = entries.at(index < 0 ? entries.size() + index : index);
        return awaited(m_room->store->exchange(entry.request.id))->sent.body;
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
    std::unique_ptr<simulated::Simulator> m_service;
    std::unique_ptr<ChatSession> m_session;
    Transport m_transport;
};

PENNYWORTH_TEST(SummaryTest)

#include "tst_summary.moc"
