// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/codelayout.h"
#include "transcript/transcriptsearch.h"
#include "transcriptstage.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

const QString kLong = u"start "_s + u"and so on, "_s.repeated(40) + u"end"_s;

QString fenced(const QString &code, const QString &language = u"cpp"_s)
{
    return u"```"_s + language + u'\n' + code + u"\n```\n\n"_s;
}

} // namespace

class CodeBlocksTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<test::TranscriptStage>(); }
    void cleanup() { m_stage.reset(); }

    // --- the header

    void offersWhatCanBeDone()
    {
        show(fenced(u"int a;"_s));
        QStringList labels;
        for (const TranscriptControl &control : codeControls(0))
            labels += control.label;
        QCOMPARE(labels, (QStringList{u"Line numbers"_s, u"Save as…"_s, u"Copy"_s, u"Wrap"_s}));
        qreal right = 0;
        for (const TranscriptControl &control : codeControls(0)) {
            QCOMPARE_GE(control.rect.left(), right);
            right = control.rect.right();
        }
        QCOMPARE_LE(right, view().messageRect(0).width());
    }

    void givesWayWhereItIsNarrow()
    {
        view().resize(200, 600);
        show(fenced(u"int a;"_s));
        const std::vector<TranscriptControl> controls = codeControls(0);
        QVERIFY(controls.front().rect.isEmpty());
        QVERIFY(!controls.back().rect.isEmpty());
        // What is not seen is not stepped on.
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Tab);
        QVERIFY(!view().focusedControl()->rect.isEmpty());
    }

    void wrapsByABlock()
    {
        show(fenced(kLong) + fenced(kLong));
        const qreal before = blockHeight(0);
        const int top = m_stage->controlCenter(0, WrapCode).y();
        press(WrapCode);
        QVERIFY(code(0).display().isWrapped);
        QVERIFY(!code(1).display().isWrapped);
        QCOMPARE_GT(blockHeight(0), before + 20);
        QCOMPARE(m_stage->controlCenter(0, WrapCode).y(), top);
        QVERIFY(!code(0).sidewaysBar().isNeeded());
        press(WrapCode);
        QVERIFY(!code(0).display().isWrapped);
        QCOMPARE(blockHeight(0), before);
    }

    void wrappedCodeIsTheSameText()
    {
        show(fenced(kLong));
        press(WrapCode);
        press(CopyCode);
        QCOMPARE(QGuiApplication::clipboard()->text(), kLong);
        for (int offset = 0; offset < int(kLong.size()); ++offset) {
            const QRectF caret = code(0).caretRect(offset);
            QVERIFY(caret.left() >= 0 && caret.left() < view().messageRect(0).width());
            QCOMPARE(code(0).positionAt({caret.left() + 1, caret.center().y()}), offset);
        }
        // Behind a row that goes on stands its last character, not the next row.
        const QRectF first = code(0).caretRect(0);
        const int end = code(0).positionAt({1e6, first.center().y()});
        QCOMPARE(code(0).caretRect(end).top(), first.top());
    }

    void staysWrappedWhileItGrows()
    {
        m_stage->model().setRows({test::answer(2, {}, MessageStatus::Streaming)});
        m_stage->model().appendTail({2}, u"```cpp\n"_s + kLong, {});
        view().refresh();
        press(WrapCode);
        const qreal before = blockHeight(0);
        for (int i = 0; i < 30; ++i) {
            m_stage->model().appendTail({2}, u" more and"_s, {});
            view().refresh();
        }
        QVERIFY(code(0).display().isWrapped);
        QCOMPARE_GT(blockHeight(0), before + 20);
        m_stage->model().updateRow(test::answer(2, u"before\n\n"_s + fenced(kLong)));
        QVERIFY(code(1).display().isWrapped);
    }

    void staysWrappedOutOfView()
    {
        QList<MessageRow> rows = test::longConversation(200);
        rows.append(test::answer(1000, fenced(kLong)));
        m_stage->model().setRows(rows);
        press(WrapCode, 200);
        QTest::keyClick(&view(), Qt::Key_Home);
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(&view(), Qt::Key_PageDown);
            view().viewport()->repaint();
        }
        QTest::keyClick(&view(), Qt::Key_End);
        QVERIFY(code(0, 200).display().isWrapped);
    }

    void isShownAsTheSettingsSay()
    {
        show(fenced(kLong) + fenced(kLong));
        press(NumberCode);
        view().setCodeDisplay({.isWrapped = true, .hasNumbers = false});
        QVERIFY(code(1).display().isWrapped);
        QCOMPARE(code(0).display(), (CodeDisplay{.isWrapped = false, .hasNumbers = true}));
    }

    void numbersLines()
    {
        show(fenced(u"one\n"_s + kLong + u"\nthree"_s));
        const qreal before = code(0).caretRect(0).left();
        press(NumberCode);
        const qreal gutter = code(0).caretRect(0).left() - before;
        QCOMPARE_GT(gutter, 20);
        press(CopyCode);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"one\nstart"_s));
        // What scrolls away is not seen through the numbers.
        const QImage plain = gutterImage(gutter);
        view().setFocus();
        m_stage->view().reveal({.message = {2}, .block = 0, .offset = 400});
        QCOMPARE(gutterImage(gutter), plain);
    }

    void makesRoomForMoreDigits()
    {
        CodeLayout layout(u"a\n"_s.repeated(98), {}, style());
        layout.setDisplay({.isWrapped = true, .hasNumbers = true});
        layout.layOut(400);
        const qreal before = layout.caretRect(0).left();
        layout.append(u"b\nc\nd");
        layout.layOut(400);
        QCOMPARE_GT(layout.caretRect(0).left(), before);
        QCOMPARE(layout.firstChange(), 0);
    }

    void asksToBeSaved()
    {
        show(fenced(u"print(1)"_s, u"python"_s));
        const QSignalSpy asked(&view(), &TranscriptView::saveRequested);
        press(SaveCode);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"print(1)"_s);
        QCOMPARE(asked.first().at(1).toString(), u"code.py"_s);
    }

    void hasAMenu()
    {
        show(fenced(kLong));
        const QPoint header(60, m_stage->controlCenter(0, CopyCode).y());
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, header, view().viewport()->mapToGlobal(header));
        QCoreApplication::sendEvent(view().viewport(), &event);
        auto *menu = view().findChild<QMenu *>(u"codeMenu"_s);
        QVERIFY(menu);
        QVERIFY(!menu->findChild<QAction *>(u"numberCode"_s)->isChecked());
        menu->findChild<QAction *>(u"numberCode"_s)->trigger();
        QVERIFY(code(0).display().hasNumbers);
        menu->close();
    }

    void isWorkedByKeys()
    {
        show(fenced(kLong));
        view().setFocus();
        focus(WrapCode);
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(code(0).display().isWrapped);
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(!code(0).display().isWrapped);
        QTest::keyClick(&view(), Qt::Key_Right);
        QVERIFY(code(0).sidewaysBar().scroll > 0);
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(code(0).sidewaysBar().scroll, 0);
    }

    void isWorkedByAssistiveTechnology()
    {
        show(fenced(kLong) + fenced(u"b"_s));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QAccessibleActionInterface *actions = list->child(0)->actionInterface();
        const QStringList names = actions->actionNames();
        for (const QString &name : {u"Copy"_s, u"Copy code 1"_s, u"Copy code 2"_s,
                 u"Save code 2 as…"_s, u"Wrap code 1"_s, u"Show the line numbers of code 1"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        actions->doAction(u"Wrap code 1"_s);
        QVERIFY(code(0).display().isWrapped);
        QVERIFY(actions->actionNames().contains(u"Do not wrap code 1"_s));
        actions->doAction(u"Copy code 2"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"b"_s);
    }

    // --- sideways

    void scrollsByItsBar()
    {
        show(fenced(kLong));
        const QRectF track = bar().track;
        const QPoint handle = bar().handle().center().toPoint();
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, handle);
        QCOMPARE(bar().scroll, 0);
        QTest::mouseMove(view().viewport(), handle + QPoint(40, 100));
        QCOMPARE_GT(bar().scroll, 0);
        QVERIFY(view().selection().isEmpty());
        QTest::mouseMove(view().viewport(), handle + QPoint(2000, 0));
        QCOMPARE(bar().scroll, bar().content - bar().seen);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, handle);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, track.center().toPoint());
        QVERIFY(std::abs(bar().handle().center().x() - track.center().x()) < 2);
        QVERIFY(view().selection().isEmpty());
    }

    void tablesHaveABar()
    {
        show(u"|"_s + u" heading |"_s.repeated(40) + u"\n|"_s + u"---|"_s.repeated(40) + u"\n|"_s
            + u" cell |"_s.repeated(40));
        QVERIFY(bar().isNeeded());
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, bar().track.center().toPoint());
        QCOMPARE_GT(bar().scroll, 100);
        view().reveal({.message = {2}, .block = 0, .offset = 0});
        QCOMPARE(bar().scroll, 0);
    }

    void scrollsByTheWheel()
    {
        show(fenced(kLong));
        const QPointF place = m_stage->placeOf(0, u"start"_s);
        const auto turn = [&](QPoint angle, Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(place, view().viewport()->mapToGlobal(place), {}, angle, Qt::NoButton,
                modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view().viewport(), &event);
        };
        turn({0, -120}, Qt::ShiftModifier);
        QCOMPARE(bar().scroll, 60);
        turn({-120, 0}, {});
        QCOMPARE(bar().scroll, 120);
        turn({240, 0}, {});
        QCOMPARE(bar().scroll, 0);
    }

    void theCaretIsAlwaysSeen()
    {
        show(fenced(kLong + u"\nshort\n"_s + kLong));
        view().setFocus();
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"start"_s));
        QTest::keyClick(&view(), Qt::Key_F7);
        QTest::keyClick(&view(), Qt::Key_End);
        QCOMPARE(view().caret().offset, kLong.size());
        QVERIFY(isCaretSeen());
        QTest::keyClick(&view(), Qt::Key_Down);
        QVERIFY(isCaretSeen());
        QCOMPARE(view().caret().offset, kLong.size() + 6);
        QTest::keyClick(&view(), Qt::Key_Down);
        QVERIFY(isCaretSeen());
        QCOMPARE(view().caret().offset, 2 * kLong.size() + 7);
        QTest::keyClick(&view(), Qt::Key_Home);
        QVERIFY(isCaretSeen());
        QCOMPARE(bar().scroll, 0);
        for (int i = 0; i < 150; ++i) {
            QTest::keyClick(&view(), Qt::Key_Right);
            QVERIFY(isCaretSeen());
        }
        QCOMPARE_GT(bar().scroll, 0);
        const qreal before = bar().scroll;
        QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE_LT(bar().scroll, before);
    }

    void hitsAreSeen()
    {
        show(fenced(kLong));
        TranscriptSearch search;
        search.setModel(&m_stage->model());
        view().setSearch(&search);
        search.start({.text = u"end"_s}, 0);
        QTRY_VERIFY(search.isDone());
        QCOMPARE(search.total(), 1);
        view().showHit(0, 0);
        QVERIFY(bar().scroll > 0);
        QVERIFY(view().viewport()->rect().contains(m_stage->placeOf(0, u"end"_s)));
        view().setSearch(nullptr);
    }

    void draggingASelectionScrolls()
    {
        show(fenced(kLong + u"\nx"_s));
        const QPoint start = m_stage->placeOf(0, u"start"_s);
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view().viewport(), QPoint(view().viewport()->width() - 2, start.y()));
        QTRY_COMPARE(view().selection().plain, kLong);
        QTest::mouseMove(view().viewport(), QPoint(2, start.y()));
        QTRY_COMPARE(bar().scroll, 0);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, QPoint(2, start.y()));
    }

    void aLineOfAHundredThousandIsWorkedLikeAnother()
    {
        QString line = u"{\"a\": 1}, "_s.repeated(10'000);
        line.replace(60'000, 10, u"  needle  "_s);
        show(fenced(line));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, m_stage->placeOf(0, u"{"_s));
        QTest::keyClick(&view(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(view().selection().plain, line);
        view().reveal({.message = {2}, .block = 0, .offset = 60'002});
        const QPoint needle = m_stage->placeOf(0, u"needle"_s);
        QVERIFY(view().viewport()->rect().contains(needle));
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, needle + QPoint(8, 0));
        QCOMPARE(view().selection().plain, u"needle"_s);
        press(WrapCode);
        QVERIFY(!bar().isNeeded());
        press(CopyCode);
        QCOMPARE(QGuiApplication::clipboard()->text(), line);
    }

private:
    using Kind = TranscriptControl::Kind;
    static constexpr Kind NumberCode = Kind::NumberCode;
    static constexpr Kind SaveCode = Kind::SaveCode;
    static constexpr Kind CopyCode = Kind::CopyCode;
    static constexpr Kind WrapCode = Kind::WrapCode;

    TranscriptView &view() { return m_stage->view(); }
    void show(const QString &markdown) { m_stage->model().setRows({test::answer(2, markdown)}); }
    void press(Kind kind, int row = 0) { m_stage->press(row, kind); }

    const CodeLayout &code(int block, int row = 0)
    {
        return static_cast<const CodeLayout &>(*view().blocks(row).at(size_t(block)).layout);
    }

    qreal blockHeight(int block)
    {
        (void)view().messageRect(0);
        return view().blocks(0).at(size_t(block)).height;
    }

    std::vector<TranscriptControl> codeControls(int row)
    {
        std::vector<TranscriptControl> controls = view().controls(row);
        std::erase_if(
            controls, [](const TranscriptControl &control) { return !control.isOfCode(); });
        return controls;
    }

    // Of the first block, in the viewport.
    SidewaysBar bar()
    {
        const QRectF corner = view().rectInView({.message = {2}, .block = 0, .offset = 0});
        const BlockLayout &block = *view().blocks(0).front().layout;
        return block.sidewaysBar().translated(corner.topLeft() - block.caretRect(0).topLeft());
    }

    bool isCaretSeen()
    {
        const QRectF caret = view().rectInView(view().caret());
        const QRectF track = bar().track;
        return caret.left() >= track.left() && caret.right() <= track.right();
    }

    void focus(Kind kind)
    {
        do {
            QTest::keyClick(&view(), Qt::Key_Tab);
        } while (view().focusedControl() && view().focusedControl()->kind != kind);
        QVERIFY(view().focusedControl());
    }

    QImage gutterImage(qreal width)
    {
        const QRectF first = view().rectInView({.message = {2}, .block = 0, .offset = 0});
        const qreal left = view().messageRect(0).left() + 2;
        return view()
            .grab()
            .copy(QRectF(left, first.top(), width, 3 * first.height()).toRect())
            .toImage();
    }

    TranscriptStyle &style()
    {
        m_style = transcriptStyle(m_stage->theme());
        return m_style;
    }

    std::unique_ptr<test::TranscriptStage> m_stage;
    TranscriptStyle m_style;
};

PENNYWORTH_TEST(CodeBlocksTest)

#include "tst_codeblocks.moc"
