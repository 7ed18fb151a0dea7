// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pseudolanguage.h"

#include "chat/workspace.h"
#include "conversations/conversationlist.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The window in a language that marks every translated sentence: what is not marked was not given
/// to the translators. What the test says itself are words that begin with "zq".
class PseudoLanguageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_language));
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_room->providers.add(m_room->providers.demonstration(1));
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
        m_room.reset();
        m_themed.reset();
        QCoreApplication::removeTranslator(&m_language);
    }

    void marksWhatIsTranslated()
    {
        QCOMPARE(PseudoLanguage::tr("Send %n"), u"⟦Šéñd %n~~⟧"_s);
        QCOMPARE(outsideOfPseudoLanguage(u"a ⟦b ⟦c⟧ d⟧ e"_s), u"a  e"_s);
        const QStringList found = untranslated(
            u"⟦x⟧ deepseek-flash $1.20 zqTitle Hard coded"_s, namesIn(m_room->providers));
        QCOMPARE(found, (QStringList{u"Hard"_s, u"coded"_s}));
    }

    void anEmptyConversationIsTranslated() { QCOMPARE(hardCoded(), QString()); }

    void anAnswerIsTranslated()
    {
        answerWith([](ScriptedStream &stream) {
            stream.leave();
            stream.think(u"zqThought."_s);
            stream.say(u"zqAnswer.\n\n```sh\nzqcode\n```\n"_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        QCOMPARE(hardCoded(), QString());
    }

    void aGrowingAnswerIsTranslated()
    {
        ask();
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"zqBegun"_s);
        QTRY_VERIFY(child<QPushButton>(*m_window, "stopButton")->isVisible());
        QCOMPARE(hardCoded(), QString());
        m_room->transport.stream()->complete();
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
    }

    void aFailureIsTranslated_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("the key is refused") << ErrorKind::WrongKey;
        QTest::newRow("no money is left") << ErrorKind::InsufficientBalance;
        QTest::newRow("too many requests") << ErrorKind::RateLimited;
    }

    void aFailureIsTranslated()
    {
        QFETCH(ErrorKind, kind);
        answerWith([kind](ScriptedStream &stream) {
            stream.leave();
            stream.fail({.kind = kind, .detail = u"zqdetail"_s});
        });
        QCOMPARE(hardCoded(), QString());
    }

    void aNarrowWindowIsTranslated()
    {
        m_window->resize(800, 600);
        QTRY_VERIFY(!child<QWidget>(*m_window, "pricingPanel")->isVisible());
        QCOMPARE(hardCoded(), QString());
    }

    void barsAndMenusAreTranslated()
    {
        answerWith([](ScriptedStream &stream) {
            stream.leave();
            stream.say(u"zqAnswer."_s);
            stream.report({.prompt = 30, .cacheHit = 10, .cacheMiss = 20, .completion = 5});
            stream.complete();
        });
        const QList<QMenu *> menus = m_window->findChildren<QMenu *>();
        for (QMenu *menu : menus)
            emit menu->aboutToShow();
        auto *list = child<ConversationList>(*m_window, "conversationList");
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(list, &event);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(hardCoded(), QString());
        QApplication::activePopupWidget()->close();
        QTest::keyClick(list, Qt::Key_Delete); // its bar offers to undo
        QCOMPARE(hardCoded(), QString());
    }

private:
    void ask()
    {
        auto *editor = child<QPlainTextEdit>(*m_window, "composer");
        QTest::keyClicks(editor, u"zqQuestion"_s);
        QTest::keyClick(editor, Qt::Key_Return);
    }

    void answerWith(const std::function<void(ScriptedStream &)> &answer)
    {
        m_room->transport.setScript([answer](ScriptedStream &stream, int) { answer(stream); });
        ask();
        QTRY_VERIFY(!m_room->transport.posts().isEmpty());
        QTRY_VERIFY(child<QPushButton>(*m_window, "sendButton")->isVisible());
        QTRY_VERIFY(!m_room->transport.stream());
    }

    [[nodiscard]] QString hardCoded() const { return hardCodedTexts(namesIn(m_room->providers)); }

    PseudoLanguage m_language;
    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

PENNYWORTH_TEST(PseudoLanguageTest)

#include "tst_pseudolanguage.moc"
