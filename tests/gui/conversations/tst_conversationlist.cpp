// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationlist.h"

#include "conversations/conversationdelegate.h"
#include "conversations/conversationlistmodel.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QAccessible>
#include <QLineEdit>
#include <QStandardItemModel>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The list alone, over rows that a test makes up.
class ConversationListTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_rows = std::make_unique<QStandardItemModel>();
        addRow(1, u"Kernel bisect"_s, 0);
        addRow(2, u"Trip plan"_s, 0);
        addRow(3, u"Letter"_s, 1);
        m_filter = std::make_unique<ConversationFilter>();
        m_filter->setSourceModel(m_rows.get());
        m_themed = std::make_unique<Themed>();
        m_list = std::make_unique<ConversationList>(m_themed->theme, *m_filter);
        m_list->resize(240, 400);
        m_list->show();
    }

    void cleanup() { m_list.reset(); }

    void aClickChooses()
    {
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, middleOf(1));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ConversationId>(), ConversationId{2});
    }

    void aHeadingCannotBeChosen()
    {
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        const QRect row = m_list->visualRect(m_filter->index(2, 0));
        QVERIFY(row.height() > m_list->visualRect(m_filter->index(1, 0)).height());
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(20, 8));
        QCOMPARE(chosen.size(), 0);
    }

    void assistiveTechnologyChooses()
    {
        m_list->choose({1});
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list.get());
        QAccessibleActionInterface *row = list->child(1)->actionInterface();
        QCOMPARE(row->actionNames(), QStringList{QAccessibleActionInterface::toggleAction()});
        row->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.constFirst().constFirst().value<ConversationId>(), ConversationId{2});
    }

    void keysGoUpAndDown()
    {
        m_list->choose({1});
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        QTest::keyClick(m_list.get(), Qt::Key_Down);
        m_list->chooseNext(1);
        m_list->chooseNext(1); // the end stays the end
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.last().first().value<ConversationId>(), ConversationId{3});
    }

    void showingIsNotChoosing()
    {
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        m_list->choose({3});
        QCOMPARE(m_list->currentIndex().row(), 2);
        m_list->choose({});
        QVERIFY(!m_list->currentIndex().isValid());
        QCOMPARE(chosen.size(), 0);
    }

    void whatAFilterHidesStaysChosen()
    {
        m_list->choose({2});
        QSignalSpy chosen(m_list.get(), &ConversationList::chosen);
        m_filter->setText(u"kernel"_s);
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!m_list->currentIndex().isValid());
        m_filter->setText({});
        QCOMPARE(m_filter->idAt(m_list->currentIndex()), ConversationId{2});
        QCOMPARE(chosen.size(), 0);
    }

    void f2RenamesInPlace()
    {
        m_list->choose({2});
        m_list->setFocus();
        QTest::keyClick(m_list.get(), Qt::Key_F2);
        auto *editor = child<QLineEdit>(*m_list, "titleEditor");
        QCOMPARE(editor->text(), u"Trip plan"_s);
        editor->setText(u"Kunming"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_rows->item(1)->text(), u"Kunming"_s);
    }

    void whatIsTypedAsATitleStaysWhenTheRowChanges()
    {
        m_list->choose({2});
        m_list->setFocus();
        QTest::keyClick(m_list.get(), Qt::Key_F2);
        auto *editor = child<QLineEdit>(*m_list, "titleEditor");
        QTest::keyClicks(editor, u"Kun"_s);
        m_rows->item(1)->setToolTip(u"news"_s);
        QCOMPARE(editor->text(), u"Kun"_s);
    }

    void deleteAsks()
    {
        m_list->choose({3});
        QSignalSpy removed(m_list.get(), &ConversationList::removeRequested);
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().first().value<ConversationId>(), ConversationId{3});
    }

private:
    void addRow(qint64 id, const QString &title, int group)
    {
        auto *item = new QStandardItem(title);
        item->setData(id, ConversationListModel::IdRole);
        item->setData(group, ConversationListModel::GroupRole);
        m_rows->appendRow(item);
    }

    [[nodiscard]] QPoint middleOf(int row) const
    {
        return m_list->visualRect(m_filter->index(row, 0)).center();
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<QStandardItemModel> m_rows;
    std::unique_ptr<ConversationFilter> m_filter;
    std::unique_ptr<ConversationList> m_list;
};

PENNYWORTH_TEST(ConversationListTest)

#include "tst_conversationlist.moc"
