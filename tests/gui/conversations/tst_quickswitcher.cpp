// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/quickswitcher.h"

#include "conversations/conversationlistmodel.h"
#include "conversations/switchermodel.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QStandardItemModel>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The switcher over rows that a test makes up, driven by keys.
class QuickSwitcherTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_rows = std::make_unique<QStandardItemModel>();
        addRow(1, u"Kernel bisect"_s);
        addRow(2, u"Trip plan"_s);
        addRow(3, u"Letter to the trustees"_s);
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_editor = new QPlainTextEdit(m_window.get());
        m_switcher = new QuickSwitcher(m_themed.theme, *m_rows, m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_editor->setFocus();
        m_switcher->open();
    }

    void showsTheLatestAndANewOne()
    {
        QVERIFY(field()->hasFocus());
        QCOMPARE(titles(),
            QStringList(
                {u"Kernel bisect"_s, u"Trip plan"_s, u"Letter to the trustees"_s, u"New chat"_s}));
    }

    void typingFindsAndEnterOpens()
    {
        QSignalSpy chosen(m_switcher, &QuickSwitcher::chosen);
        QTest::keyClicks(field(), u"tr"_s);
        QCOMPARE(
            titles(), QStringList({u"Trip plan"_s, u"Letter to the trustees"_s, u"New chat"_s}));
        QCOMPARE(field()->accessibleDescription(), u"Trip plan"_s);
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ConversationId>(), ConversationId{3});
        QVERIFY(m_switcher->isHidden());
        QVERIFY(m_editor->hasFocus());
    }

    void theLastRowIsANewChat()
    {
        QSignalSpy wanted(m_switcher, &QuickSwitcher::newRequested);
        QTest::keyClicks(field(), u"zzz"_s);
        QCOMPARE(titles(), QStringList{u"New chat"_s});
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void escapeGoesBack()
    {
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(m_switcher->isHidden());
        QVERIFY(m_editor->hasFocus());
    }

    void modelIsWellBehaved()
    {
        SwitcherModel model(*m_rows);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.fill();
        QCOMPARE(model.rowCount(), 4);
        m_rows->removeRow(0); // what was listed is there no more
        QCOMPARE(model.index(0).data().toString(), QString());
        model.setTyped(u"plan"_s);
    }

private:
    void addRow(qint64 id, const QString &title)
    {
        auto *item = new QStandardItem(title);
        item->setData(id, ConversationListModel::IdRole);
        item->setData(title, Qt::AccessibleTextRole);
        m_rows->appendRow(item);
    }

    [[nodiscard]] QLineEdit *field() { return child<QLineEdit>(*m_switcher, "switcherField"); }

    [[nodiscard]] QStringList titles()
    {
        const QAbstractItemModel *rows = child<QListView>(*m_switcher, "switcherList")->model();
        QStringList titles;
        for (int row = 0; row < rows->rowCount(); ++row)
            titles += rows->index(row, 0).data().toString();
        return titles;
    }

    Themed m_themed;
    std::unique_ptr<QStandardItemModel> m_rows;
    std::unique_ptr<QWidget> m_window;
    QPlainTextEdit *m_editor = nullptr;
    QuickSwitcher *m_switcher = nullptr;
};

PENNYWORTH_TEST(QuickSwitcherTest)

#include "tst_quickswitcher.moc"
