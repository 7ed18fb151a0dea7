// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/messagetree.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

Message message(qint64 id, qint64 parent, const QString &text = {})
{
    return {.id = {id}, .parent = {parent}, .text = text};
}

QList<MessageId> ids(const QList<qint64> &values)
{
    QList<MessageId> result;
    result.reserve(values.size());
    for (const qint64 value : values)
        result.append(MessageId{value});
    return result;
}

} // namespace

class MessageTreeTest : public QObject {
    Q_OBJECT

private:
    /// 1 ─ 2 ─┬ 3 ─ 4
    ///        └ 5 ─┬ 6
    ///             └ 7
    MessageTree m_tree;

private slots:
    void init()
    {
        m_tree = {};
        for (const Message &each : {message(1, 0), message(2, 1), message(3, 2), message(4, 3),
                 message(5, 2), message(6, 5), message(7, 5)})
            m_tree.insert(each);
    }

    void isEmptyAtFirst()
    {
        const MessageTree tree;
        QVERIFY(tree.isEmpty());
        QVERIFY(!tree.contains({1}));
        QVERIFY(tree.branchTo({1}).isEmpty());
        QVERIFY(tree.childrenOf({}).isEmpty());
        QCOMPARE(tree.newestLeafFrom({1}), MessageId{1});
    }

    void followsABranchFromItsRoot()
    {
        QCOMPARE(m_tree.branchTo({4}), ids({1, 2, 3, 4}));
        QCOMPARE(m_tree.branchTo({7}), ids({1, 2, 5, 7}));
        QCOMPARE(m_tree.branchTo({1}), ids({1}));
        QVERIFY(m_tree.branchTo({}).isEmpty());
        QVERIFY(m_tree.branchTo({99}).isEmpty());
        QCOMPARE(m_tree.branchBetween({3}, {4}), ids({3, 4}));
        QCOMPARE(m_tree.branchBetween({}, {4}), ids({1, 2, 3, 4}));
        QCOMPARE(m_tree.branchBetween({3}, {7}), ids({1, 2, 5, 7})); // stands on another branch
    }

    void endsABranchAtAMissingParent()
    {
        m_tree.insert(message(20, 19));
        QCOMPARE(m_tree.branchTo({20}), ids({20}));
    }

    void knowsSiblingsInTheOrderOfTheirIds()
    {
        QCOMPARE(m_tree.childrenOf({}), ids({1}));
        QCOMPARE(m_tree.childrenOf({2}), ids({3, 5}));
        QCOMPARE(m_tree.siblingsOf({5}), ids({3, 5}));
        QCOMPARE(m_tree.siblingsOf({1}), ids({1}));
        QVERIFY(m_tree.siblingsOf({99}).isEmpty());
    }

    void ordersWhateverTheOrderOfArrival()
    {
        MessageTree tree;
        for (const qint64 id : {7, 3, 5, 1})
            tree.insert(message(id, 0));
        QCOMPARE(tree.childrenOf({}), ids({1, 3, 5, 7}));
    }

    void takesTheNewestChildDownToALeaf()
    {
        QCOMPARE(m_tree.newestLeafFrom({1}), MessageId{7});
        QCOMPARE(m_tree.newestLeafFrom({3}), MessageId{4});
        QCOMPARE(m_tree.newestLeafFrom({6}), MessageId{6});
    }

    void replacesAMessageInItsPlace()
    {
        m_tree.insert(message(3, 2, u"new"_s));
        QCOMPARE(m_tree.at({3}).text, u"new"_s);
        QCOMPARE(m_tree.childrenOf({2}), ids({3, 5}));
        m_tree.at({3}).text = u"newer"_s;
        QCOMPARE(std::as_const(m_tree).at({3}).text, u"newer"_s);
    }

    void movesAMessageWhoseParentChanged()
    {
        m_tree.insert(message(7, 3));
        QCOMPARE(m_tree.childrenOf({5}), ids({6}));
        QCOMPARE(m_tree.childrenOf({3}), ids({4, 7}));
        QCOMPARE(m_tree.branchTo({7}), ids({1, 2, 3, 7}));
    }

    void survivesACircle()
    {
        MessageTree tree;
        tree.insert(message(1, 2));
        tree.insert(message(2, 1));
        tree.insert(message(3, 3));
        QVERIFY(tree.branchTo({1}).size() <= 3);
        QVERIFY(tree.branchTo({3}).size() <= 3);
        QVERIFY(tree.contains(tree.newestLeafFrom({2})));
        QCOMPARE(tree.newestLeafFrom({3}), MessageId{3});
    }
};

PENNYWORTH_TEST(MessageTreeTest)

#include "tst_messagetree.moc"
