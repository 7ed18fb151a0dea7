// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/workspace.h"
#include "composer/composer.h"
#include "domain/errortext.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"
#include "transcript/messagelistmodel.h"
#include "transcript/messagemenu.h"
#include "transcript/transcriptview.h"
#include "window/conversationpane.h"
#include "window/exchangedialog.h"
#include "window/messagecommands.h"
#include "window/undobar.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

#include <optional>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Everything one does with a message, in a real pane over a real store and a scripted network.
class MessageCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_answers = 0;
        m_room->transport.setScript([this](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Answer **%1**."_s.arg(++m_answers));
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_pane =
            std::make_unique<ConversationPane>(m_themed->theme, m_themed->settings, *m_workspace);
        m_pane->resize(800, 700);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_session = m_workspace->newSession(flashSettings());
        m_pane->setSession(m_session);
        m_pane->composer().focusEditor();
    }

    void cleanup()
    {
        m_pane.reset();
        m_workspace.reset();
        m_room.reset();
        m_themed.reset();
    }

    void editingAPromptMakesAFurtherVersion()
    {
        ask(u"One?"_s);
        QTest::keyClicks(editor(), u"half a thought"_s);
        press(0, TranscriptControl::Kind::Edit);
        QCOMPARE(editor()->toPlainText(), u"One?"_s);
        QVERIFY(child<QWidget>(*m_pane, "editMark")->isVisible());
        QTest::keyClicks(editor(), u" Really?"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(text(1), u"Answer **2**."_s);
        QCOMPARE(text(0), u"One? Really?"_s);
        QCOMPARE(view()->model()->row(0).actions.versions, 2);
        QCOMPARE(editor()->toPlainText(), u"half a thought"_s);
        QVERIFY(!child<QWidget>(*m_pane, "editMark")->isVisible());

        press(0, TranscriptControl::Kind::Previous);
        QCOMPARE(text(0), u"One?"_s);
        QCOMPARE(text(1), u"Answer **1**."_s);
        QTRY_COMPARE(awaited(m_room->store->conversation(m_session->id()))->currentLeaf,
            m_session->branch().constLast());
    }

    void upInAnEmptyComposerEditsTheLastPrompt()
    {
        ask(u"One?"_s);
        ask(u"Two?"_s);
        QTest::keyClick(editor(), Qt::Key_Up);
        QCOMPARE(editor()->toPlainText(), u"Two?"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(editor()->toPlainText(), QString());
        QVERIFY(!m_pane->composer().isEditing());
        QTest::keyClicks(editor(), u"x"_s);
        QTest::keyClick(editor(), Qt::Key_Up);
        QVERIFY(!m_pane->composer().isEditing());
    }

    void whatIsRefusedIsStillAnEdit()
    {
        ask(u"One?"_s);
        QTest::keyClick(editor(), Qt::Key_Up);
        QTest::keyClicks(editor(), u"!"_s);
        qunsetenv("DEEPSEEK_API_KEY");
        QSignalSpy refused(m_session, &ChatSession::refused);
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(refused.wait());
        QVERIFY(m_pane->composer().isEditing());
        QCOMPARE(editor()->toPlainText(), u"One?!"_s);
        QCOMPARE(m_session->branch().size(), 2);
        qputenv("DEEPSEEK_API_KEY", "sk-test");
    }

    void regeneratingKeepsTheOtherAnswer()
    {
        ask(u"One?"_s);
        ask(u"Two?"_s);
        choose(1, "regenerate");
        QTRY_COMPARE(text(1), u"Answer **3**."_s);
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(view()->model()->rowCount(), 2);
        press(1, TranscriptControl::Kind::Previous);
        QCOMPARE(view()->model()->rowCount(), 4); // with what followed it
        QCOMPARE(text(1), u"Answer **1**."_s);
    }

    void quotesTheMessageOrTheSelection()
    {
        ask(u"One?"_s);
        QTest::keyClicks(editor(), u"So?"_s);
        choose(1, "quote");
        QCOMPARE(editor()->toPlainText(), u"> Answer **1**.\n\nSo?"_s);
        QCOMPARE(m_pane->focusWidget(), editor());
        editor()->clear();
        view()->selectAll();
        choose(1, "quote");
        QCOMPARE(editor()->toPlainText(), u"> One?\n>\n> Answer **1**.\n\n"_s);
    }

    void copiesInTheFormAskedFor()
    {
        ask(u"One?"_s);
        choose(1, "copyMarkdown");
        QCOMPARE(clipboard()->text(), u"Answer **1**."_s);
        QVERIFY(!clipboard()->hasHtml());
        choose(1, "copyPlain");
        QCOMPARE(clipboard()->text(), u"Answer 1."_s);
        choose(1, "copyHtml");
        QCOMPARE(clipboard()->html(), u"<p>Answer <strong>1</strong>.</p>\n"_s);
        m_pane->commands().copyLastAnswer();
        QCOMPARE(clipboard()->text(), u"Answer 1."_s);
        QVERIFY(clipboard()->hasHtml());
    }

    void branchesOff()
    {
        ask(u"One?"_s);
        ask(u"Two?"_s);
        QSignalSpy requested(m_pane.get(), &ConversationPane::conversationRequested);
        choose(2, "branchHere");
        QTRY_COMPARE(requested.size(), 1);
        const auto id = requested.first().first().value<ConversationId>();
        const Conversation made = *awaited(m_room->store->conversation(id));
        QCOMPARE(made.title, u"One? (branch)"_s);
        QCOMPARE(made.draft, u"Two?"_s);
        QCOMPARE(awaited(m_room->store->messages(id))->size(), 2);
    }

    void whatIsDeletedCanComeBack()
    {
        ask(u"One?"_s);
        ask(u"Two?"_s);
        choose(2, "deleteMessage");
        QCOMPARE(view()->model()->rowCount(), 2);
        QVERIFY(m_pane->undoBar().isOffering());
        m_pane->undoBar().undo();
        QCOMPARE(view()->model()->rowCount(), 4);

        choose(2, "deleteMessage");
        m_pane->undoBar().settle();
        QTRY_COMPARE(awaited(m_room->store->messages(m_session->id()))->size(), 2);
        QCOMPARE(awaited(m_room->store->entries(m_session->id()))->size(), 2);
    }

    void showsTheArithmetic()
    {
        ask(u"One?"_s);
        press(1, TranscriptControl::Kind::Figures);
        auto *dialog = child<QDialog>(*m_pane, "figuresDialog");
        QVERIFY(dialog->isVisible());
        QCOMPARE(child<QLabel>(*dialog, "arithmeticTotal")->text(), u"0.000603 USD"_s);
        child<QPushButton>(*dialog, "copyFigures")->click();
        const QString figures = clipboard()->text();
        QVERIFY2(
            figures.contains(u"Input, cached\t1,000\t$0.003\t0.000003 USD"_s), qPrintable(figures));
        QVERIFY(figures.contains(u"Input\t2,000\t$0.15\t0.0003 USD"_s));
        QVERIFY(figures.contains(u"Output\t500\t$0.60\t0.0003 USD"_s));
        const QPointer<QDialog> watched(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!watched);
    }

    void showsWhatWentOverTheWire()
    {
        ask(u"One?"_s);
        choose(1, "showExchange");
        auto *dialog = child<ExchangeDialog>(*m_pane, "exchangeDialog");
        auto *request = child<QPlainTextEdit>(*dialog, "exchangeRequest");
        QTRY_VERIFY(!request->toPlainText().isEmpty());
        const QString sent = request->toPlainText();
        QVERIFY2(sent.startsWith(u"POST https://api.deepseek.com/chat/completions HTTP/1.1\n"_s),
            qPrintable(sent));
        QVERIFY(sent.contains(u"Authorization: Bearer [redacted]\n"_s));
        QVERIFY(sent.endsWith(
            u"\n\n"_s + QString::fromUtf8(m_room->transport.posts().constLast().body)));
        child<QPushButton>(*dialog, "copyCurl")->click();
        QVERIFY(clipboard()->text().contains(u"\"Authorization: Bearer $DEEPSEEK_API_KEY\""_s));
        QVERIFY(!clipboard()->text().contains(u"sk-test"_s));
        child<QPushButton>(*dialog, "copyRequest")->click();
        QCOMPARE(clipboard()->text(), sent);
        QVERIFY(child<QPushButton>(*dialog, "copyResponse")->isEnabled());
    }

    void aReplyThatWasCutGoesOn()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.say(attempt == 1 ? u"It scatt"_s : u"ers."_s);
            stream.complete(attempt == 1 ? FinishReason::Length : FinishReason::Stop);
        });
        ask(u"Why?"_s);
        press(1, TranscriptControl::Kind::Remedy);
        QTRY_COMPARE(text(1), u"It scatters."_s);
        QTRY_VERIFY(!m_session->isBusy());
        QVERIFY(!hasControl(1, TranscriptControl::Kind::Remedy));
    }

    void aStoppedReplySaysSoAndGoesOn()
    {
        m_room->transport.setScript({});
        QTest::keyClicks(editor(), u"Why?"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->say(u"It scatt"_s);
        m_session->stop();
        QTRY_VERIFY(!m_session->isBusy());
        const MessageRow &row = view()->model()->row(1);
        QCOMPARE(row.problem->message, u"Stopped."_s);
        QCOMPARE(row.problem->action, Remedy::Continue);
        QVERIFY(row.cost.startsWith(u"≈ "_s));
        press(1, TranscriptControl::Kind::Remedy);
        QTRY_COMPARE(m_room->transport.posts().size(), 2);
        QVERIFY(m_room->transport.posts().constLast().body.contains("\"prefix\":true"));
    }

    void everyFailureHasAWayOn_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (int kind = 0; kind <= int(ErrorKind::WrongUsage); ++kind) {
            const QLatin1StringView name = errorKindName(ErrorKind(kind));
            QTest::newRow(name.data()) << ErrorKind(kind);
        }
    }

    void everyFailureHasAWayOn()
    {
        QFETCH(ErrorKind, kind);
        m_room->transport.setScript([kind](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail({.kind = kind, .status = 400, .charged = Charged::No});
        });
        ask(u"Why?"_s);
        const MessageRow &row = view()->model()->row(1);
        QVERIFY(!row.problem->message.isEmpty());
        QVERIFY(!row.problem->remedy.isEmpty());
        QCOMPARE(row.problem->charged, errorText({.kind = kind, .status = 400}).charged);
        QVERIFY(hasControl(1, TranscriptControl::Kind::Remedy)
            || hasControl(1, TranscriptControl::Kind::Regenerate));
    }

    void remediesDoWhatTheySay()
    {
        fail(ErrorKind::WrongKey);
        press(1, TranscriptControl::Kind::Remedy);
        QTRY_VERIFY(child<QLineEdit>(*m_pane, "keyField")->isVisible());

        fail(ErrorKind::ContextTooLong);
        QSignalSpy fresh(m_pane.get(), &ConversationPane::freshStartRequested);
        press(3, TranscriptControl::Kind::Remedy);
        QCOMPARE(fresh.size(), 1);
        QCOMPARE(m_session->draft(), m_session->messages().at(m_session->branch().at(2)).text);
        m_session->setDraft({});
        editor()->clear();

        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"Now."_s);
            stream.complete();
        });
        press(1, TranscriptControl::Kind::Menu);
        auto *menu = child<MessageMenu>(*m_pane, "messageMenu");
        child<QAction>(*menu, "regenerate")->trigger();
        menu->close();
        QTRY_COMPARE(text(1), u"Now."_s);
    }

    void thinkingTicksAndStandsStill()
    {
        m_room->transport.setScript({});
        QTest::keyClicks(editor(), u"Why?"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->think(u"Light scatters in air, and blue the most. "_s);
        m_room->clock.advance(std::chrono::seconds(6));
        QTRY_VERIFY2(view()->model()->row(1).reasoningSummary.startsWith(u"Thinking… 6 s · ≈ "_s),
            qPrintable(view()->model()->row(1).reasoningSummary));
        QVERIFY(view()->model()->row(1).reasoningSummary.contains(u"≈ $0.0000"_s));
        m_room->transport.stream()->say(u"Because."_s);
        QTRY_VERIFY(view()->model()->row(1).reasoningSummary.startsWith(u"Thought for 6 s · ≈ "_s));
    }

private:
    void ask(const QString &prompt)
    {
        QSignalSpy finished(m_session, &ChatSession::replyFinished);
        const QString typed = editor()->toPlainText();
        QVERIFY(typed.isEmpty());
        QTest::keyClicks(editor(), prompt);
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(finished.wait());
    }

    void fail(ErrorKind kind)
    {
        m_room->transport.setScript([kind](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail({.kind = kind, .status = 400});
        });
        ask(u"Why?"_s);
    }

    void choose(int row, const char *action)
    {
        m_pane->commands().openMenu(view()->model()->row(row).id, {});
        auto *menu = child<MessageMenu>(*m_pane, "messageMenu");
        child<QAction>(*menu, action)->trigger();
        const QPointer<MessageMenu> watched(menu);
        menu->close();
        QTRY_VERIFY(!watched);
    }

    [[nodiscard]] std::optional<TranscriptControl> control(int row, TranscriptControl::Kind kind)
    {
        const std::vector<TranscriptControl> controls = view()->controls(row);
        const auto found = std::ranges::find(controls, kind, &TranscriptControl::kind);
        return found == controls.end() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] bool hasControl(int row, TranscriptControl::Kind kind)
    {
        return control(row, kind).has_value();
    }

    void press(int row, TranscriptControl::Kind kind)
    {
        const std::optional<TranscriptControl> found = control(row, kind);
        QVERIFY(found);
        view()->activate(view()->model()->row(row).id, TranscriptControl(*found));
    }

    [[nodiscard]] QString text(int row) { return view()->model()->row(row).text; }
    [[nodiscard]] TranscriptView *view() { return child<TranscriptView>(*m_pane, "transcript"); }
    [[nodiscard]] QPlainTextEdit *editor() { return child<QPlainTextEdit>(*m_pane, "composer"); }
    [[nodiscard]] static const QMimeData *clipboard()
    {
        return QGuiApplication::clipboard()->mimeData();
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConversationPane> m_pane;
    ChatSession *m_session = nullptr; // the workspace's
    int m_answers = 0;
};

PENNYWORTH_TEST(MessageCommandsTest)

#include "tst_messagecommands.moc"
