// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "support/awaited.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// From the first send to a finished reply, and the tree that grows.
class TurnsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;

    CommittedTurn begin(const NewTurn &turn)
    {
        const Result<CommittedTurn> committed = awaited(m_store->beginTurn(turn));
        if (committed.hasError())
            qWarning().noquote() << committed.error().detail;
        return committed.valueOr(CommittedTurn());
    }

    // A conversation of so many prompts and replies, all finished.
    CommittedTurn converse(int turns)
    {
        CommittedTurn last;
        for (int i = 0; i < turns; ++i) {
            last = begin(i == 0 ? sampleTurn() : nextTurn(last, launchDay(i * 1min)));
            last.reply = finished(last, u"Answer %1"_s.arg(i));
            if (!awaited(m_store->finishReply(last.reply, sampleSettlement(last.request))))
                qWarning("the reply could not be finished");
        }
        return last;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(m_folder->filePath(u"家/Löcher und Lücken.sqlite"_s));
        const Result<Done> opened = awaited(m_store->open());
        QVERIFY2(opened.hasValue(), opened.hasError() ? qPrintable(opened.error().detail) : "");
    }

    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void firstSendMakesEverythingAtOnce()
    {
        const NewTurn turn = sampleTurn();
        const CommittedTurn committed = begin(turn);
        QVERIFY(committed.conversation.isValid());
        QVERIFY(committed.request.isValid());
        QCOMPARE(committed.prompt->text, *turn.prompt);
        QCOMPARE(committed.reply.parent, committed.prompt->id);
        QCOMPARE(committed.reply.status, MessageStatus::Streaming);
        QCOMPARE(committed.reply.model, turn.settings.model);

        const Result<Conversation> conversation =
            awaited(m_store->conversation(committed.conversation));
        QVERIFY(conversation.hasValue());
        QCOMPARE(conversation->title, turn.title);
        QCOMPARE(conversation->settings, turn.settings);
        QCOMPARE(conversation->currentLeaf, committed.reply.id);
        QCOMPARE(conversation->created, turn.request.sent);

        const QList<Message> expected{*committed.prompt, committed.reply};
        QCOMPARE(awaited(m_store->messages(committed.conversation)).value(), expected);

        const QList<LedgerEntry> entries =
            awaited(m_store->entries(committed.conversation)).value();
        LedgerRequest request = turn.request;
        request.id = committed.request;
        request.conversation = committed.conversation;
        request.message = committed.reply.id;
        QCOMPARE(entries, QList<LedgerEntry>({{.request = request, .settlement = std::nullopt}}));
    }

    void settingsThatSayNothingStayUnsaid()
    {
        NewTurn turn = sampleTurn();
        turn.settings = {.provider = u"deepseek"_s, .model = u"deepseek-chat"_s};
        const CommittedTurn committed = begin(turn);
        QCOMPARE(awaited(m_store->conversation(committed.conversation))->settings, turn.settings);
    }

    void aFailureKeepsNothing_data()
    {
        QTest::addColumn<NewTurn>("turn");
        NewTurn turn = sampleTurn();
        turn.request.billable = true;
        turn.parent = {99};
        QTest::newRow("a parent that does not exist") << turn;
        turn = sampleTurn();
        turn.conversation = {99};
        QTest::newRow("a conversation that does not exist") << turn;
        turn = sampleTurn();
        turn.continues = {99};
        QTest::newRow("a continued reply that does not exist") << turn;
    }

    void aFailureKeepsNothing()
    {
        QFETCH(NewTurn, turn);
        QSignalSpy changed(m_store.get(), &Store::conversationChanged);
        const Result<CommittedTurn> committed = awaited(m_store->beginTurn(turn));
        QVERIFY(committed.hasError());
        QCOMPARE(committed.error().kind, ErrorKind::NotFound);
        QVERIFY(awaited(m_store->conversations())->isEmpty());
        QVERIFY(awaited(m_store->entries({1}))->isEmpty());
        QVERIFY(changed.isEmpty());
    }

    void aFinishedReplyIsKeptWhole()
    {
        const CommittedTurn committed = begin(sampleTurn());
        const Message reply = finished(committed, u"Because of *scattering*.\n\n$$x^4$$ 🌈"_s);
        const Settlement settlement = sampleSettlement(committed.request);
        QVERIFY(awaited(m_store->finishReply(reply, settlement)).hasValue());

        QCOMPARE(awaited(m_store->messages(committed.conversation))->last(), reply);
        QCOMPARE(*awaited(m_store->entries(committed.conversation))->last().settlement, settlement);
        const ConversationSummary summary =
            *awaited(m_store->summary(committed.conversation)).value();
        QCOMPARE(summary.updated, settlement.settled);
        QCOMPARE(summary.model, reply.model);
        QCOMPARE(summary.cost, QList<Money>({Money{123000000, kUsd}}));
    }

    void textIsKeptAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto same = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << text;
        };
        same("nothing", u""_s);
        same("a zero character", u"a"_s + QChar(0) + u"b"_s);
        same("beyond the first plane", u"𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧"_s);
        same("what looks like SQL", u"'); DROP TABLE message; -- ? :x"_s);
        same("a megabyte", u"0123456789"_s.repeated(100000));
        QTest::newRow("half a pair costs only itself")
            << u"a"_s + QChar(0xd83d) + u"bc"_s << u"a?bc"_s;
    }

    void textIsKeptAsItIs()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        const CommittedTurn committed = begin(sampleTurn());
        QVERIFY(awaited(m_store->appendJournal(committed.reply.id, text, text)).hasValue());
        QCOMPARE(awaited(m_store->messages(committed.conversation))->last().text, kept);
        Message reply = finished(committed, text);
        QVERIFY(
            awaited(m_store->finishReply(reply, sampleSettlement(committed.request))).hasValue());
        QCOMPARE(awaited(m_store->messages(committed.conversation))->last().text, kept);
    }

    void openingTwiceIsOpeningOnce()
    {
        const CommittedTurn committed = begin(sampleTurn());
        QVERIFY(awaited(m_store->open()).hasValue());
        QCOMPARE(awaited(m_store->messages(committed.conversation))->last().status,
            MessageStatus::Streaming);
    }

    void aFailedReplyKeepsItsError()
    {
        const CommittedTurn committed = begin(sampleTurn());
        Message reply = committed.reply;
        reply.status = MessageStatus::Failed;
        reply.error = Error{.kind = ErrorKind::RateLimited,
            .detail = u"slow down"_s,
            .status = 429,
            .charged = Charged::Maybe};
        Settlement settlement;
        settlement.request = committed.request;
        settlement.errorKind = u"rate_limited"_s;
        settlement.errorStatus = 429;
        QVERIFY(awaited(m_store->finishReply(reply, settlement)).hasValue());
        QCOMPARE(awaited(m_store->messages(committed.conversation))->last(), reply);
        QCOMPARE(*awaited(m_store->entries(committed.conversation))->last().settlement, settlement);
    }

    void regenerateMakesASibling()
    {
        const CommittedTurn first = converse(1);
        NewTurn again = sampleTurn(launchDay(1min));
        again.conversation = first.conversation;
        again.parent = first.reply.parent;
        again.prompt = std::nullopt;
        const CommittedTurn second = begin(again);
        QVERIFY(!second.prompt);
        QCOMPARE(second.reply.parent, first.reply.parent);
        QCOMPARE(awaited(m_store->conversation(first.conversation))->currentLeaf, second.reply.id);
        QCOMPARE(awaited(m_store->messages(first.conversation))->size(), 3);
    }

    void aContinuedReplyStreamsAgain()
    {
        const CommittedTurn first = begin(sampleTurn());
        Message reply = finished(first, u"The sky"_s);
        reply.status = MessageStatus::Interrupted;
        reply.finishReason = FinishReason::None;
        reply.error = Error{.kind = ErrorKind::ConnectionLost};
        QVERIFY(awaited(m_store->finishReply(reply, sampleSettlement(first.request))).hasValue());

        NewTurn on = nextTurn(first, launchDay(1min));
        on.parent = {};
        on.prompt = std::nullopt;
        on.continues = reply.id;
        const CommittedTurn second = begin(on);
        QCOMPARE(second.reply.id, reply.id);
        QCOMPARE(second.reply.text, reply.text);
        QCOMPARE(second.reply.status, MessageStatus::Streaming);
        QVERIFY(!second.reply.error);
        QVERIFY(second.request != first.request);
        QVERIFY(awaited(m_store->beginTurn(on)).hasError()); // it streams already

        QVERIFY(awaited(m_store->appendJournal(reply.id, u" is blue"_s, {})).hasValue());
        QCOMPARE(awaited(m_store->messages(first.conversation))->last().text, u"The sky is blue"_s);
        reply.text += u" is blue."_s;
        reply.status = MessageStatus::Complete;
        reply.error = std::nullopt;
        QVERIFY(awaited(m_store->finishReply(reply, sampleSettlement(second.request))).hasValue());
        QCOMPARE(awaited(m_store->messages(first.conversation))->last(), reply);
    }

    void aReplyFinishesAfterItsConversationWasRemoved()
    {
        const CommittedTurn committed = begin(sampleTurn());
        QVERIFY(awaited(m_store->removeConversation(committed.conversation)).hasValue());
        QVERIFY(awaited(m_store->appendJournal(committed.reply.id, u"x"_s, {})).hasValue());
        QVERIFY(awaited(
            m_store->finishReply(finished(committed, u"x"_s), sampleSettlement(committed.request)))
                    .hasValue());
        QVERIFY(awaited(m_store->messages(committed.conversation))->isEmpty());
        QVERIFY(awaited(m_store->entries(committed.conversation))->last().settlement.has_value());
    }

    void theShownBranchEndsWithItsLastMessages()
    {
        const CommittedTurn last = converse(20);
        const QList<Message> all = awaited(m_store->messages(last.conversation)).value();
        QCOMPARE(all.size(), 40);
        QCOMPARE(awaited(m_store->latestMessages(last.conversation, 5)).value(), all.last(5));
        QCOMPARE(awaited(m_store->latestMessages(last.conversation, 1000)).value(), all);

        const MessageId earlier = all.at(3).id;
        QVERIFY(awaited(m_store->setCurrentLeaf(last.conversation, earlier)).hasValue());
        QCOMPARE(awaited(m_store->latestMessages(last.conversation, 1000)).value(), all.first(4));
    }

    void writesOfOneStoreHappenInTheOrderOfTheCalls()
    {
        const CommittedTurn committed = begin(sampleTurn());
        QFuture<Result<Done>> last;
        for (int i = 0; i < 200; ++i)
            last = m_store->appendJournal(committed.reply.id, QString::number(i) + u' ', {});
        QVERIFY(awaited(last).hasValue());
        QString expected;
        for (int i = 0; i < 200; ++i)
            expected += QString::number(i) + u' ';
        QCOMPARE(awaited(m_store->messages(committed.conversation))->last().text, expected);
    }

    void aSendTakesTheDraft()
    {
        const CommittedTurn first = converse(1);
        QVERIFY(awaited(m_store->setDraft(first.conversation, u"half a thought"_s)).hasValue());
        QCOMPARE(awaited(m_store->conversation(first.conversation))->draft, u"half a thought"_s);
        begin(nextTurn(first, launchDay(1min)));
        QCOMPARE(awaited(m_store->conversation(first.conversation))->draft, QString());
    }
};

PENNYWORTH_TEST(TurnsTest)

#include "tst_turns.moc"
