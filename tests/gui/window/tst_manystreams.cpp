// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "chat/workspace.h"
#include "conversations/conversationlist.h"
#include "conversations/conversationlistmodel.h"
#include "simulator/demonstration.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The window over real HTTP, with several conversations that stream at the same time.
class ManyStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Result<quint16> port = m_service.start(100);
        QVERIFY(port.hasValue());
        m_room.providers.add(m_room.providers.demonstration(*port));
        m_workspace = std::make_unique<Workspace>(Services{.store = *m_room.store,
            .keys = m_room.keys,
            .transport = m_transport,
            .prices = m_room.prices,
            .providers = m_room.providers,
            .clock = m_room.clock});
        m_window = std::make_unique<MainWindow>(
            m_themed.theme, m_themed.settings, *m_workspace, StartWith::Demonstration);
        m_window->start();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void cleanupTestCase()
    {
        m_window->close();
        m_window.reset();
        m_workspace.reset();
    }

    void threeAtOnceAndSwitchingNeverWaits()
    {
        const QStringList prompts{u"First question"_s, u"Second question"_s, u"Third question"_s};
        for (const QString &prompt : prompts) {
            press(Qt::Key_N);
            QTest::keyClicks(editor(), prompt);
            QTest::keyClick(editor(), Qt::Key_Return);
            QTRY_COMPARE(title(), prompt);
            m_room.clock.advance(std::chrono::seconds(1));
        }
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QTRY_COMPARE(rowsThat(ConversationListModel::StreamingRole), 3);

        // What streams is there at once, without a turn of the event loop.
        press(Qt::Key_PageDown);
        QCOMPARE(title(), u"Second question"_s);
        QVERIFY(editor()->isEnabled());
        press(Qt::Key_PageDown);
        QCOMPARE(title(), u"First question"_s);
        QTest::keyClicks(editor(), u"a draft"_s);
        press(Qt::Key_PageUp);
        QCOMPARE(title(), u"Second question"_s);
        QCOMPARE(editor()->toPlainText(), QString());
        press(Qt::Key_PageDown);
        QCOMPARE(editor()->toPlainText(), u"a draft"_s);

        QTRY_COMPARE_WITH_TIMEOUT(rowsThat(ConversationListModel::StreamingRole), 0, 60'000);
        QTRY_COMPARE(rowsThat(ConversationListModel::UnreadRole), 2); // all but the shown one
        for (int row = 0; row < 3; ++row)
            QCOMPARE(
                list()->model()->index(row, 0).data(ConversationListModel::CostRole).toString(),
                u"demo"_s);
    }

    void closingWhileOneStreamsAsksNothing()
    {
        press(Qt::Key_N);
        QTest::keyClicks(editor(), u"A question"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(rowsThat(ConversationListModel::StreamingRole), 1);
        QVERIFY(m_window->close());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

private:
    void press(Qt::Key key)
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key,
            Qt::ControlModifier);
    }

    [[nodiscard]] int rowsThat(ConversationListModel::Role role)
    {
        int count = 0;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            count += list()->model()->index(row, 0).data(role).toBool() ? 1 : 0;
        return count;
    }

    [[nodiscard]] QString title() { return child<QLabel>(*m_window, "conversationTitle")->text(); }
    [[nodiscard]] QPlainTextEdit *editor() { return child<QPlainTextEdit>(*m_window, "composer"); }
    [[nodiscard]] ConversationList *list()
    {
        return child<ConversationList>(*m_window, "conversationList");
    }

    Themed m_themed;
    ChatRoom m_room;
    Transport m_transport;
    Demonstration m_service{m_room.prices};
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

PENNYWORTH_TEST(ManyStreamsTest)

#include "tst_manystreams.moc"
