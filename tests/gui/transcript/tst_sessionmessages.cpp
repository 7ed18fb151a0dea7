// SPDX-License-Identifier: GPL-3.0-or-later
// The signals are over before the locals that they count in: clazy:excludeall=lambda-in-connect
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "transcript/messagelistmodel.h"
#include "transcript/sessionmessages.h"

#include <QAbstractItemModelTester>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// How the rows of a transcript follow a conversation.
class SessionMessagesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_model = std::make_unique<MessageListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_messages = std::make_unique<SessionMessages>(*m_model);
        m_session =
            std::make_unique<ChatSession>(m_room->services(), flashSettings(), Keep::Conversation);
    }

    void cleanup()
    {
        m_session.reset();
        m_messages.reset();
        m_tester.reset();
        m_model.reset();
        m_room.reset();
    }

    void textThatArrivesIsNewsOfOneRow()
    {
        m_messages->setSession(m_session.get());
        ScriptedStream *stream = sendAndWaitForStream(u"Why?"_s);
        QCOMPARE(m_model->rowCount(), 2);
        stream->say(u"It "_s);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        stream->say(u"scatters."_s);
        QCOMPARE(lastText(), u"It scatters."_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
        QCOMPARE(
            changed.constFirst().at(2).value<QList<int>>(), QList<int>{MessageListModel::TailRole});
        QCOMPARE(reset.count(), 0);
        end(stream);
    }

    void aReplyThatEndedShowsWhatItCost()
    {
        m_messages->setSession(m_session.get());
        ScriptedStream *stream = sendAndWaitForStream(u"Why?"_s);
        stream->say(u"It scatters."_s);
        QCOMPARE(last().status, MessageStatus::Streaming);
        QVERIFY(last().cost.isEmpty());
        end(stream);
        QCOMPARE(last().status, MessageStatus::Complete);
        QCOMPARE(last().cost, u"$0.00045"_s); // 1,000 × 0.15 and 500 × 0.60 per million
        QVERIFY(last().actions.canRegenerate);
        QVERIFY(!last().actions.canContinue);
    }

    void thinkingIsSaidWhileItLastsAndSummedUpAfterwards()
    {
        m_messages->setSession(m_session.get());
        ScriptedStream *stream = sendAndWaitForStream(u"Why?"_s);
        QVERIFY(last().reasoningSummary.isEmpty());
        stream->think(u"Light"_s);
        QVERIFY(last().reasoningSummary.startsWith(u"Thinking… 1 s · ≈ 2 tokens · ≈ $"_s));
        stream->say(u"It"_s);
        QVERIFY(last().reasoningSummary.startsWith(u"Thought · ≈ 2 tokens · ≈ $"_s));
        end(stream);
        QCOMPARE(last().reasoning, u"Light"_s);
    }

    void onlyTheLastRowOffersWhatCanBeDone()
    {
        m_messages->setSession(m_session.get());
        end(sendAndWaitForStream(u"Why?"_s));
        ScriptedStream *stream = sendAndWaitForStream(u"And then?"_s);
        stream->say(u"It scatt"_s);
        m_session->stop();
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(m_model->rowCount(), 4);
        QVERIFY(!m_model->row(1).actions.canRegenerate);
        QVERIFY(last().actions.canRegenerate);
        QVERIFY(last().actions.canContinue);
        QVERIFY(last().problem.has_value());
    }

    void aBrokenOffReplyIsNotGoneOnWithOnceMoreWasSaid()
    {
        m_messages->setSession(m_session.get());
        ScriptedStream *stream = sendAndWaitForStream(u"Why?"_s);
        stream->say(u"It scatt"_s);
        m_session->stop();
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(last().problem.value_or(MessageProblem{}).action, Remedy::Continue);
        end(sendAndWaitForStream(u"And then?"_s));
        QCOMPARE(m_model->rowCount(), 4);
        QVERIFY(m_model->row(1).problem.has_value());
        QVERIFY(m_model->row(1).problem->action != Remedy::Continue);
    }

    void anotherAnswerTakesThePlaceOfTheFirst()
    {
        m_messages->setSession(m_session.get());
        end(sendAndWaitForStream(u"Why?"_s));
        const MessageId first = last().id;
        m_session->regenerate();
        QTRY_VERIFY(m_session->isStreaming() && m_room->transport.stream());
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->rowOf(first), -1);
        end(m_room->transport.stream());
    }

    void aKeptConversationBringsItsFigures()
    {
        end(sendAndWaitForStream(u"Why?"_s));
        ChatSession again(m_room->services(), m_session->id());
        const QSignalSpy completed(&again, &ChatSession::completed);
        m_messages->setSession(&again);
        QTRY_COMPARE(completed.count(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->row(0).text, u"Why?"_s);
        QTRY_COMPARE(last().cost, u"$0.00045"_s);
        m_messages->setSession(nullptr);
    }

    void aSessionThatIsGoneShowsNothing()
    {
        m_messages->setSession(m_session.get());
        end(sendAndWaitForStream(u"Why?"_s));
        m_session.reset();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void whatAnotherSessionSaysIsNotShown()
    {
        ChatSession other(m_room->services(), flashSettings(), Keep::Conversation);
        m_messages->setSession(m_session.get());
        m_messages->setSession(&other);
        end(sendAndWaitForStream(u"Why?"_s));
        QCOMPARE(m_model->rowCount(), 0);
        m_messages->setSession(nullptr);
    }

private:
    ScriptedStream *sendAndWaitForStream(const QString &prompt)
    {
        m_session->send(prompt);
        [this] { QTRY_VERIFY(m_session->isStreaming() && m_room->transport.stream()); }();
        return m_room->transport.stream();
    }

    void end(ScriptedStream *stream)
    {
        stream->say(u" The end."_s);
        stream->report({.prompt = 1000, .cacheHit = 0, .cacheMiss = 1000, .completion = 500});
        stream->complete();
        QTRY_VERIFY(!m_session->isBusy());
    }

    [[nodiscard]] const MessageRow &last() const { return m_model->row(m_model->rowCount() - 1); }
    [[nodiscard]] QString lastText() const { return last().text; }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<MessageListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<SessionMessages> m_messages;
};

PENNYWORTH_TEST(SessionMessagesTest)

#include "tst_sessionmessages.moc"
