// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/findbar.h"
#include "transcript/headingoutline.h"
#include "transcript/readingtools.h"
#include "transcript/scrollmarks.h"
#include "transcriptstage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace pennyworth;
using namespace Qt::StringLiterals;

/// Finding, jumping, zooming and the caret in a TranscriptView, by their keys and objects.
class ReadingTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<test::TranscriptStage>();
        m_tools = std::make_unique<ReadingTools>(
            m_stage->theme(), m_stage->settings(), m_stage->view(), nullptr);
    }

    void cleanup()
    {
        QWidget *bar = &m_tools->findBar();
        m_tools.reset();
        m_stage.reset();
        delete bar;
    }

    // --- finding

    void findsInAllMessages()
    {
        model().setRows(test::longConversation(400));
        find(u"Question 7:"_s);
        QTRY_COMPARE(count(), u"1 of 1"_s);
        const std::optional<TextSpan> &hit = view().shownHit();
        QVERIFY(hit);
        QCOMPARE(model().rowOf(hit->first.message), 12);
        const QRectF place = view().rectInView(hit->first);
        QVERIFY(place.top() >= 0 && place.bottom() <= view().viewport()->height());
        QCOMPARE(marks().size(), size_t{1});
    }

    void walksFromHitToHit()
    {
        model().setRows({test::prompt(1, u"a needle"_s),
            test::answer(2, u"no\n\n```\nneedle\n```\n\n|needle|\n|-|\n|x|\n\nneedle"_s),
            test::prompt(3, u"nothing"_s)});
        find(u"needle"_s);
        QTRY_COMPARE(count(), u"1 of 4"_s);
        for (const QString &expected : {u"2 of 4"_s, u"3 of 4"_s, u"4 of 4"_s, u"1 of 4"_s}) {
            QTest::keyClick(field(), Qt::Key_Return);
            QCOMPARE(count(), expected);
        }
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), u"4 of 4"_s);
        act("findNext");
        QCOMPARE(count(), u"1 of 4"_s);
        act("findPrevious");
        QCOMPARE(count(), u"4 of 4"_s);
    }

    void opensReasoningThatHoldsAHit()
    {
        MessageRow row = test::answer(2, u"the answer"_s);
        row.reasoning = u"a hidden needle"_s;
        row.reasoningSummary = u"Thought"_s;
        model().setRows({test::prompt(1, u"What?"_s), row});
        find(u"needle"_s);
        QTRY_COMPARE(count(), u"1 of 1"_s);
        QCOMPARE(view().shownHit()->first.section, Section::Reasoning);
        QVERIFY(!view().rectInView(view().shownHit()->first).isNull());
    }

    void findsWhileTextStreams()
    {
        model().setRows({test::answer(1, {}, MessageStatus::Streaming)});
        find(u"needle"_s);
        QTRY_COMPARE(count(), u"No hits"_s);
        model().appendTail({1}, u"a nee"_s, {});
        model().appendTail({1}, u"dle"_s, {});
        QTRY_COMPARE(count(), u"1 of 1"_s);
        model().appendTail({1}, u" and a needle"_s, {});
        QTRY_COMPARE(count(), u"1 of 2"_s);
    }

    void forgetsItsHitsWhenClosed()
    {
        model().setRows({test::prompt(1, u"needle"_s)});
        find(u"needle"_s);
        QTRY_COMPARE(count(), u"1 of 1"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(m_tools->findBar().isHidden());
        QVERIFY(!view().shownHit());
        QVERIFY(marks().empty());
    }

    // --- jumping

    void jumpsFromQuestionToQuestion()
    {
        model().setRows(test::longConversation(40));
        QTest::keyClick(&view(), Qt::Key_Home);
        act("nextQuestion");
        QCOMPARE(std::abs(view().messageRect(2).top()), 0);
        act("nextQuestion");
        QCOMPARE(std::abs(view().messageRect(4).top()), 0);
        act("previousQuestion");
        QCOMPARE(std::abs(view().messageRect(2).top()), 0);
    }

    void listsHeadingsOfLongAnswers()
    {
        view().resize(1400, 600);
        const QString part = u"words that fill lines. "_s.repeated(200) + u"\n\n"_s;
        model().setRows({test::answer(
            1, u"# One\n\n"_s + part + u"## Two\n\n"_s + part + u"## Three\n\n"_s + part)});
        QTest::keyClick(&view(), Qt::Key_Home);
        auto *outline = view().findChild<HeadingOutline *>(u"headingOutline"_s);
        QTRY_VERIFY(outline->isVisible());
        QCOMPARE(outline->count(), 3);
        QCOMPARE(outline->item(1)->text(), u"Two"_s);
        QVERIFY(outline->geometry().left() > view().messageRect(0).right());
        outline->setCurrentRow(2);
        QTest::keyClick(outline, Qt::Key_Return);
        const QPoint place = m_stage->placeOf(0, u"Three"_s);
        QVERIFY(place.y() >= 0 && place.y() < 200);
        view().resize(800, 600); // no room beside the text
        QTRY_VERIFY(!outline->isVisible());
    }

    void opensHeadingsOverTheTextWhereThereIsNoRoom()
    {
        view().resize(700, 600);
        act("outline");
        auto *outline = view().findChild<HeadingOutline *>(u"headingOutline"_s);
        QVERIFY(!outline->isVisible()); // there are none
        const QString part = u"words that fill lines. "_s.repeated(200) + u"\n\n"_s;
        model().setRows({test::answer(1, u"# One\n\n"_s + part + u"## Two\n\n"_s + part)});
        QTest::keyClick(&view(), Qt::Key_Home);
        act("outline");
        QVERIFY(outline->isVisible());
        QCOMPARE(outline->count(), 2);
        QVERIFY(view().viewport()->rect().contains(outline->geometry()));
        QTest::keyClick(outline, Qt::Key_Escape);
        QVERIFY(!outline->isVisible());

        act("outline");
        outline->setCurrentRow(1);
        QTest::keyClick(outline, Qt::Key_Return);
        QVERIFY(!outline->isVisible());
        const QPoint place = m_stage->placeOf(0, u"Two"_s);
        QVERIFY(place.y() >= 0 && place.y() < 200);
    }

    // --- size

    void zoomsTheTextAlone()
    {
        model().setRows({test::answer(1, u"some words"_s)});
        const qreal before = lineHeight();
        act("zoomIn");
        QCOMPARE(m_stage->settings().textZoom(), 110);
        QCOMPARE_GT(lineHeight(), before);
        act("zoomReset");
        QCOMPARE(lineHeight(), before);
        for (int i = 0; i < 20; ++i)
            act("zoomOut");
        QCOMPARE(m_stage->settings().textZoom(), 50);
        QCOMPARE_LT(lineHeight(), before);
    }

    void keepsItsPlaceWhileItZooms()
    {
        model().setRows(test::longConversation(100));
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum() / 2);
        const int row = view().firstRowInView();
        act("zoomIn");
        act("zoomIn");
        QCOMPARE_LE(std::abs(view().firstRowInView() - row), 1);
    }

    // --- the caret

    void selectsByKeys_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<QString>("selected");
        constexpr int kShift = Qt::ShiftModifier;
        constexpr int kControl = Qt::ControlModifier;
        QTest::newRow("characters")
            << QList<int>{kShift | Qt::Key_Right, kShift | Qt::Key_Right} << u"on"_s;
        QTest::newRow("a word") << QList<int>{kShift | kControl | Qt::Key_Right} << u"one "_s;
        QTest::newRow("to the end of the line") << QList<int>{kShift | Qt::Key_End} << u"one two"_s;
        QTest::newRow("lines") << QList<int>{kShift | Qt::Key_Down} << u"one two\n\n"_s;
        QTest::newRow("back again")
            << QList<int>{kShift | Qt::Key_End, kShift | kControl | Qt::Key_Left} << u"one "_s;
        QTest::newRow("to the end of all")
            << QList<int>{kShift | kControl | Qt::Key_End} << u"one two\n\nthree\n\nfour\n\nfive"_s;
        QTest::newRow("from within") << QList<int>{Qt::Key_F7, Qt::Key_Right, Qt::Key_Right,
            kShift | Qt::Key_End} << u"e two"_s;
    }

    void selectsByKeys()
    {
        QFETCH(QList<int>, keys);
        QFETCH(QString, selected);
        model().setRows(
            {test::prompt(1, u"one two"_s), test::answer(2, u"three\n\n```\nfour\n```\n\nfive"_s)});
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"one"_s));
        for (const int key : std::as_const(keys))
            QTest::keyClick(&view(), Qt::Key(key & ~int(Qt::KeyboardModifierMask)),
                Qt::KeyboardModifiers(key & int(Qt::KeyboardModifierMask)));
        QCOMPARE(view().selection().plain.trimmed(), selected.trimmed());
        QVERIFY(view().isCaretShown());
    }

    void keepsTheCaretInView()
    {
        model().setRows(test::longConversation(60));
        QTest::keyClick(&view(), Qt::Key_Home);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"what"_s));
        QTest::keyClick(&view(), Qt::Key_F7);
        for (int i = 0; i < 60; ++i) {
            const QRectF before = view().rectInView(view().caret());
            const int row = model().rowOf(view().caret().message);
            QTest::keyClick(&view(), i % 5 == 4 ? Qt::Key_PageDown : Qt::Key_Down);
            const QRectF place = view().rectInView(view().caret());
            QVERIFY(place.top() >= -1 && place.bottom() <= view().viewport()->height() + 1);
            QVERIFY(model().rowOf(view().caret().message) >= row);
            QVERIFY(before != place || row == model().rowCount() - 1
                || model().rowOf(view().caret().message) > row || i > 0);
        }
        QCOMPARE_GT(model().rowOf(view().caret().message), 2);
        QTest::keyClick(&view(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view().caret().message, MessageId{1});
    }

    void keepsTheSelectionWhileTextStreams()
    {
        model().setRows({test::prompt(1, u"one two"_s),
            test::answer(2, u"first\n\n"_s, MessageStatus::Streaming)});
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"two"_s));
        QTest::keyClick(&view(), Qt::Key_End, Qt::ShiftModifier);
        for (int i = 0; i < 30; ++i) {
            m_stage->stream({2}, 1);
            view().refresh();
            QCOMPARE(view().selection().plain, u"two"_s);
        }
    }

private:
    TranscriptView &view() { return m_stage->view(); }
    MessageListModel &model() { return m_stage->model(); }
    QLineEdit *field() { return m_tools->findBar().findChild<QLineEdit *>(u"findField"_s); }

    QString count() { return m_tools->findBar().findChild<QLabel *>(u"findCount"_s)->text(); }

    const std::vector<double> &marks()
    {
        return view().verticalScrollBar()->findChild<ScrollMarks *>()->marks();
    }

    qreal lineHeight() { return view().rectInView({.message = {1}, .block = 0}).height(); }

    void find(const QString &text)
    {
        act("find");
        field()->setText(text);
    }

    void act(const char *name)
    {
        const QList<QAction *> actions = m_tools->actions();
        for (QAction *action : actions) {
            if (action->objectName() == QLatin1StringView(name)) {
                action->trigger();
                return;
            }
        }
        QFAIL("there is no such command");
    }

    std::unique_ptr<test::TranscriptStage> m_stage;
    std::unique_ptr<ReadingTools> m_tools;
};

PENNYWORTH_TEST(ReadingTest)

#include "tst_reading.moc"
