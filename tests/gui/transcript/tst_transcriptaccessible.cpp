// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcriptstage.h"

#include <QAccessible>

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
    std::unique_ptr<test::TranscriptStage> m_stage;
    QAccessibleInterface *m_list = nullptr; // Qt's cache owns it
};

PENNYWORTH_TEST(TranscriptAccessibleTest)

#include "tst_transcriptaccessible.moc"
