// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcriptstage.h"

#include <QAccessible>
#include <QRegularExpression>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TranscriptAccessibleTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<test::TranscriptStage>();
        m_list = QAccessible::queryAccessibleInterface(&m_stage->view());
    }

    void isAListOfMessages()
    {
        m_stage->model().setRows({test::prompt(1, u"What?"_s), test::answer(2, u"**This**."_s)});
        QCOMPARE(m_list->role(), QAccessible::List);
        QCOMPARE(m_list->text(QAccessible::Name), u"Conversation"_s);
        QCOMPARE(m_list->childCount(), 2);
        QAccessibleInterface *answer = m_list->child(1);
        QCOMPARE(answer->role(), QAccessible::ListItem);
        QCOMPARE(answer->text(QAccessible::Name), u"deepseek-flash: This."_s);
        QCOMPARE(m_list->indexOfChild(answer), 1);
        QCOMPARE(answer->parent(), m_list);
    }

    void knowsWhereMessagesAre()
    {
        m_stage->model().setRows({test::prompt(1, u"What?"_s), test::answer(2, u"This."_s)});
        const QRect rect = m_list->child(1)->rect();
        const QPoint origin = m_stage->view().viewport()->mapToGlobal(QPoint());
        QCOMPARE(rect, m_stage->view().messageRect(1).translated(origin));
        QCOMPARE(m_list->childAt(rect.center().x(), rect.center().y()), m_list->child(1));
    }

    void readsTextOfMessages()
    {
        m_stage->model().setRows({test::answer(2, u"# One\n\n*two*"_s)});
        QAccessibleTextInterface *text = m_list->child(0)->textInterface();
        QVERIFY(text);
        QCOMPARE(text->characterCount(), 8);
        QCOMPARE(text->text(0, 3), u"One"_s);
        QCOMPARE(text->text(5, 8), u"two"_s);
    }

    void knowsWhereCharactersAre()
    {
        m_stage->model().setRows({test::answer(2, u"# One\n\n- *two* three\n- four\n"_s)});
        QAccessibleTextInterface *text = m_list->child(0)->textInterface();
        const QString all = text->text(0, text->characterCount());
        const QPoint origin = m_stage->view().viewport()->mapToGlobal(QPoint());
        const QStringList words{u"One"_s, u"two"_s, u"three"_s, u"four"_s};
        for (const QString &word : words) {
            const auto offset = int(all.indexOf(word));
            const QRect rect = text->characterRect(offset);
            const QPoint place = m_stage->placeOf(0, word) + origin;
            QVERIFY(std::abs(rect.left() - place.x()) <= 1);
            QVERIFY(rect.top() <= place.y() && place.y() <= rect.bottom());
            QCOMPARE_LE(rect.width(), 20);
            QCOMPARE(text->offsetAtPoint(rect.center() - QPoint(rect.width() / 4, 0)), offset);
        }
        QVERIFY(text->characterRect(-1).isEmpty());
        QVERIFY(text->characterRect(1000).isEmpty());
    }

    void tellsWhatIsSelected()
    {
        m_stage->model().setRows({test::prompt(1, u"What is it?"_s),
            test::answer(2, u"# One\n\n- *two* three\n- four\n"_s), test::prompt(3, u"Well."_s)});
        TranscriptView &view = m_stage->view();
        QAccessibleTextInterface *text = m_list->child(1)->textInterface();
        QCOMPARE(text->selectionCount(), 0);
        const QPoint from = m_stage->placeOf(1, u"two"_s);
        const QPoint to = m_stage->placeOf(1, u"four"_s);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view.viewport(), to);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(selected(text), u"two three\n- "_s);
        view.selectAll();
        QCOMPARE(selected(text), text->text(0, text->characterCount()));
        QCOMPARE(selected(m_list->child(0)->textInterface()), u"What is it?"_s);
        QCOMPARE(selected(m_list->child(2)->textInterface()), u"Well."_s);
    }

    void selectsWhatItIsTold()
    {
        m_stage->model().setRows({test::answer(2, u"# One\n\n- *two* three\n- four\n"_s)});
        QAccessibleTextInterface *text = m_list->child(0)->textInterface();
        const QString all = text->text(0, text->characterCount());
        for (int start = 0; start < int(all.size()); ++start) {
            for (int end = start + 1; end <= int(all.size()); ++end) {
                text->addSelection(start, end);
                const QString wanted = all.mid(start, end - start);
                const SelectedText inView = m_stage->view().selection();
                // Marks of lists and the space between blocks have no place of their own.
                const auto letters = [](QString said) {
                    return said.remove(QRegularExpression(u"[-\\s]"_s));
                };
                QCOMPARE(letters(inView.plain), letters(wanted));
                if (all.at(start).isLetter() && all.at(end - 1).isLetter())
                    QCOMPARE(selected(text), wanted);
            }
        }
        text->setSelection(0, 0, 3);
        QCOMPARE(selected(text), u"One"_s);
        text->removeSelection(0);
        QCOMPARE(text->selectionCount(), 0);
        QVERIFY(m_stage->view().selection().isEmpty());
        text->addSelection(5, 5);
        text->addSelection(-3, -1);
        text->addSelection(1000, 2000);
        QCOMPARE(text->selectionCount(), 0);
    }

    void movesTheCaret()
    {
        m_stage->model().setRows({test::answer(2, u"# One\n\n*two* three"_s)});
        QAccessibleTextInterface *text = m_list->child(0)->textInterface();
        for (int offset = 0; offset <= text->characterCount(); ++offset) {
            text->setCursorPosition(offset);
            const QChar c = offset < text->characterCount() ? text->text(offset, offset + 1).front()
                                                            : QChar(u'.');
            QCOMPARE(text->cursorPosition(), c == u'\n' ? offset + (offset == 3 ? 0 : 1) : offset);
        }
        QVERIFY(m_stage->view().isCaretShown());
    }

    void readsErrors()
    {
        MessageRow failed = test::answer(2, {}, MessageStatus::Failed);
        failed.problem = MessageProblem{
            .message = u"It broke."_s, .remedy = u"Mend it."_s, .action = Remedy::Retry};
        m_stage->model().setRows({failed});
        QCOMPARE(m_list->child(0)->text(QAccessible::Name), u"deepseek-flash: It broke."_s);
    }

    void offersActions()
    {
        MessageRow row = test::answer(2, u"a"_s);
        row.actions.canRegenerate = true;
        m_stage->model().setRows({row});
        QAccessibleActionInterface *actions = m_list->child(0)->actionInterface();
        QCOMPARE(actions->actionNames(),
            (QStringList{u"Figures"_s, u"Copy"_s, u"Regenerate"_s, u"More"_s}));
        const QSignalSpy asked(&m_stage->view(), &TranscriptView::actionRequested);
        actions->doAction(u"Regenerate"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(1).value<MessageAction>(), MessageAction::Regenerate);
    }

    void forgetsMessagesThatWent()
    {
        m_stage->model().setRows({test::prompt(1, u"a"_s), test::answer(2, u"b"_s)});
        QAccessibleInterface *answer = m_list->child(1);
        QVERIFY(answer->isValid());
        m_stage->model().setRows({test::prompt(1, u"a"_s)});
        QVERIFY(!answer->isValid());
        QCOMPARE(m_list->childCount(), 1);
        QVERIFY(!m_list->child(1));
    }

private:
    static QString selected(QAccessibleTextInterface *text)
    {
        int start = 0;
        int end = 0;
        text->selection(0, &start, &end);
        return text->text(start, end);
    }

    std::unique_ptr<test::TranscriptStage> m_stage;
    QAccessibleInterface *m_list = nullptr; // Qt's cache owns it
};

PENNYWORTH_TEST(TranscriptAccessibleTest)

#include "tst_transcriptaccessible.moc"
