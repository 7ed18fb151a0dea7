// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/contextcommands.h"

#include "chat/workspace.h"
#include "composer/composer.h"
#include "composer/summary.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"
#include "window/conversationpane.h"
#include "window/undobar.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// What can be done about a context that is nearly full, in a real pane.
class ContextCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        answerWith({.prompt = 920'000, .cacheMiss = 920'000, .completion = 500});
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_pane =
            std::make_unique<ConversationPane>(m_themed->theme, m_themed->settings, *m_workspace);
        m_pane->resize(800, 700);
        m_pane->show();
        m_session = m_workspace->newSession(flashSettings());
        m_pane->setSession(m_session);
        m_pane->composer().setRate({}, {},
            m_room->prices.quote(u"deepseek"_s, u"deepseek-flash"_s, m_room->clock.now(), kUsd)
                .value());
        ask(u"One?"_s);
        ask(u"Two?"_s);
    }

    void cleanup()
    {
        m_pane.reset();
        m_workspace.reset();
        m_room.reset();
        m_themed.reset();
    }

    void aSummaryIsOfferedWithItsCost()
    {
        QTRY_VERIFY(child<QWidget>(*m_pane, "contextNotice")->isVisible());
        const QString words = button("summariseButton")->text();
        QVERIFY2(words.startsWith(u"Summarise · "_s) && words.contains(u'$'), qPrintable(words));
        emit menu()->aboutToShow();
        auto *action = m_pane->findChild<QAction *>(u"summariseAction"_s);
        QVERIFY(action->isEnabled());
        QVERIFY(action->text().startsWith(u"Summarise earlier messages · "_s));
    }

    void aSummaryTakesThePlaceOfWhatWasSaid()
    {
        QTest::keyClicks(editor(), u"half a thought"_s);
        answerWith({.prompt = 920'000, .cacheMiss = 920'000, .completion = 500});
        button("summariseButton")->click();
        QTRY_VERIFY(m_session->contextStart().isValid());
        QCOMPARE(editor()->toPlainText(), u"half a thought"_s);
        const MessageRow &asked = rows().row(4);
        QCOMPARE(asked.speaker, u"You, for a summary"_s);
        QCOMPARE(asked.text, summaryPrompt());
        QCOMPARE(asked.note, u"The summary below is sent in place of the messages above"_s);
        QVERIFY(!rows().row(5).cost.isEmpty());
        QTRY_VERIFY(!child<QWidget>(*m_pane, "contextNotice")->isVisible());
    }

    void theSummaryCanBeUndone()
    {
        button("summariseButton")->click();
        QTRY_VERIFY(m_pane->undoBar().isOffering());
        QVERIFY(m_session->contextStart().isValid());
        m_pane->undoBar().undo();
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(rows().row(4).note.isEmpty());
        QCOMPARE(m_session->branch().size(), 6); // it stays as something that was said
    }

    void whatFailedStandsInItsPlace()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail({.kind = ErrorKind::InsufficientBalance});
        });
        button("summariseButton")->click();
        QTRY_VERIFY(rows().rowCount() == 6 && rows().row(5).problem);
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(!m_pane->undoBar().isOffering());
    }

    void whatIsStoppedStandsForNothing()
    {
        m_room->transport.setScript({});
        button("summariseButton")->click();
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->leave();
        m_room->transport.stream()->say(u"We spoke of"_s);
        QTRY_VERIFY(button("stopButton")->isVisible());
        button("stopButton")->click();
        QTRY_VERIFY(button("sendButton")->isVisible());
        QVERIFY(!m_session->contextStart().isValid());
        QCOMPARE(rows().row(5).text, u"We spoke of"_s);
    }

    void whatDoesNotFitCannotBeSummarised()
    {
        answerWith({.prompt = 1'100'000, .cacheMiss = 1'100'000, .completion = 500});
        ask(u"Three?"_s);
        QTRY_COMPARE(child<QLabel>(*m_pane, "contextWords")->text(),
            u"The prompt is longer than the model's context. Nothing is left out unless you say "
            "so."_s);
        QVERIFY(!button("summariseButton")->isVisible());
        QVERIFY(button("leaveOutButton")->isVisible());
    }

private:
    void answerWith(const Usage &usage)
    {
        m_room->transport.setScript([this, usage](ScriptedStream &stream, int) {
            stream.leave();
            m_room->clock.advance(std::chrono::seconds(1));
            stream.say(u"Well."_s);
            stream.report(usage);
            stream.complete();
        });
    }

    void ask(const QString &prompt)
    {
        QSignalSpy ended(m_session, &ChatSession::replyFinished);
        QTest::keyClicks(editor(), prompt);
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(ended.wait());
    }

    [[nodiscard]] QPlainTextEdit *editor() { return child<QPlainTextEdit>(*m_pane, "composer"); }
    [[nodiscard]] QPushButton *button(const char *name)
    {
        return child<QPushButton>(*m_pane, name);
    }
    [[nodiscard]] QMenu *menu() { return button("conversationMenuButton")->findChild<QMenu *>(); }
    [[nodiscard]] const MessageListModel &rows()
    {
        return *child<TranscriptView>(*m_pane, "transcript")->model();
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConversationPane> m_pane;
    ChatSession *m_session = nullptr;
};

PENNYWORTH_TEST(ContextCommandsTest)

#include "tst_contextcommands.moc"
