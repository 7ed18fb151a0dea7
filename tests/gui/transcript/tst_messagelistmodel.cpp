// SPDX-License-Identifier: GPL-3.0-or-later
// The signals are over before the locals that they count in: clazy:excludeall=lambda-in-connect
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/messagelistmodel.h"

#include <QAbstractItemModelTester>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MessageListModelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<MessageListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void showsWhatRowsSay()
    {
        m_model->setRows({test::prompt(1, u"a"_s), test::answer(2, u"b"_s)});
        const QModelIndex answer = m_model->index(1);
        QCOMPARE(answer.data().toString(), u"b"_s);
        QCOMPARE(answer.data(MessageListModel::IdRole).toLongLong(), 2);
        QCOMPARE(answer.data(MessageListModel::SpeakerRole).toString(), u"deepseek-flash"_s);
        QCOMPARE(answer.data(MessageListModel::CostRole).toString(), u"$0.00048"_s);
        QCOMPARE(m_model->rowOf({2}), 1);
        QCOMPARE(m_model->rowOf({3}), -1);
    }

    void keepsRowsThatStay_data()
    {
        QTest::addColumn<QList<qint64>>("before");
        QTest::addColumn<QList<qint64>>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("inserted");
        using Ids = QList<qint64>;
        QTest::newRow("more at the end") << Ids{1, 2} << Ids{1, 2, 3, 4} << 0 << 2;
        QTest::newRow("the beginning comes later") << Ids{5, 6} << Ids{1, 2, 3, 4, 5, 6} << 0 << 4;
        QTest::newRow("a sibling of the last") << Ids{1, 2} << Ids{1, 3} << 1 << 1;
        QTest::newRow("another branch from the middle") << Ids{1, 2, 3, 4} << Ids{1, 5} << 3 << 1;
        QTest::newRow("another conversation") << Ids{1, 2} << Ids{7, 8, 9} << 2 << 3;
        QTest::newRow("nothing new") << Ids{1, 2} << Ids{1, 2} << 0 << 0;
        QTest::newRow("closed") << Ids{1, 2} << Ids{} << 2 << 0;
    }

    void keepsRowsThatStay()
    {
        QFETCH(QList<qint64>, before);
        QFETCH(QList<qint64>, after);
        QFETCH(int, removed);
        QFETCH(int, inserted);
        m_model->setRows(rows(before));
        int removedRows = 0;
        int insertedRows = 0;
        connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this,
            [&](const QModelIndex &, int first, int last) { removedRows += last - first + 1; });
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
            [&](const QModelIndex &, int first, int last) { insertedRows += last - first + 1; });
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setRows(rows(after));
        QCOMPARE(removedRows, removed);
        QCOMPARE(insertedRows, inserted);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(m_model->rowCount(), after.size());
        for (int i = 0; i < after.size(); ++i)
            QCOMPARE(m_model->rowOf({after.at(i)}), i);
    }

    void saysThatTextOnlyGrew()
    {
        m_model->setRows(
            {test::prompt(1, u"a"_s), test::answer(2, u"b"_s, MessageStatus::Streaming)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->appendTail({2}, u"c"_s, u"d"_s);
        QCOMPARE(m_model->row(1).text, u"bc"_s);
        QCOMPARE(m_model->row(1).reasoning, u"d"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int>{MessageListModel::TailRole});
        m_model->appendTail({7}, u"x"_s, QString());
        QCOMPARE(changed.count(), 1);
    }

    void changesOnlyWhatDiffers()
    {
        m_model->setRows(
            {test::prompt(1, u"a"_s), test::answer(2, u"b"_s, MessageStatus::Streaming)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->updateRow(test::answer(2, u"b"_s, MessageStatus::Streaming));
        QCOMPARE(changed.count(), 0);
        m_model->updateRow(test::answer(2, u"b"_s));
        QCOMPARE(changed.count(), 1);
        m_model->updateRow(test::answer(3, u"b"_s));
        QCOMPARE(m_model->rowCount(), 2);
    }

private:
    static QList<MessageRow> rows(const QList<qint64> &ids)
    {
        QList<MessageRow> rows;
        for (const qint64 id : ids)
            rows += test::answer(id, u"text %1"_s.arg(id));
        return rows;
    }

    std::unique_ptr<MessageListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

PENNYWORTH_TEST(MessageListModelTest)

#include "tst_messagelistmodel.moc"
