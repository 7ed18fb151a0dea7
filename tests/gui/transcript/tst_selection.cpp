// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcriptstage.h"

#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>

using namespace pennyworth;
using namespace Qt::StringLiterals;

/// Selecting and copying in a TranscriptView by mouse and keys.
class SelectionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<test::TranscriptStage>(); }

    void selectsAcrossMessages()
    {
        m_stage->model().setRows({test::prompt(1, u"What is this?"_s),
            test::answer(2, u"It is **very good** and\n\n- old\n- new"_s)});
        drag(m_stage->placeOf(0, u"this"_s), m_stage->placeOf(1, u"good"_s));
        const SelectedText selected = m_stage->view().selection();
        QCOMPARE(selected.plain, u"this?\n\nIt is very "_s);
        QCOMPARE(selected.markdown, u"this?\n\nIt is **very** "_s);
        QCOMPARE(selected.html, u"<p>this?</p>\n<p>It is <strong>very </strong></p>\n"_s);
    }

    void selectsBackwards()
    {
        m_stage->model().setRows({test::prompt(1, u"one two"_s), test::answer(2, u"three four"_s)});
        drag(m_stage->placeOf(1, u"four"_s), m_stage->placeOf(0, u"two"_s));
        QCOMPARE(m_stage->view().selection().plain, u"two\n\nthree "_s);
    }

    void selectsThroughCodeAndTables()
    {
        m_stage->model().setRows({test::answer(1,
            u"first\n\n```cpp\nint a;\nint b;\n```\n\n| h | i |\n|---|---|\n| j | k |\n\nlast"_s)});
        drag(m_stage->placeOf(0, u"int b"_s), m_stage->placeOf(0, u"st"_s) - QPoint(0, 0));
        QCOMPARE(m_stage->view().selection().markdown, u"st\n\n```cpp\nint a;\n```"_s);
        drag(m_stage->placeOf(0, u"int b"_s), m_stage->placeOf(0, u"last"_s));
        QCOMPARE(m_stage->view().selection().markdown,
            u"```cpp\nint b;\n```\n\n| h | i |\n|---|---|\n| j | k |"_s);
        QCOMPARE(m_stage->view().selection().plain, u"int b;\n\nh\ti\nj\tk"_s);
    }

    void selectsWordsAndLines()
    {
        m_stage->model().setRows({test::answer(1, u"one two three"_s)});
        const QPoint place = m_stage->placeOf(0, u"wo"_s) + QPoint(2, 0);
        QWidget *viewport = m_stage->view().viewport();
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, place);
        QCOMPARE(m_stage->view().selection().plain, u"two"_s);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, place);
        QCOMPARE(m_stage->view().selection().plain, u"one two three"_s);
    }

    void extendsByShift()
    {
        m_stage->model().setRows({test::answer(1, u"one two three"_s)});
        QWidget *viewport = m_stage->view().viewport();
        QTest::mouseClick(viewport, Qt::LeftButton, {}, m_stage->placeOf(0, u"two"_s));
        QVERIFY(m_stage->view().selection().isEmpty());
        QTest::mouseClick(
            viewport, Qt::LeftButton, Qt::ShiftModifier, m_stage->placeOf(0, u"three"_s));
        QCOMPARE(m_stage->view().selection().plain, u"two "_s);
    }

    void selectsAllAsItIsWritten()
    {
        const QString text = test::sampleDocument().trimmed();
        m_stage->model().setRows(
            {test::prompt(1, u"a\nb"_s), test::answer(2, text), test::prompt(3, u"c"_s)});
        QTest::keySequence(&m_stage->view(), QKeySequence::SelectAll);
        QTest::keySequence(&m_stage->view(), QKeySequence::Copy);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(QString::fromUtf8(data->data(u"text/markdown"_s)), u"a\nb\n\n%1\n\nc"_s.arg(text));
        QVERIFY(data->text().startsWith(u"a\nb\n\nHow SQLite's"_s));
        QVERIFY(data->html().contains(u"<table>"_s));
    }

    void staysWhileTextStreams()
    {
        m_stage->model().setRows({test::prompt(1, u"q"_s),
            test::answer(2, u"one two three"_s, MessageStatus::Streaming)});
        drag(m_stage->placeOf(1, u"two"_s), m_stage->placeOf(1, u"three"_s));
        m_stage->model().appendTail({2}, u" four\n\nfive"_s, {});
        m_stage->view().refresh();
        QCOMPARE(m_stage->view().selection().plain, u"two "_s);
        m_stage->model().updateRow(test::answer(2, u"one two three four\n\nfive"_s));
        QCOMPARE(m_stage->view().selection().plain, u"two "_s);
    }

    void allIsExtendedFromItsEnd()
    {
        m_stage->model().setRows({test::prompt(1, u"one"_s), test::answer(2, u"two\n\nthree"_s)});
        QTest::keySequence(&m_stage->view(), QKeySequence::SelectAll);
        QTest::keySequence(&m_stage->view(), QKeySequence::SelectNextChar);
        QCOMPARE(m_stage->view().selection().plain, u"one\n\ntwo\n\nthree"_s);
        QTest::keySequence(&m_stage->view(), QKeySequence::SelectPreviousChar);
        QCOMPARE(m_stage->view().selection().plain, u"one\n\ntwo\n\nthre"_s);
    }

    void theTextMayGoWhileItIsDragged()
    {
        m_stage->model().setRows(test::longConversation(20));
        QWidget *viewport = m_stage->view().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, {300, 300});
        QTest::mouseMove(viewport, {300, -40});
        m_stage->model().setRows({});
        QTest::mouseMove(viewport, {300, 100});
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, {300, 100});
        QVERIFY(m_stage->view().selection().isEmpty());
    }

    void goesWithItsMessage()
    {
        m_stage->model().setRows({test::prompt(1, u"one"_s), test::answer(2, u"two"_s)});
        drag(m_stage->placeOf(0, u"one"_s), m_stage->placeOf(1, u"o"_s));
        QCOMPARE(m_stage->view().selection().plain, u"one\n\ntw"_s);
        m_stage->model().setRows({test::prompt(1, u"one"_s)});
        QVERIFY(m_stage->view().selection().isEmpty());
    }

    void scrollsWhileDraggingOutside()
    {
        m_stage->model().setRows(test::longConversation(20));
        QVERIFY(m_stage->view().messageRect(19).isValid());
        const int before = m_stage->view().verticalScrollBar()->value();
        QWidget *viewport = m_stage->view().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, {300, 300});
        QTest::mouseMove(viewport, {300, -40});
        QTRY_COMPARE_LT(m_stage->view().verticalScrollBar()->value(), before - 400);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, {300, -40});
        const int released = m_stage->view().verticalScrollBar()->value();
        QCOMPARE_GT(m_stage->view().selection().plain.size(), 300);
        QCOMPARE(m_stage->view().verticalScrollBar()->value(), released);
    }

private:
    void drag(QPoint from, QPoint to)
    {
        QWidget *viewport = m_stage->view().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport, (from + to) / 2);
        QTest::mouseMove(viewport, to);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }

    std::unique_ptr<test::TranscriptStage> m_stage;
};

PENNYWORTH_TEST(SelectionTest)

#include "tst_selection.moc"
