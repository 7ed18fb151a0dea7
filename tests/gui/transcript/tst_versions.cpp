// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcriptstage.h"

#include <QScrollBar>

using namespace pennyworth;
using namespace Qt::StringLiterals;

/// ◂ 2/3 ▸: the versions of a message, and the other things that are done with it.
class VersionsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<test::TranscriptStage>();
        connect(&view(), &TranscriptView::actionRequested, this, &VersionsTest::exchange);
    }

    void cleanup() { m_stage.reset(); }

    void onlyWhatHasSiblingsSaysSo()
    {
        show(shortRows(), 3);
        QVERIFY(!m_stage->hasControl(0, TranscriptControl::Kind::Previous));
        QVERIFY(m_stage->hasControl(3, TranscriptControl::Kind::Previous));
        QVERIFY(m_stage->hasControl(3, TranscriptControl::Kind::Next));
        m_stage->press(3, TranscriptControl::Kind::Next);
        QCOMPARE(model().row(3).text, u"version 3"_s);
        QVERIFY(!m_stage->hasControl(3, TranscriptControl::Kind::Next));
        QVERIFY(m_stage->hasControl(3, TranscriptControl::Kind::Previous));
    }

    void aMessageWhoseTopIsSeenKeepsIt()
    {
        QList<MessageRow> rows = test::longConversation(20);
        rows += shortRows().mid(2);
        show(rows, int(rows.size()) - 1);
        const int last = int(rows.size()) - 1;
        m_isLong = true;
        const int before = view().messageRect(last).top();
        QVERIFY(before > 0);
        m_stage->press(last, TranscriptControl::Kind::Next);
        QCOMPARE(view().messageRect(last).top(), before);
        QVERIFY(view().messageRect(last).height() > view().viewport()->height());
        QVERIFY(!view().follows());
    }

    void otherwiseTheArrowsStayUnderThePointer()
    {
        show(shortRows(), 3);
        m_isLong = true;
        m_stage->press(3, TranscriptControl::Kind::Next);
        view().jumpToLatest();
        QVERIFY(view().messageRect(3).top() < 0);
        m_isLongest = true;
        const int before = m_stage->controlCenter(3, TranscriptControl::Kind::Previous).y();
        m_stage->press(3, TranscriptControl::Kind::Previous);
        QCOMPARE(model().row(3).actions.version, 2);
        QCOMPARE(m_stage->controlCenter(3, TranscriptControl::Kind::Previous).y(), before);
    }

    void theKeyboardCanLeafOn()
    {
        show(shortRows(), 3);
        view().setFocus();
        for (int i = 0; i < 40 && model().row(3).actions.version == 2; ++i) {
            QTest::keyClick(&view(), Qt::Key_Tab);
            const auto focused = view().focusedControl();
            if (focused && focused->kind == TranscriptControl::Kind::Previous)
                QTest::keyClick(&view(), Qt::Key_Return);
        }
        QCOMPARE(model().row(3).actions.version, 1);
        QTest::keyClick(&view(), Qt::Key_Return); // the way back has the focus now
        QCOMPARE(model().row(3).actions.version, 2);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(model().row(3).actions.version, 3);
    }

    void aPromptShowsWhatCanBeDoneWhenItIsPointedAt()
    {
        show(shortRows(), 2);
        const std::vector<TranscriptControl> &controls = view().controls(2);
        const auto edit =
            std::ranges::find(controls, TranscriptControl::Kind::Edit, &TranscriptControl::kind);
        QVERIFY(edit != controls.end());
        QVERIFY(edit->isQuiet);
        const QRect place = edit->rect.translated(view().messageRect(2).topLeft()).toAlignedRect();
        const QImage without = imageOf(place);
        QTest::mouseMove(view().viewport(), view().messageRect(2).center());
        QTRY_VERIFY(imageOf(place) != without);
        const QSignalSpy asked(&view(), &TranscriptView::actionRequested);
        m_stage->press(2, TranscriptControl::Kind::Edit);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(1).value<MessageAction>(), MessageAction::Edit);
    }

    void figuresAreOneClickAway()
    {
        show(shortRows(), 3);
        const QSignalSpy asked(&view(), &TranscriptView::actionRequested);
        m_stage->press(1, TranscriptControl::Kind::Figures);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<MessageId>(), MessageId{2});
        QCOMPARE(asked.first().at(1).value<MessageAction>(), MessageAction::ShowFigures);
    }

    void theMenuOpensByButtonPointerAndKey()
    {
        show(shortRows(), 3);
        const QSignalSpy asked(&view(), &TranscriptView::menuRequested);
        m_stage->press(1, TranscriptControl::Kind::Menu);
        QCOMPARE(asked.at(0).at(0).value<MessageId>(), MessageId{2});
        const QPoint inFirst = view().messageRect(0).center();
        QContextMenuEvent byPointer(QContextMenuEvent::Mouse, inFirst, QPoint());
        QCoreApplication::sendEvent(view().viewport(), &byPointer);
        QCOMPARE(asked.at(1).at(0).value<MessageId>(), MessageId{1});
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&view(), &byKey);
        QCOMPARE(asked.at(2).at(0).value<MessageId>(), model().row(3).id);
    }

private:
    TranscriptView &view() { return m_stage->view(); }
    MessageListModel &model() { return m_stage->model(); }

    static QList<MessageRow> shortRows()
    {
        return {test::prompt(1, u"first"_s), test::answer(2, u"one"_s),
            test::prompt(1001, u"second"_s), test::answer(2002, u"version 2"_s)};
    }

    void show(QList<MessageRow> rows, int row)
    {
        rows[row].actions = {.version = 2, .versions = 3};
        model().setRows(rows);
        view().refresh();
    }

    // As a session does it: at once.
    void exchange(MessageId message, MessageAction action)
    {
        const int distance = action == MessageAction::ShowNext ? 1
            : action == MessageAction::ShowPrevious            ? -1
                                                               : 0;
        const int row = model().rowOf(message);
        if (distance == 0 || row < 0)
            return;
        QList<MessageRow> rows;
        for (int i = 0; i < row; ++i)
            rows += model().row(i);
        const int version = model().row(row).actions.version + distance;
        QString text = u"version %1"_s.arg(version);
        if (m_isLong)
            text = u"A paragraph of an answer.\n\n"_s.repeated(m_isLongest ? 90 : 40);
        MessageRow other = test::answer(2000 + version, text);
        other.actions = {.version = version, .versions = 3};
        model().setRows(rows + QList<MessageRow>{other});
    }

    QImage imageOf(const QRect &place) { return view().viewport()->grab(place).toImage(); }

    std::unique_ptr<test::TranscriptStage> m_stage;
    bool m_isLong = false;
    bool m_isLongest = false;
};

PENNYWORTH_TEST(VersionsTest)

#include "tst_versions.moc"
