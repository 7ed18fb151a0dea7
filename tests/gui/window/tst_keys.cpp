// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/workspace.h"
#include "conversations/conversationlist.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Every key of the window, wherever the focus is, and a walk that needs nothing but keys.
class KeysTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_room->providers.add(m_room->providers.demonstration(1));
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_window = std::make_unique<MainWindow>(
            m_themed->theme, m_themed->settings, *m_workspace, StartWith::LatestChoice);
        m_window->resize(1280, 820);
        m_window->start();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void cleanup()
    {
        m_window->close();
        m_window.reset();
        m_workspace.reset();
        m_room.reset();
        m_themed.reset();
    }

    void everyKeyWorksEverywhere_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::addColumn<QString>("key");
        const QStringList keys{u"Ctrl+N"_s, u"Ctrl+K"_s, u"Ctrl+F"_s, u"Ctrl+Shift+F"_s,
            u"Ctrl+PgDown"_s, u"Ctrl+PgUp"_s, u"Ctrl+L"_s, u"Ctrl+R"_s, u"Ctrl+Shift+C"_s,
            u"Ctrl+Shift+P"_s, u"F9"_s, u"Ctrl+,"_s, u"F1"_s, u"Ctrl+?"_s};
        for (const QString &focus : {u"composer"_s, u"conversationList"_s, u"transcript"_s,
                 u"searchField"_s, u"modelButton"_s}) {
            for (const QString &key : keys)
                QTest::newRow(qPrintable(key + u" in "_s + focus)) << focus << key;
        }
    }

    void everyKeyWorksEverywhere()
    {
        QFETCH(QString, focus);
        QFETCH(QString, key);
        for (const QString &prompt : {u"First"_s, u"Second"_s, u"Third"_s}) {
            press(u"Ctrl+N"_s);
            ask(prompt);
            m_room->clock.advance(std::chrono::minutes(1));
        }
        press(u"Ctrl+PgDown"_s);
        QTRY_COMPARE(title(), u"Second"_s);
        QTRY_COMPARE(view()->model()->rowCount(), 2);
        QApplication::clipboard()->clear();
        m_requested = std::make_unique<QSignalSpy>(m_window.get(), &MainWindow::settingsRequested);
        child<QWidget>(*m_window, focus.toLatin1().constData())->setFocus(Qt::TabFocusReason);
        press(key);
        QTRY_VERIFY(hasDone(key));
    }

    void aWalkWithoutTheMouse()
    {
        QVERIFY(editor()->hasFocus()); // one can write at once
        ask(u"First"_s);
        m_room->clock.advance(std::chrono::minutes(1));

        m_room->transport.setScript({});
        press(u"Ctrl+N"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Second"_s);
        press(u"Return"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"We"_s);
        QTRY_VERIFY(child<QPushButton>(*m_window, "stopButton")->isVisible());
        press(u"Esc"_s); // stops
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QVERIFY(editor()->hasFocus());

        press(u"Up"_s); // edits
        QVERIFY(child<QWidget>(*m_window, "editMark")->isVisible());
        press(u"Esc"_s);
        QVERIFY(!child<QWidget>(*m_window, "editMark")->isVisible());

        press(u"Ctrl+PgDown"_s); // switches
        QTRY_COMPARE(title(), u"First"_s);
        press(u"Ctrl+Shift+F"_s); // and deletes, from the list
        press(u"Down"_s);
        QVERIFY(list()->hasFocus());
        press(u"Del"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(child<QWidget>(*m_window, "undoBar")->isVisible());
        press(u"Ctrl+L"_s);
        press(u"Ctrl+Z"_s); // nothing was typed, so that this is what is undone
        QTRY_COMPARE(list()->model()->rowCount(), 2);
    }

    void escapeClosesWhatHasTheFocusFirst()
    {
        ask(u"First"_s);
        m_room->transport.setScript({});
        QTest::keyClicks(editor(), u"Second"_s);
        press(u"Return"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"We"_s);
        const auto *stop = child<QPushButton>(*m_window, "stopButton");
        QTRY_VERIFY(stop->isVisible());
        press(u"Ctrl+F"_s);
        QVERIFY(child<QWidget>(*m_window, "findBar")->isVisible());
        press(u"Esc"_s);
        QVERIFY(!child<QWidget>(*m_window, "findBar")->isVisible());
        press(u"Ctrl+L"_s);
        press(u"Up"_s);
        QVERIFY(child<QWidget>(*m_window, "editMark")->isVisible());
        press(u"Esc"_s);
        QVERIFY(!child<QWidget>(*m_window, "editMark")->isVisible());
        QVERIFY(stop->isVisible()); // it still streams
        press(u"Esc"_s);
        QTRY_VERIFY(!stop->isVisible());
    }

    void typingIsUndoneFirst()
    {
        ask(u"First"_s);
        list()->setFocus(Qt::TabFocusReason);
        press(u"Del"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        press(u"Ctrl+L"_s);
        QTest::keyClicks(editor(), u"abc"_s);
        press(u"Ctrl+Z"_s);
        QCOMPARE(editor()->toPlainText(), QString());
        QCOMPARE(list()->model()->rowCount(), 0);
        press(u"Ctrl+Z"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
    }

    void altUpWalksThroughWhatWasSent()
    {
        ask(u"First"_s);
        ask(u"Second"_s);
        press(u"Alt+Up"_s);
        QCOMPARE(editor()->toPlainText(), u"Second"_s);
        press(u"Alt+Up"_s);
        QCOMPARE(editor()->toPlainText(), u"First"_s);
        press(u"Alt+Down"_s);
        QCOMPARE(editor()->toPlainText(), u"Second"_s);
    }

    /// From the top left to the bottom right, as one reads.
    void tabGoesThroughTheWindowInOrder()
    {
        ask(u"First"_s);
        QStringList order;
        const QWidget *first = QApplication::focusWidget();
        constexpr int kMany = 100;
        for (int step = 0; step < kMany; ++step) {
            QWidget *at = QApplication::focusWidget();
            QVERIFY(at->isVisible());
            if (at->objectName() != order.value(order.size() - 1))
                order += at->objectName(); // the transcript has stops of its own
            QTest::keyClick(at, Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        const QStringList wanted{u"composer"_s, u"attachButton"_s, u"thinkingButton"_s,
            u"refreshBalanceButton"_s, u"newChatButton"_s, u"searchField"_s, u"conversationList"_s,
            u"modelButton"_s, u"conversationMenuButton"_s, u"transcript"_s};
        QCOMPARE(order.join(u' '), wanted.join(u' '));
    }

private:
    bool hasDone(const QString &key)
    {
        if (key == "Ctrl+N"_L1)
            return title() == "New chat"_L1 && editor()->hasFocus();
        if (key == "Ctrl+K"_L1)
            return child<QWidget>(*m_window, "quickSwitcher")->isVisible();
        if (key == "Ctrl+F"_L1)
            return child<QWidget>(*m_window, "findBar")->isVisible();
        if (key == "Ctrl+Shift+F"_L1)
            return child<QLineEdit>(*m_window, "searchField")->hasFocus();
        if (key == "Ctrl+PgDown"_L1)
            return title() == "First"_L1;
        if (key == "Ctrl+PgUp"_L1)
            return title() == "Third"_L1;
        if (key == "Ctrl+L"_L1)
            return editor()->hasFocus();
        if (key == "Ctrl+R"_L1)
            return m_room->transport.posts().size() == 4;
        if (key == "Ctrl+Shift+C"_L1)
            return QApplication::clipboard()->text() == "Well."_L1;
        if (key == "Ctrl+Shift+P"_L1)
            return !child<QWidget>(*m_window, "pricingPanel")->isVisible();
        if (key == "F9"_L1)
            return !list()->isVisible();
        const SettingsTopic topic =
            key == "Ctrl+,"_L1 ? SettingsTopic::Services : SettingsTopic::Keyboard;
        return m_requested->size() == 1
            && m_requested->constFirst().constFirst().value<SettingsTopic>() == topic;
    }

    void press(const QString &key)
    {
        QTest::keySequence(m_window->focusWidget(), QKeySequence(key));
    }

    void ask(const QString &prompt)
    {
        const qsizetype sent = m_room->transport.posts().size();
        QTest::keyClicks(m_window->focusWidget(), prompt);
        press(u"Return"_s);
        QTRY_COMPARE(m_room->transport.posts().size(), sent + 1);
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QTRY_COMPARE(title(), view()->model()->row(0).text);
    }

    [[nodiscard]] QString title() { return child<QLabel>(*m_window, "conversationTitle")->text(); }
    [[nodiscard]] QPlainTextEdit *editor() { return child<QPlainTextEdit>(*m_window, "composer"); }
    [[nodiscard]] ConversationList *list()
    {
        return child<ConversationList>(*m_window, "conversationList");
    }
    [[nodiscard]] TranscriptView *view() { return child<TranscriptView>(*m_window, "transcript"); }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QSignalSpy> m_requested;
};

PENNYWORTH_TEST(KeysTest)

#include "tst_keys.moc"
