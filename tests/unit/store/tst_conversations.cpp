// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "support/awaited.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The list of conversations, what each row says, and what can be done to one.
class ConversationsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;

    CommittedTurn converse(const NewTurn &turn, qint64 picos = 1000)
    {
        CommittedTurn committed = awaited(m_store->beginTurn(turn)).valueOr(CommittedTurn());
        committed.reply = finished(committed, u"Because."_s);
        Settlement settlement = sampleSettlement(committed.request, picos);
        settlement.settled = turn.request.sent + 5s;
        if (!awaited(m_store->finishReply(committed.reply, settlement)))
            qWarning("the reply could not be finished");
        return committed;
    }

    NewTurn unbilledTurn(const QString &provider)
    {
        NewTurn turn = sampleTurn();
        turn.settings.provider = turn.request.provider = provider;
        turn.request.billable = false;
        return turn;
    }

    ConversationSummary summaryOf(const CommittedTurn &turn)
    {
        return awaited(m_store->summary(turn.conversation))->value_or(ConversationSummary());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(m_folder->filePath(u"pennyworth.sqlite"_s));
        QVERIFY(awaited(m_store->open()).hasValue());
    }

    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void theLatestComesFirst()
    {
        const CommittedTurn first = converse(sampleTurn(launchDay()));
        const CommittedTurn second = converse(sampleTurn(launchDay(1min)));
        QCOMPARE(awaited(m_store->conversations())->first().id, second.conversation);
        converse(nextTurn(first, launchDay(2min)));
        const QList<ConversationSummary> list = awaited(m_store->conversations()).value();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().id, first.conversation);
        QCOMPARE(list.first().updated, launchDay(2min + 5s));
        QCOMPARE(list.first(), summaryOf(first));
    }

    void aRowSaysWhatTheConversationCost()
    {
        const CommittedTurn turn = converse(sampleTurn(), 1000);
        converse(nextTurn(turn, launchDay(1min)), 234);
        QCOMPARE(summaryOf(turn).cost, QList<Money>({{1234, kUsd}}));
        QCOMPARE(summaryOf(turn).unpriced, 0);
        QCOMPARE(summaryOf(turn).cost, awaited(m_store->totals(turn.conversation))->cost);
        QVERIFY(!summaryOf(turn).demonstration);
        QVERIFY(!summaryOf(turn).local);
    }

    void theTrashKeepsAConversationWhole()
    {
        QSignalSpy changed(m_store.get(), &Store::conversationChanged);
        const CommittedTurn turn = converse(sampleTurn());
        QTRY_COMPARE(changed.count(), 2); // it began and it ended
        changed.clear();
        QVERIFY(awaited(m_store->trashConversation(turn.conversation)).hasValue());
        QVERIFY(awaited(m_store->conversations())->isEmpty());
        const QList<ConversationSummary> trash = awaited(m_store->trash()).value();
        QCOMPARE(trash.size(), 1);
        QCOMPARE(trash.first().id, turn.conversation);
        QVERIFY(trash.first().trashed.has_value());
        QVERIFY(!trash.first().cost.isEmpty());
        QCOMPARE(awaited(m_store->messages(turn.conversation))->size(), 2);

        QVERIFY(awaited(m_store->restoreConversation(turn.conversation)).hasValue());
        QVERIFY(awaited(m_store->trash())->isEmpty());
        QCOMPARE(awaited(m_store->conversations())->size(), 1);
        QTRY_COMPARE(changed.size(), 2);
    }

    void whatWasTrashedBeforeGoesForEverButItsLedger()
    {
        const CommittedTurn turn = converse(sampleTurn());
        const CommittedTurn kept = converse(sampleTurn());
        QVERIFY(awaited(m_store->trashConversation(turn.conversation)).hasValue());
        const Instant trashed = *awaited(m_store->trash())->first().trashed;
        QSignalSpy removed(m_store.get(), &Store::conversationRemoved);
        QVERIFY(awaited(m_store->removeTrash(trashed)).hasValue()); // not before
        QCOMPARE(awaited(m_store->trash())->size(), 1);
        QVERIFY(awaited(m_store->removeTrash(trashed + 1ms)).hasValue());
        QVERIFY(awaited(m_store->trash())->isEmpty());
        QVERIFY(awaited(m_store->messages(turn.conversation))->isEmpty());
        QCOMPARE(awaited(m_store->entries(turn.conversation))->size(), 1);
        QCOMPARE(awaited(m_store->conversations())->first().id, kept.conversation);
        QTRY_COMPARE(removed.size(), 1);
    }

    void marksAreKept()
    {
        const CommittedTurn turn = converse(sampleTurn());
        QVERIFY(!summaryOf(turn).pinned && !summaryOf(turn).unread);
        QSignalSpy changed(m_store.get(), &Store::conversationChanged);
        QVERIFY(awaited(m_store->setPinned(turn.conversation, true)).hasValue());
        QVERIFY(awaited(m_store->setUnread(turn.conversation, true)).hasValue());
        QVERIFY(awaited(m_store->setUnread(turn.conversation, true)).hasValue());
        QVERIFY(summaryOf(turn).pinned && summaryOf(turn).unread);
        QTRY_COMPARE(changed.size(), 2); // what is so already changes nothing
    }

    void anOpenRequestIsNotUnpriced()
    {
        const CommittedTurn turn = awaited(m_store->beginTurn(sampleTurn())).value();
        QCOMPARE(summaryOf(turn).unpriced, 0);
        QVERIFY(summaryOf(turn).cost.isEmpty());
        QCOMPARE(awaited(m_store->totals(turn.conversation)).value(), ConversationTotals());
    }

    void whoAnsweredDecidesTheLabel()
    {
        const CommittedTurn demonstration = converse(unbilledTurn(u"demo"_s));
        QVERIFY(summaryOf(demonstration).demonstration);
        QVERIFY(!summaryOf(demonstration).local);
        QVERIFY(summaryOf(demonstration).cost.isEmpty());

        const CommittedTurn local = converse(unbilledTurn(u"ollama"_s));
        QVERIFY(!summaryOf(local).demonstration);
        QVERIFY(summaryOf(local).local);

        NewTurn paid = nextTurn(demonstration, launchDay(1min));
        paid.request.model = u"deepseek-reasoner"_s;
        converse(paid);
        QVERIFY(!summaryOf(demonstration).demonstration);
        QVERIFY(!summaryOf(demonstration).local);
        QCOMPARE(summaryOf(demonstration).provider, u"deepseek"_s);
        QCOMPARE(summaryOf(demonstration).model, u"deepseek-reasoner"_s);
    }

    void whatIsChangedIsKept()
    {
        QSignalSpy changed(m_store.get(), &Store::conversationChanged);
        const CommittedTurn turn = converse(sampleTurn());
        QTRY_COMPARE(changed.count(), 2); // it began and it ended
        changed.clear();
        GenerationSettings settings;
        settings.provider = u"openai"_s;
        settings.model = u"gpt"_s;
        QVERIFY(awaited(m_store->rename(turn.conversation, u"蓝天"_s)).hasValue());
        QVERIFY(awaited(m_store->setSettings(turn.conversation, settings)).hasValue());
        QVERIFY(awaited(m_store->setCurrentLeaf(turn.conversation, turn.prompt->id)).hasValue());
        const Conversation kept = awaited(m_store->conversation(turn.conversation)).value();
        QCOMPARE(kept.title, u"蓝天"_s);
        QCOMPARE(kept.settings, settings);
        QCOMPARE(kept.currentLeaf, turn.prompt->id);
        QTRY_COMPARE(changed.count(), 3);
        QCOMPARE(changed.first().first().value<ConversationId>(), turn.conversation);
    }

    void aDraftIsKeptWithoutStir()
    {
        QSignalSpy changed(m_store.get(), &Store::conversationChanged);
        const CommittedTurn turn = converse(sampleTurn());
        QTRY_COMPARE(changed.count(), 2); // it began and it ended
        changed.clear();
        QVERIFY(awaited(m_store->setDraft(turn.conversation, u"and why…"_s)).hasValue());
        QCOMPARE(awaited(m_store->conversation(turn.conversation))->draft, u"and why…"_s);
        QVERIFY(changed.isEmpty());
    }

    void whatDoesNotExistIsNotFound()
    {
        const ConversationId nobody{99};
        const CommittedTurn turn = converse(sampleTurn());
        QCOMPARE(awaited(m_store->conversation(nobody)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->rename(nobody, u"x"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->setSettings(nobody, {})).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->setDraft(nobody, u"x"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->removeConversation(nobody)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->setCurrentLeaf(turn.conversation, {99})).error().kind,
            ErrorKind::NotFound);
        QCOMPARE(
            awaited(m_store->settle(sampleSettlement({99}))).error().kind, ErrorKind::NotFound);
        QVERIFY(!awaited(m_store->summary(nobody)).value());
        QVERIFY(awaited(m_store->messages(nobody))->isEmpty());
        QVERIFY(awaited(m_store->latestMessages(nobody, 50))->isEmpty());
    }

    void aRemovedConversationLeavesItsLedger()
    {
        const CommittedTurn turn = converse(sampleTurn());
        QSignalSpy removed(m_store.get(), &Store::conversationRemoved);
        QVERIFY(awaited(m_store->removeConversation(turn.conversation)).hasValue());
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(awaited(m_store->conversations())->isEmpty());
        QVERIFY(awaited(m_store->messages(turn.conversation))->isEmpty());
        QCOMPARE(awaited(m_store->entries(turn.conversation))->size(), 1);
        const SpendRow row = awaited(m_store->spend({.by = SpendGroup::Conversation}))->first();
        QCOMPARE(row.amount, (Money{1000, kUsd}));
        QCOMPARE(row.label, QString::number(turn.conversation.value));
        const CommittedTurn next = converse(sampleTurn());
        QVERIFY(next.conversation > turn.conversation);
    }

    void aLongConversationIsRemovedAtOnce()
    {
        CommittedTurn turn = converse(sampleTurn());
        QFuture<Result<CommittedTurn>> last;
        for (int i = 0; i < 1500; ++i) { // deeper than SQLite lets triggers nest
            NewTurn next = nextTurn(turn, launchDay(std::chrono::seconds(i)));
            next.parent = {turn.reply.id.value + 2 * i};
            last = m_store->beginTurn(next);
        }
        QVERIFY(awaited(last).hasValue());
        QCOMPARE(awaited(m_store->latestMessages(turn.conversation, 5000))->size(), 3002);
        QVERIFY(awaited(m_store->removeConversation(turn.conversation)).hasValue());
        QVERIFY(awaited(m_store->messages(turn.conversation))->isEmpty());
    }

    void spendNamesConversationsByTitle()
    {
        const CommittedTurn turn = converse(sampleTurn());
        const SpendRow row = awaited(m_store->spend({.by = SpendGroup::Conversation}))->first();
        QCOMPARE(row.group, QString::number(turn.conversation.value));
        QCOMPARE(row.label, sampleTurn().title);
    }
};

PENNYWORTH_TEST(ConversationsTest)

#include "tst_conversations.moc"
