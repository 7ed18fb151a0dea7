// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/datatrash.h"
#include "chat/servicebook.h"
#include "chat/workspace.h"
#include "conversations/conversationlist.h"
#include "environment/paths.h"
#include "settings/settingswindow.h"
#include "support/chatroom.h"
#include "support/pseudolanguage.h"
#include "support/testregistry.h"
#include "support/themed.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"
#include "window/exchangedialog.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Every place that one reaches from the window, in a language that marks what was translated.
class PseudoPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_language));
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_room->providers.add(m_room->providers.demonstration(1));
        m_paths = std::make_unique<Paths>(m_room->home.path());
        m_removed = std::make_unique<DataTrash>(*m_paths, m_room->clock);
        m_book = std::make_unique<ServiceBook>(m_room->providers, m_paths->servicesFile());
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_window = std::make_unique<MainWindow>(
            m_themed->theme, m_themed->settings, *m_workspace, StartWith::LatestChoice);
        m_window->resize(1280, 820);
        m_window->start();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
        m_book.reset();
        m_removed.reset();
        m_paths.reset();
        m_room.reset();
        m_themed.reset();
        QCoreApplication::removeTranslator(&m_language);
    }

    void thePagesOfTheSettings()
    {
        SettingsWindow settings({.theme = m_themed->theme,
            .settings = m_themed->settings,
            .workspace = *m_workspace,
            .services = *m_book,
            .trash = *m_removed,
            .paths = *m_paths,
            .window = *m_window});
        auto *pages = child<QListWidget>(settings, "settingsPages");
        settings.showTopic(SettingsTopic::Services);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            QCOMPARE(hardCoded(), QString());
        }
        settings.showTopic(SettingsTopic::Services);
        child<QPushButton>(settings, "addServiceButton")->click();
        QCOMPARE(hardCoded(), QString());
        child<QPushButton>(settings, "deleteEverythingButton")->click();
        settings.showTopic(SettingsTopic::About);
        child<QPushButton>(settings, "showLicenceButton")->click();
        QCOMPARE(hardCoded(), QString());
    }

    void theQuickSwitcher()
    {
        answer(u"zqAnswer."_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(child<QWidget>(*m_window, "quickSwitcher")->isVisible());
        QCOMPARE(hardCoded(), QString());
        QTest::keyClicks(QApplication::focusWidget(), u"zqnothing"_s);
        QCOMPARE(hardCoded(), QString());
    }

    void theMenuOfAMessage_data()
    {
        QTest::addColumn<int>("row");
        QTest::newRow("of a prompt") << 0;
        QTest::newRow("of an answer") << 1;
    }

    void theMenuOfAMessage()
    {
        QFETCH(int, row);
        answer(u"zqAnswer."_s);
        emit view()->menuRequested(view()->model()->row(row).id, QPoint());
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(hardCoded(), QString());
        QApplication::activePopupWidget()->close();
    }

    void theMenuOfTheConversation()
    {
        answer(u"zqAnswer."_s);
        child<QPushButton>(*m_window, "conversationMenuButton")->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(hardCoded(), QString());
        QApplication::activePopupWidget()->close();
        m_window->findChild<QAction *>(u"parametersAction"_s)->trigger();
        QTRY_VERIFY(m_window->findChild<QDialog *>(u"parametersDialog"_s));
        QCOMPARE(hardCoded(), QString());
    }

    void theTrash()
    {
        answer(u"zqAnswer."_s);
        QTest::keyClick(child<ConversationList>(*m_window, "conversationList"), Qt::Key_Delete);
        auto *button = child<QPushButton>(*m_window, "trashButton");
        QTRY_VERIFY(button->isVisible());
        button->click();
        auto *list = child<QListWidget>(*m_window, "trashList");
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(hardCoded(), QString());
        list->selectAll();
        child<QPushButton>(*m_window, "deleteForEverButton")->click(); // asks
        QCOMPARE(hardCoded(), QString());
    }

    void theFiguresOfAnAnswer()
    {
        answer(u"zqAnswer."_s);
        emit view()->actionRequested(view()->model()->row(1).id, MessageAction::ShowFigures);
        QTRY_VERIFY(m_window->findChild<QDialog *>(u"figuresDialog"_s));
        QCOMPARE(hardCoded(), QString());
    }

    void theRequestAndItsResponse()
    {
        answer(u"zqAnswer."_s);
        emit view()->actionRequested(view()->model()->row(1).id, MessageAction::ShowExchange);
        QTRY_VERIFY(m_window->findChild<ExchangeDialog *>());
        QSignalSpy shown(m_window->findChild<ExchangeDialog *>(), &ExchangeDialog::shown);
        QVERIFY(shown.wait());
        QCOMPARE(hardCoded(), QString());
    }

    void findingInTheConversation()
    {
        answer(u"zqAnswer."_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(child<QWidget>(*m_window, "findBar")->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"zq"_s);
        QCOMPARE(hardCoded(), QString());
        QTest::keyClicks(QApplication::focusWidget(), u"nothing"_s);
        QCOMPARE(hardCoded(), QString());
    }

    void theOutlineOfALongAnswer()
    {
        m_window->resize(1800, 820);
        QString text;
        for (int i = 0; i < 12; ++i)
            text += u"## zqHeading\n\n"_s + u"zqword "_s.repeated(200) + u"\n\n"_s;
        answer(text);
        QTRY_VERIFY(m_window->findChild<QListWidget *>(u"headingOutline"_s)->isVisible());
        QCOMPARE(hardCoded(), QString());
    }

    void whereAKeyIsAskedFor()
    {
        answer(u"zqAnswer."_s);
        emit view()->remedyRequested(view()->model()->row(1).id, Remedy::SetKey);
        auto *field = child<QLineEdit>(*m_window, "keyField");
        QTRY_VERIFY(field->isVisible());
        QCOMPARE(hardCoded(), QString());
        m_room->transport.setDocument(
            u"/models"_s, Error{.kind = ErrorKind::WrongKey, .detail = u"zqdetail"_s});
        QTest::keyClicks(field, u"zqkey"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(field->isEnabled());
        QCOMPARE(hardCoded(), QString());
    }

    void whatCanBeDoneAboutAFullContext()
    {
        answer(u"zqAnswer."_s, 950'000);
        answer(u"zqAnswer."_s, 950'000);
        QTRY_VERIFY(child<QWidget>(*m_window, "contextNotice")->isVisible());
        QCOMPARE(hardCoded(), QString());
        child<QPushButton>(*m_window, "leaveOutButton")->click();
        QTRY_VERIFY(m_window->findChild<QDialog *>(u"contextDialog"_s));
        QCOMPARE(hardCoded(), QString());
        m_window->findChild<QDialog *>(u"contextDialog"_s)->close();
        child<QPushButton>(*m_window, "summariseButton")->click();
        QTRY_VERIFY(child<QPushButton>(*m_window, "undoButton")->isVisible());
        QCOMPARE(hardCoded(), QString());
    }

    void theDrawerOfANarrowWindow()
    {
        answer(u"zqAnswer."_s);
        m_window->resize(600, 600);
        auto *list = child<ConversationList>(*m_window, "conversationList");
        QTRY_VERIFY(!list->isVisible());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F9);
        QVERIFY(list->isVisible());
        QCOMPARE(hardCoded(), QString());
    }

private:
    void answer(const QString &text, qint64 promptTokens = 3000)
    {
        m_room->transport.setScript([text, promptTokens](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(text);
            stream.report(
                {.prompt = promptTokens, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        auto *editor = child<QPlainTextEdit>(*m_window, "composer");
        const qsizetype before = m_room->transport.posts().size();
        QTest::keyClicks(editor, u"zqQuestion"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_room->transport.posts().size(), before + 1);
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QTRY_VERIFY(!m_room->transport.stream());
    }

    [[nodiscard]] TranscriptView *view() { return child<TranscriptView>(*m_window, "transcript"); }

    [[nodiscard]] QString hardCoded() const
    {
        QStringList names = namesIn(m_room->providers);
        names += {u"English"_s, u"简体中文"_s, u"Qt"_s, u"Charts"_s, u"QtKeychain"_s,
            u"cmark-gfm"_s, u"SQLite"_s, u"MathJax"_s, u"highlight.js"_s, u"LGPL-3.0-only"_s,
            u"GPL-3.0-only"_s, u"BSD-3-Clause"_s, u"BSD-2-Clause"_s, u"blessing"_s, u"Apache-2.0"_s,
            u"X-Title:"_s};
        // Addresses, what the service wrote, and what the system says about a day.
        names += {u"qt.io"_s, u"github.com/frankosterfeld/qtkeychain"_s,
            u"github.com/github/cmark-gfm"_s, u"sqlite.org"_s, u"mathjax.org"_s,
            u"highlightjs.org"_s, u"deepseek-flash/USD/2026-10-17"_s, u"stop"_s, u"Nov"_s};
        return hardCodedTexts(names);
    }

    PseudoLanguage m_language;
    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Paths> m_paths;
    std::unique_ptr<DataTrash> m_removed;
    std::unique_ptr<ServiceBook> m_book;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

PENNYWORTH_TEST(PseudoPlacesTest)

#include "tst_pseudoplaces.moc"
