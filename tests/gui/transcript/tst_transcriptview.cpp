// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcriptstage.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TranscriptViewTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<test::TranscriptStage>(); }

    void hasItsHandles()
    {
        QCOMPARE(view().objectName(), u"transcript"_s);
        QCOMPARE(view().accessibleName(), u"Conversation"_s);
    }

    // --- where things stand

    void opensAtTheEnd()
    {
        model().setRows(test::longConversation(200));
        const QRect last = view().messageRect(199);
        QVERIFY(view().follows());
        QCOMPARE_LE(last.bottom(), view().viewport()->height());
        QCOMPARE_GE(last.bottom(), view().viewport()->height() - 40);
    }

    void setsTextInACenteredColumn()
    {
        view().resize(1400, 600);
        model().setRows(test::longConversation(2));
        const QRect message = view().messageRect(1);
        QCOMPARE(message.width(), 760);
        QCOMPARE_LE(std::abs(message.center().x() - view().viewport()->rect().center().x()), 1);
    }

    // The first visible line of text stays on its pixel while rows come before it and heights turn
    // out different.
    void neverMovesWhatIsRead()
    {
        const QList<MessageRow> all = test::longConversation(300);
        model().setRows(all.mid(100));
        QVERIFY(view().messageRect(199).isValid());
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum() / 2);
        const int row = view().rowAt({10, 300});
        const MessageId read = model().row(row).id;
        const int y = view().messageRect(row).top();
        model().setRows(all);
        QCOMPARE(view().messageRect(model().rowOf(read)).top(), y);
        model().updateRow(test::answer(all.last().id.value, u"short now"_s));
        QCOMPARE(view().messageRect(model().rowOf(read)).top(), y);
        model().setRows(all.mid(0, 290));
        QCOMPARE(view().messageRect(model().rowOf(read)).top(), y);
    }

    void scrollsByExactlyWhatIsAsked()
    {
        model().setRows(test::longConversation(300));
        for (int i = 0; i < 40; ++i) {
            const int row = view().rowAt({10, 10});
            const int y = view().messageRect(row).top();
            QTest::keyClick(&view(), Qt::Key_PageUp);
            QCOMPARE(view().messageRect(row).top() - y, 600 - 2 * 21);
        }
    }

    void goesToBothEndsByKeys()
    {
        model().setRows(test::longConversation(100));
        QTest::keyClick(&view(), Qt::Key_Home);
        QCOMPARE(view().verticalScrollBar()->value(), 0);
        QVERIFY(!view().follows());
        QTest::keyClick(&view(), Qt::Key_End);
        QVERIFY(m_stage->isAtEnd());
        QVERIFY(view().follows());
    }

    // --- following

    void followsByIntent()
    {
        QList<MessageRow> rows = test::longConversation(20);
        rows += test::prompt(21, u"go on"_s);
        rows += test::answer(22, u"streams"_s, MessageStatus::Streaming);
        model().setRows(rows);
        m_stage->stream({22}, 60);
        QTRY_VERIFY(m_stage->isAtEnd());

        QTest::keyClick(&view(), Qt::Key_PageUp);
        QVERIFY(!view().follows());
        const int row = view().rowAt({10, 10});
        const int y = view().messageRect(row).top();
        auto *jump = view().findChild<QPushButton *>(u"jumpToLatest"_s);
        QVERIFY(jump->isVisible());
        const int range = view().verticalScrollBar()->maximum();
        m_stage->stream({22}, 60);
        QTRY_COMPARE_GT(view().verticalScrollBar()->maximum(), range);
        QCOMPARE(view().messageRect(row).top(), y);

        jump->click();
        QVERIFY(view().follows());
        QVERIFY(m_stage->isAtEnd());
        QVERIFY(!jump->isVisible());
    }

    void startsToFollowAgainAtTheEnd()
    {
        model().setRows(test::longConversation(50));
        QTest::keyClick(&view(), Qt::Key_PageUp);
        QVERIFY(!view().follows());
        QTest::keyClick(&view(), Qt::Key_PageDown);
        QTest::keyClick(&view(), Qt::Key_PageDown);
        QVERIFY(view().follows());
    }

    void showsWhatWasJustSent()
    {
        QList<MessageRow> rows = test::longConversation(50);
        model().setRows(rows);
        QTest::keyClick(&view(), Qt::Key_Home);
        rows += test::prompt(51, u"and now?"_s);
        rows += test::answer(52, {}, MessageStatus::Streaming);
        model().setRows(rows);
        QVERIFY(view().follows());
        QVERIFY(view().viewport()->rect().contains(view().messageRect(51)));
    }

    void touchesOnlyTheEndWhileItStreams()
    {
        model().setRows({test::prompt(1, u"q"_s),
            test::answer(2, u"one\n\ntwo\n\nthree"_s, MessageStatus::Streaming)});
        const BlockLayout *first = view().blocks(1).front().layout.get();
        const BlockLayout *prompt = view().blocks(0).front().layout.get();
        m_stage->stream({2}, 5);
        view().refresh();
        QCOMPARE(view().blocks(1).front().layout.get(), first);
        model().updateRow(test::answer(2, model().row(1).text));
        QCOMPARE(view().blocks(1).front().layout.get(), first);
        QCOMPARE(view().blocks(0).front().layout.get(), prompt);
    }

    // While text streams only what changed is painted: the window must look as if everything were.
    void repaintsAllThatChanged()
    {
        model().setRows({test::prompt(1, u"q"_s), test::answer(2, {}, MessageStatus::Streaming)});
        view().viewport()->repaint();
        const QString text =
            test::sampleDocument().left(9000) + u"\n\n1. a\n1. b\n\n1. *c* `d` [e](f)\n\n> g\n"_s;
        for (qsizetype at = 0; at < text.size(); at += 13) {
            model().appendTail({2}, text.mid(at, 13), {});
            view().refresh();
            if (at % (13 * 7) != 0)
                continue;
            const QImage shown = view().screen()->grabWindow(view().winId()).toImage();
            const QImage wanted = view().grab().toImage();
            QVERIFY2(looksSame(shown, wanted, QRect({}, view().viewport()->size())),
                qPrintable(u"after %1 characters"_s.arg(at)));
        }
    }

    // --- controls

    void copiesCodeByItsButton()
    {
        model().setRows({test::prompt(1, u"a"_s),
            test::answer(2, u"x\n\n```cpp\nint a;\n\tint b;\n```\n\ny"_s)});
        m_stage->press(1, TranscriptControl::Kind::CopyCode);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"int a;\n\tint b;"_s);
    }

    void copiesCodeByKeys()
    {
        model().setRows({test::answer(2, u"```\none\n```\n\n```\ntwo\n```"_s)});
        view().setFocus();
        const auto step = [this](Qt::Key key) {
            do {
                QTest::keyClick(&view(), key);
            } while (view().focusedControl()
                && view().focusedControl()->kind != TranscriptControl::Kind::CopyCode);
        };
        step(Qt::Key_Tab);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one"_s);
        step(Qt::Key_Tab);
        QTest::keyClick(&view(), Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"two"_s);
        step(Qt::Key_Backtab);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one"_s);
    }

    void copiesAMessageInThreeForms()
    {
        model().setRows({test::prompt(1, u"a"_s), test::answer(2, u"x **y** [z](http://w)"_s)});
        m_stage->press(1, TranscriptControl::Kind::Copy);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), u"x y z"_s);
        QCOMPARE(QString::fromUtf8(data->data(u"text/markdown"_s)), u"x **y** [z](http://w)"_s);
        QCOMPARE(data->html(), u"<p>x <strong>y</strong> <a href=\"http://w\">z</a></p>\n"_s);
    }

    void offersWhatApplies()
    {
        MessageRow row = test::answer(2, u"a"_s, MessageStatus::Interrupted);
        row.actions = {.canRegenerate = true, .canContinue = true};
        model().setRows({test::prompt(1, u"q"_s), row});
        const QSignalSpy asked(&view(), &TranscriptView::actionRequested);
        m_stage->press(1, TranscriptControl::Kind::Regenerate);
        m_stage->press(1, TranscriptControl::Kind::Continue);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.at(0).at(1).value<MessageAction>(), MessageAction::Regenerate);
        QCOMPARE(asked.at(1).at(1).value<MessageAction>(), MessageAction::Continue);

        row.actions = {};
        model().updateRow(row);
        QVERIFY(!m_stage->hasControl(1, TranscriptControl::Kind::Regenerate));
        row.status = MessageStatus::Streaming;
        model().updateRow(row);
        QVERIFY(!m_stage->hasControl(1, TranscriptControl::Kind::Copy));
    }

    void offersARemedy()
    {
        MessageRow row = test::answer(2, {}, MessageStatus::Failed);
        row.problem = MessageProblem{
            .message = u"It broke."_s, .remedy = u"Set a key."_s, .action = Remedy::SetKey};
        model().setRows({test::prompt(1, u"q"_s), row});
        const QSignalSpy requested(&view(), &TranscriptView::remedyRequested);
        m_stage->press(1, TranscriptControl::Kind::Remedy);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.first().at(0).value<MessageId>(), MessageId{2});
        QCOMPARE(requested.first().at(1).value<Remedy>(), Remedy::SetKey);
    }

    void unfoldsReasoning()
    {
        MessageRow row = test::answer(2, u"answer"_s);
        row.reasoning = u"first *this*\n\nthen that"_s;
        row.reasoningSummary = u"Thought for 6 s"_s;
        model().setRows({test::prompt(1, u"q"_s), row});
        const int folded = view().messageRect(1).height();
        m_stage->press(1, TranscriptControl::Kind::Reasoning);
        QCOMPARE_GT(view().messageRect(1).height(), folded + 40);
        m_stage->press(1, TranscriptControl::Kind::Reasoning);
        QCOMPARE(view().messageRect(1).height(), folded);
    }

    void showsReasoningLive()
    {
        MessageRow row = test::answer(2, {}, MessageStatus::Streaming);
        row.reasoning = u"hm"_s;
        row.reasoningSummary = u"Thinking…"_s;
        model().setRows({test::prompt(1, u"q"_s), row});
        m_stage->press(1, TranscriptControl::Kind::Reasoning);
        const int before = view().messageRect(1).height();
        model().appendTail({2}, {}, u"\n\nmore\n\nand more"_s);
        view().refresh();
        QCOMPARE_GT(view().messageRect(1).height(), before);
    }

    // --- links

    void opensOnlyHonestLinks_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << u"https://qt.io"_s << true;
        QTest::newRow("http") << u"http://qt.io/a?b#c"_s << true;
        QTest::newRow("mailto") << u"mailto:a@b.cd"_s << true;
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("relative") << u"../secret"_s << false;
        QTest::newRow("data") << u"data:text/html,x"_s << false;
    }

    void opensOnlyHonestLinks()
    {
        QFETCH(QString, target);
        QFETCH(bool, opens);
        model().setRows({test::answer(2, u"see [here](%1) now"_s.arg(target))});
        const QSignalSpy activated(&view(), &TranscriptView::linkActivated);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"ere"_s));
        QCOMPARE(activated.count(), opens ? 1 : 0);
    }

    void showsWhereALinkLeads()
    {
        model().setRows({test::answer(2, u"see [here](https://qt.io/x) now"_s)});
        auto *address = view().findChild<QLabel *>(u"linkAddress"_s);
        QTest::mouseMove(view().viewport(), m_stage->placeOf(0, u"ere"_s));
        QVERIFY(address->isVisible());
        QCOMPARE(address->text(), u"https://qt.io/x"_s);
        QTest::mouseMove(view().viewport(), m_stage->placeOf(0, u"now"_s) + QPoint(5, 0));
        QVERIFY(!address->isVisible());
    }

    void forgetsTheFormerConversation()
    {
        model().setRows(test::longConversation(50));
        QTest::keyClick(&view(), Qt::Key_Home);
        model().setRows({});
        model().setRows(test::longConversation(60));
        QVERIFY(view().follows());
        QVERIFY(m_stage->view().messageRect(59).bottom() <= 600);
    }

    void aNoteStandsAboveItsMessage()
    {
        QList<MessageRow> rows{test::prompt(1, u"One?"_s), test::answer(2, u"One."_s),
            test::prompt(3, u"Two?"_s), test::answer(4, u"Two."_s)};
        model().setRows(rows);
        const int before = view().messageRect(2).height();
        rows[2].note = u"Messages above are not sent"_s;
        model().setRows(rows);
        QTRY_VERIFY(view().messageRect(2).height() > before);
    }

private:
    // But for the last bit of what antialiasing makes of an edge where painting is clipped.
    static bool looksSame(const QImage &a, const QImage &b, const QRect &part)
    {
        constexpr int kTolerance = 3;
        const auto isNear = [](int x, int y) { return std::abs(x - y) <= kTolerance; };
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                if (!isNear(qRed(p), qRed(q)) || !isNear(qGreen(p), qGreen(q))
                    || !isNear(qBlue(p), qBlue(q)))
                    return false;
            }
        }
        return true;
    }

    MessageListModel &model() { return m_stage->model(); }
    TranscriptView &view() { return m_stage->view(); }

    std::unique_ptr<test::TranscriptStage> m_stage;
};

PENNYWORTH_TEST(TranscriptViewTest)

#include "tst_transcriptview.moc"
