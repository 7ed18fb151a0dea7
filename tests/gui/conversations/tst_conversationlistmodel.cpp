// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationlistmodel.h"

#include "chat/workspace.h"
#include "conversations/conversationfilter.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ConversationListModelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_workspace->load();
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        QVERIFY(loaded.wait());
        m_model = std::make_unique<ConversationListModel>(*m_workspace);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_workspace.reset();
        m_room.reset();
    }

    void aConversationAppearsWithItsCost()
    {
        ask(u"Why is the sky blue?"_s);
        QTRY_COMPARE(m_model->rowCount(), 1);
        const QModelIndex row = m_model->index(0);
        QCOMPARE(row.data().toString(), u"Why is the sky blue?"_s);
        QCOMPARE(row.data(ConversationListModel::ModelRole).toString(), u"deepseek-flash"_s);
        QTRY_COMPARE(row.data(ConversationListModel::CostRole).toString(), u"$0.00060"_s);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
            u"Why is the sky blue?, deepseek-flash, $0.00060"_s);
    }

    void theLatestComesFirst()
    {
        ChatSession *first = ask(u"First"_s);
        m_room->clock.advance(std::chrono::minutes(1));
        ask(u"Second"_s);
        QTRY_COMPARE(titles(), (QStringList{u"Second"_s, u"First"_s}));
        m_room->clock.advance(std::chrono::minutes(1));
        QVERIFY(!sendAndWait(*first, u"And?"_s));
        QTRY_COMPARE(titles(), (QStringList{u"First"_s, u"Second"_s}));
    }

    void renamesInPlace()
    {
        const ChatSession *session = ask(u"Old"_s);
        QTRY_COMPARE(titles(), QStringList{u"Old"_s});
        QVERIFY(m_model->setData(m_model->index(0), u"  New \n name "_s, Qt::EditRole));
        QCOMPARE(titles(), QStringList{u"New name"_s});
        QTRY_COMPARE(session->title(), u"New name"_s);
        QVERIFY(!m_model->setData(m_model->index(0), u"  "_s, Qt::EditRole));
        QCOMPARE(titles(), QStringList{u"New name"_s});
    }

    void aRemovedConversationGoes()
    {
        const ConversationId id = ask(u"Gone"_s)->id();
        ask(u"Stays"_s);
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_workspace->removeConversation(id);
        QTRY_COMPARE(titles(), QStringList{u"Stays"_s});
    }

    void marksWhatStreamsAndWhatIsUnread()
    {
        const ConversationId id = ask(u"Marked"_s)->id();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setStreaming(id, true);
        m_model->setStreaming(id, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_model->index(0).data(ConversationListModel::StreamingRole).toBool());
        QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"streaming"_s));
        m_model->setStreaming(id, false);
        m_workspace->markConversation(id, true);
        QTRY_VERIFY(m_model->index(0).data(ConversationListModel::UnreadRole).toBool());
        QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"unread"_s));
    }

    void pinnedOnesStandOnTop()
    {
        const ConversationId first = ask(u"First"_s)->id();
        m_room->clock.advance(std::chrono::minutes(1));
        ask(u"Second"_s);
        QTRY_COMPARE(titles(), (QStringList{u"Second"_s, u"First"_s}));
        m_workspace->pinConversation(first, true);
        QTRY_COMPARE(titles(), (QStringList{u"First"_s, u"Second"_s}));
        const QModelIndex row = m_model->index(0);
        QTRY_COMPARE(row.data(ConversationListModel::GroupRole).toInt(), DayGroup::pinned().key());
        QVERIFY(row.data(ConversationListModel::PinnedRole).toBool());
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(u"pinned"_s));
        m_workspace->pinConversation(first, false);
        QTRY_COMPARE(titles(), (QStringList{u"Second"_s, u"First"_s}));
    }

    void todayBecomesYesterdayAtMidnight()
    {
        ask(u"Late"_s);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0).data(ConversationListModel::GroupRole).toInt(), 0);
        m_room->clock.advance(std::chrono::hours(12));
        m_model->refreshDay();
        QCOMPARE(m_model->index(0).data(ConversationListModel::GroupRole).toInt(), 1);
    }

    void filtersByTitle()
    {
        ask(u"Kernel bisect notes"_s);
        const ConversationId trip = ask(u"Trip plan"_s)->id();
        QTRY_COMPARE(m_model->rowCount(), 2);
        ConversationFilter filter;
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(m_model.get());
        filter.setText(u" PLAN "_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.idAt(filter.index(0, 0)), trip);
        filter.setText({});
        QCOMPARE(filter.rowCount(), 2);
    }

    void saysWhatARowCost_data()
    {
        QTest::addColumn<ConversationSummary>("conversation");
        QTest::addColumn<QString>("text");
        const Money dollars{4'200'000'000, kUsd};
        const Money yuan{180'000'000'000, kCny};
        QTest::newRow("one currency") << ConversationSummary{.cost = {dollars}} << u"$0.0042"_s;
        QTest::newRow("with an estimate in it")
            << ConversationSummary{.cost = {dollars}, .estimated = 1} << u"≈ $0.0042"_s;
        QTest::newRow("two stand side by side")
            << ConversationSummary{.cost = {dollars, yuan}} << u"$0.0042 + ¥0.18"_s;
        QTest::newRow("a part is unknown")
            << ConversationSummary{.cost = {dollars}, .unpriced = 1} << u"$0.0042 + ?"_s;
        QTest::newRow("all is unknown") << ConversationSummary{.unpriced = 2} << u"unknown"_s;
        QTest::newRow("demonstration") << ConversationSummary{.demonstration = true} << u"demo"_s;
        QTest::newRow("a service of one's own") << ConversationSummary{.local = true} << u"local"_s;
        QTest::newRow("no answer yet") << ConversationSummary{} << QString();
    }

    void saysWhatARowCost()
    {
        QFETCH(ConversationSummary, conversation);
        QTEST(rowCostText(conversation), "text");
    }

private:
    ChatSession *ask(const QString &prompt)
    {
        ChatSession *session = m_workspace->newSession(flashSettings());
        const std::optional<Error> refused = sendAndWait(*session, prompt);
        return refused ? nullptr : session;
    }

    [[nodiscard]] QStringList titles() const
    {
        QStringList result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result += m_model->index(row).data().toString();
        return result;
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConversationListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

PENNYWORTH_TEST(ConversationListModelTest)

#include "tst_conversationlistmodel.moc"
