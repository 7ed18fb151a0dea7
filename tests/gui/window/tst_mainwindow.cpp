// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "chat/workspace.h"
#include "conversations/conversationlist.h"
#include "conversations/conversationlistmodel.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QClipboard>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The whole window over a real store and a scripted network, driven by names and keys.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_earlyError.reset();
        m_room->providers.add(m_room->providers.demonstration(1));
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well, **that** depends."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        open();
    }

    void cleanup()
    {
        close();
        m_room.reset();
        m_themed.reset();
    }

    void takesAPromptAndShowsItsCost()
    {
        ask(u"Why is the sky blue?"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_COMPARE(label("conversationCost"), u"$0.00060"_s);
        QCOMPARE(label("conversationTitle"), u"Why is the sky blue?"_s);
        QCOMPARE(child<QPushButton>(*m_window, "modelButton")->text(), u"deepseek-flash"_s);
        QCOMPARE(list()->currentIndex().row(), 0);
        QVERIFY(editor()->hasFocus());
    }

    void keysSwitchConversations()
    {
        ask(u"First"_s);
        m_room->clock.advance(std::chrono::minutes(1));
        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(label("conversationTitle"), u"New chat"_s);
        ask(u"Second"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE(label("conversationTitle"), u"First"_s);
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(label("conversationTitle"), u"Second"_s);
    }

    void escapeStops()
    {
        m_room->transport.setScript({});
        QTest::keyClicks(editor(), u"Why?"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"Well"_s);
        QTRY_VERIFY(child<QPushButton>(*m_window, "stopButton")->isVisible());
        press(Qt::Key_Escape);
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QTRY_VERIFY(label("replyCost").startsWith(u"≈ "_s));
    }

    void copiesAndRegenerates()
    {
        ask(u"Why?"_s);
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Well, that depends."_s);
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_room->transport.posts().size(), 2);
        QTRY_COMPARE(label("conversationCost"), u"$0.0012"_s);
    }

    void panesComeAndGo()
    {
        auto *panel = child<QWidget>(*m_window, "pricingPanel");
        QVERIFY(panel->isVisible());
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!panel->isVisible());
        child<QPushButton>(*m_window, "showPanelButton")->click();
        QVERIFY(panel->isVisible());
        press(Qt::Key_F9);
        QVERIFY(!list()->isVisible());
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(list()->isVisible());
        QVERIFY(child<QLineEdit>(*m_window, "searchField")->hasFocus());
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(editor()->hasFocus());
    }

    void aNarrowWindowFoldsThePanelToALine()
    {
        auto *panel = child<QWidget>(*m_window, "pricingPanel");
        auto *strip = child<QAbstractButton>(*m_window, "pricingStrip");
        QVERIFY(strip->isHidden());
        m_window->resize(800, 600);
        QTRY_VERIFY(!panel->isVisible());
        QVERIFY(strip->isVisible());
        QVERIFY(strip->text().startsWith(u"off-peak"_s));
        QTest::mouseClick(strip, Qt::LeftButton);
        QVERIFY(panel->isVisible()); // over the conversation
        QTest::keyClick(child<QWidget>(*m_window, "pricingOverlay"), Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(editor()->hasFocus());
        m_window->resize(1200, 800);
        QTRY_VERIFY(panel->isVisible());
    }

    void theSidebarOfANarrowWindowIsADrawer()
    {
        const int before = list()->width();
        m_window->resize(600, 600);
        QTRY_VERIFY(!list()->isVisible());
        const QPoint composer = editor()->mapTo(m_window.get(), QPoint());
        press(Qt::Key_F9);
        QVERIFY(list()->isVisible());
        QVERIFY(list()->hasFocus());
        QCOMPARE(editor()->mapTo(m_window.get(), QPoint()), composer); // it lies over the rest
        press(Qt::Key_Escape);
        QTRY_VERIFY(!list()->isVisible());
        QVERIFY(editor()->hasFocus());

        child<QPushButton>(*m_window, "showSidebarButton")->click();
        QVERIFY(list()->isVisible());
        QTest::mouseClick(m_window->childAt(590, 300), Qt::LeftButton);
        QTRY_VERIFY(!list()->isVisible());

        m_window->resize(1280, 820);
        QTRY_VERIFY(list()->isVisible());
        QCOMPARE(list()->width(), before);
    }

    void startsFreshWithWhatIsWritten()
    {
        ask(u"First"_s);
        QTest::keyClicks(editor(), u"half a thou"_s);
        // Shown only once the context is nearly full.
        child<QPushButton>(*m_window, "startFreshButton")->click();
        QCOMPARE(label("conversationTitle"), u"New chat"_s);
        QCOMPARE(editor()->toPlainText(), u"half a thou"_s);
        const ConversationId first = m_workspace->conversations().constFirst().id;
        QTRY_VERIFY(awaited(m_room->store->conversation(first))->draft.isEmpty());
    }

    void filesCanBeDroppedOnTheConversation()
    {
        QFile file(m_room->home.filePath(u"notes.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Notes\n");
        file.close();
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(file.fileName())});
        QWidget *pane = child<QWidget>(*m_window, "attachments");
        while (!pane->acceptDrops())
            pane = pane->parentWidget();
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &files, Qt::LeftButton, {});
        static_cast<QObject *>(pane)->event(
            &drop); // QApplication wants a drag of its own before it
        QTRY_COMPARE(m_window->findChildren<QWidget *>(u"attachment"_s).size(), 1);
        QTest::keyClick(editor(), Qt::Key_Backspace); // takes it out again
        QTRY_VERIFY(m_window->findChildren<QWidget *>(u"attachment"_s).isEmpty());
    }

    void whatWasWrittenInANewConversationOutlivesTheWindow()
    {
        QTest::keyClicks(editor(), u"half a thou"_s);
        close();
        m_room->reopenStore();
        open();
        QTRY_COMPARE(editor()->toPlainText(), u"half a thou"_s);
    }

    void typingFiltersTheList()
    {
        ask(u"Kernel bisect notes"_s);
        press(Qt::Key_N, Qt::ControlModifier);
        ask(u"Trip plan"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        auto *search = child<QLineEdit>(*m_window, "searchField");
        QTest::keyClicks(search, u"kern"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(label("conversationTitle"), u"Trip plan"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(label("conversationTitle"), u"Kernel bisect notes"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void deletingCanBeUndone()
    {
        ask(u"Keep me"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(child<QWidget>(*m_window, "trashButton")->isHidden());
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QCOMPARE(label("undoText"), u"Moved “Keep me” to the Trash."_s);
        QTRY_VERIFY(child<QWidget>(*m_window, "trashButton")->isVisible());
        list()->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_COMPARE(label("conversationTitle"), u"Keep me"_s);
        QTRY_VERIFY(child<QWidget>(*m_window, "trashButton")->isHidden());
    }

    void theTrashGivesBackAndDeletesForEver()
    {
        ask(u"First"_s);
        press(Qt::Key_N, Qt::ControlModifier);
        ask(u"Second"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE(label("conversationTitle"), u"First"_s);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QTRY_VERIFY(child<QWidget>(*m_window, "trashButton")->isVisible());
        child<QPushButton>(*m_window, "trashButton")->click();
        auto *trash = child<QDialog>(*m_window, "trashWindow");
        auto *deleted = child<QListWidget>(*trash, "trashList");
        QTRY_COMPARE(deleted->count(), 2);
        QVERIFY(deleted->item(0)->text().contains(u"30 day"_s));
        const bool firstOnTop = deleted->item(0)->text().startsWith(u"First"_s);
        child<QPushButton>(*trash, "restoreButton")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_COMPARE(deleted->count(), 1);
        QCOMPARE(
            list()->model()->index(0, 0).data().toString(), firstOnTop ? u"First"_s : u"Second"_s);
        child<QPushButton>(*trash, "deleteForEverButton")->click();
        child<QPushButton>(*trash, "confirmRemovalButton")->click();
        QTRY_COMPARE(deleted->count(), 0);
        QVERIFY(awaited(m_workspace->trash())->isEmpty());
    }

    void afterThirtyDaysTheTrashIsEmptied()
    {
        ask(u"Old"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(awaited(m_workspace->trash())->size(), 1);
        m_room->clock.advance(Workspace::kTrashDays);
        close();
        m_room->reopenStore();
        open();
        QCOMPARE(awaited(m_workspace->trash())->size(), 1); // to the day, but not a moment less
        close();
        m_room->clock.advance(std::chrono::seconds(1));
        m_room->reopenStore();
        open();
        QTRY_VERIFY(awaited(m_workspace->trash())->isEmpty());
    }

    void theSwitcherOpensByTitle()
    {
        ask(u"Kernel bisect notes"_s);
        press(Qt::Key_N, Qt::ControlModifier);
        ask(u"Trip plan"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(child<QLineEdit>(*m_window, "switcherField"), u"kbn"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(label("conversationTitle"), u"Kernel bisect notes"_s);
        QTRY_COMPARE(m_window->windowTitle(), u"Kernel bisect notes — Pennyworth"_s);
        QVERIFY(editor()->hasFocus());
    }

    void whatEndsUnseenIsMarkedOverARestart()
    {
        m_room->transport.setScript({});
        QTest::keyClicks(editor(), u"Slow"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"Well"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_VERIFY(is(ConversationListModel::StreamingRole));
        press(Qt::Key_N, Qt::ControlModifier);
        m_room->transport.stream()->complete();
        QTRY_VERIFY(is(ConversationListModel::UnreadRole));
        QVERIFY(!is(ConversationListModel::StreamingRole));
        close();
        m_room->reopenStore();
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(is(ConversationListModel::UnreadRole) || label("conversationTitle") == u"Slow"_s);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(!is(ConversationListModel::UnreadRole));
    }

    void theLastConversationComesBackWithItsDraft()
    {
        ask(u"Remember me"_s);
        QTest::keyClicks(editor(), u"half a thou"_s);
        m_window->resize(1100, 700);
        close();
        m_room->reopenStore();
        open();
        QTRY_COMPARE(label("conversationTitle"), u"Remember me"_s);
        QTRY_COMPARE(editor()->toPlainText(), u"half a thou"_s);
        QCOMPARE(m_window->size(), QSize(1100, 700));
        QTRY_COMPARE(label("conversationCost"), u"$0.00060"_s);
    }

    void anEarlyErrorLeavesTheLastConversation()
    {
        ask(u"Remember me"_s);
        close();
        m_room->reopenStore();
        m_earlyError = Error{.kind = ErrorKind::FileFailed, .detail = u"services.json"_s};
        open();
        QTRY_COMPARE(label("conversationTitle"), u"Remember me"_s);
    }

    void aModelIsChosenFromTheMenu()
    {
        QMenu *menu = child<QPushButton>(*m_window, "modelButton")->menu();
        emit menu->aboutToShow();
        QAction *pro = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text() == u"DeepSeek V4 Pro\tdeepseek-v4-pro"_s)
                pro = action;
        }
        QVERIFY(pro);
        pro->trigger();
        QCOMPARE(child<QPushButton>(*m_window, "modelButton")->text(), u"deepseek-v4-pro"_s);
        QVERIFY(!label("priceNow").contains(u"Output $0.60"_s));
        QCOMPARE(m_themed->settings.model(), u"deepseek-v4-pro"_s);
    }

    void aStoreThatDoesNotOpenIsSaidInPlace()
    {
        m_window->showError({.kind = ErrorKind::StoreNewer});
        QVERIFY(label("messageBarText")
                    .startsWith(u"The database was written by a newer Pennyworth."_s));
        QTest::keyClicks(editor(), u"still here"_s);
        QCOMPARE(editor()->toPlainText(), u"still here"_s);
    }

    void settingsAndTheirPagesAreAskedForByKeys()
    {
        QSignalSpy requested(m_window.get(), &MainWindow::settingsRequested);
        press(Qt::Key_Comma, Qt::ControlModifier);
        press(Qt::Key_F1);
        QCOMPARE(requested.size(), 2);
        QCOMPARE(requested.at(0).constFirst().value<SettingsTopic>(), SettingsTopic::Services);
        QCOMPARE(requested.at(1).constFirst().value<SettingsTopic>(), SettingsTopic::Keyboard);
    }

    void aServiceChosenInTheSettingsAnswersFromThenOn()
    {
        m_window->useService(u"openai"_s, u"gpt-5-mini"_s);
        QCOMPARE(child<QPushButton>(*m_window, "modelButton")->text(), u"gpt-5-mini"_s);
        QCOMPARE(m_themed->settings.provider(), u"openai"_s);
    }

    void anotherSendKeyTakesEffectAtOnce()
    {
        m_themed->settings.setSendKey(SendKey::ControlEnter);
        m_window->applySettings();
        QTest::keyClicks(editor(), u"one"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(m_room->transport.posts().isEmpty());
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
    }

    void everyControlHasAName()
    {
        ask(u"Why?"_s);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool isReached = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
            if (isReached && !widget->parentWidget()->inherits("QLineEdit"))
                QVERIFY2(!widget->accessibleName().isEmpty(),
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                        + widget->objectName()));
        }
    }

    void withoutAKeyTheDemonstrationAnswers()
    {
        close();
        qunsetenv("DEEPSEEK_API_KEY");
        m_room->reopenStore();
        open();
        QCOMPARE(label("serviceMark"), u"Demonstration"_s);
        QVERIFY(child<QLineEdit>(*m_window, "keyField")->isVisible());
        QCOMPARE(m_demonstrations, 1);
        ask(u"Why?"_s);
        QTRY_COMPARE(label("conversationCost"), u"$0.00060"_s);
        QCOMPARE(label("conversationCostRemark"), u"demonstration, nothing is charged"_s);
    }

private:
    void open()
    {
        m_demonstrations = 0;
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_window = std::make_unique<MainWindow>(
            m_themed->theme, m_themed->settings, *m_workspace, StartWith::LatestChoice);
        connect(
            m_window.get(), &MainWindow::demonstrationNeeded, this, [this] { ++m_demonstrations; });
        if (m_themed->settings.windowGeometry().isEmpty())
            m_window->resize(
                1280, 820); // the first size is bounded by the screen, which is small here
        if (m_earlyError)
            m_window->showError(*m_earlyError);
        m_window->start();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void close()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_workspace.reset();
    }

    void ask(const QString &prompt)
    {
        const qsizetype sent = m_room->transport.posts().size();
        QTest::keyClicks(editor(), prompt);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(m_room->transport.posts().size(), sent + 1);
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QTRY_VERIFY(!label("replyCost").startsWith(u'–'));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(
            m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key, modifiers);
    }

    [[nodiscard]] bool is(ConversationListModel::Role role)
    {
        return list()->model()->index(0, 0).data(role).toBool();
    }

    [[nodiscard]] QString label(const char *name) { return child<QLabel>(*m_window, name)->text(); }
    [[nodiscard]] QPlainTextEdit *editor() { return child<QPlainTextEdit>(*m_window, "composer"); }
    [[nodiscard]] ConversationList *list()
    {
        return child<ConversationList>(*m_window, "conversationList");
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    int m_demonstrations = 0;
    std::optional<Error> m_earlyError;
};

PENNYWORTH_TEST(MainWindowTest)

#include "tst_mainwindow.moc"
