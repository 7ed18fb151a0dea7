// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/cost.h"
#include "samples.h"
#include "store/transaction.h"
#include "support/awaited.h"
#include "support/fixedclock.h"
#include "support/testregistry.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a process leaves behind that ends in the middle of a reply.
class RecoveryTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const PriceBook m_prices = PriceBook::builtIn().value();

    // A store that died: its lock is gone, its reply streams.
    CommittedTurn leaveUnfinished(const NewTurn &turn, const QStringList &pieces, Instant last)
    {
        FixedClock clock(turn.request.sent);
        Store store(m_file, m_prices, clock);
        if (!awaited(store.open()))
            return {};
        const CommittedTurn committed = awaited(store.beginTurn(turn)).valueOr(CommittedTurn());
        for (const QString &piece : pieces) {
            clock.set(last);
            if (!awaited(store.appendJournal(committed.reply.id, piece, {})))
                return {};
        }
        return committed;
    }

    QStringList lockFiles() const { return QDir(m_folder->path()).entryList({u"*-process-*"_s}); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"pennyworth.sqlite"_s);
    }

    void whatArrivedIsFoldedIntoTheMessage()
    {
        const CommittedTurn left = leaveUnfinished(
            sampleTurn(), {u"Because "_s, u"of "_s, u"scattering 🌌"_s}, launchDay(2s));
        QVERIFY(left.reply.id.isValid());

        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        const Message reply = awaited(store.messages(left.conversation))->last();
        QCOMPARE(reply.text, u"Because of scattering 🌌"_s);
        QCOMPARE(reply.status, MessageStatus::Interrupted);
        QCOMPARE(reply.error->kind, ErrorKind::IncompleteReply);
        QCOMPARE(reply.error->charged, Charged::Maybe);
        QCOMPARE(awaited(store.conversation(left.conversation))->updated, launchDay(2s));
    }

    void theRequestIsSettledAsEstimated()
    {
        const QString text = u"The sky is blue because short waves scatter more."_s;
        const CommittedTurn left = leaveUnfinished(sampleTurn(), {text}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());

        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QCOMPARE(settled.source, CostSource::Estimated);
        QCOMPARE(settled.settled, launchDay(1h));
        QCOMPARE(settled.timings.end, std::optional(launchDay(2s)));
        QCOMPARE(settled.outputBytes, text.toUtf8().size());
        QVERIFY(settled.usage.isEmpty());
        // 1000 bytes are taken for 300 prompt tokens; the launch prices are $0.014, $0.14 and
        // $0.28.
        const qint64 output = estimateTokens(text) * 280000;
        QCOMPARE(settled.amount, std::optional(Money{300 * 140000 + output, kUsd}));
        QCOMPARE(settled.low, std::optional(Money{300 * 14000 + output, kUsd}));
        QCOMPARE(settled.high, settled.amount);
        QCOMPARE(settled.priceMiss, std::optional(UnitPrice{140000}));
        QCOMPARE(settled.estimate.prompt, std::optional(qint64{300}));
        QCOMPARE(settled.estimate.cacheMiss, std::optional(qint64{300}));
        QCOMPARE(settled.estimate.completion, std::optional(output / 280000));

        const ConversationTotals totals = awaited(store.totals(left.conversation)).value();
        QCOMPARE(totals.cost, QList<Money>({*settled.amount}));
        QCOMPARE(totals.estimated, 1);
    }

    void aReplyThatStraddledAPriceChangeHasBothBounds()
    {
        // The launch prices end at 16:00Z, six hours after launchDay().
        const CommittedTurn left = leaveUnfinished(sampleTurn(), {u"x"_s}, launchDay(6h));
        const FixedClock clock(launchDay(7h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QCOMPARE(settled.amount, std::optional(Money{300 * 270000 + 1100000, kUsd}));
        QCOMPARE(settled.high, settled.amount);
        QCOMPARE(settled.low, std::optional(Money{300 * 14000 + 280000, kUsd}));
    }

    void withoutAWordOfAnswerNothingMayHaveBeenCharged()
    {
        const CommittedTurn left = leaveUnfinished(sampleTurn(), {}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QCOMPARE(settled.amount, std::optional(Money{300 * 140000, kUsd}));
        QCOMPARE(settled.low, std::optional(Money{0, kUsd}));
        QCOMPARE(settled.high, settled.amount);
    }

    void whereNoPriceIsKnownTheAmountStaysUnknown()
    {
        NewTurn turn = sampleTurn();
        turn.request.priceBook.clear();
        const CommittedTurn left = leaveUnfinished(turn, {u"x"_s}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QCOMPARE(settled.source, CostSource::Estimated);
        QVERIFY(!settled.amount);
        QCOMPARE(awaited(store.totals(left.conversation))->unpriced, 1);
    }

    void theDemonstrationIsNotPriced()
    {
        NewTurn turn = sampleTurn();
        turn.request.billable = false;
        const CommittedTurn left = leaveUnfinished(turn, {u"x"_s}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QVERIFY(!settled.amount);
        QCOMPARE(awaited(store.totals(left.conversation))->unpriced, 0);
        QCOMPARE(awaited(store.messages(left.conversation))->last().error->charged, Charged::No);
    }

    void aServiceOfAnyNameIsPricedByItsPriceBook()
    {
        NewTurn turn = sampleTurn();
        turn.request.provider = u"my-proxy"_s;
        const CommittedTurn left = leaveUnfinished(turn, {u"x"_s}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        QCOMPARE(settled.amount, std::optional(Money{300 * 140000 + 280000, kUsd}));
    }

    void theAccountDecidesTheCurrency_data()
    {
        QTest::addColumn<bool>("knownBefore");
        QTest::newRow("it was known before sending") << true;
        QTest::newRow("it is known from elsewhere") << false;
    }

    void theAccountDecidesTheCurrency()
    {
        QFETCH(bool, knownBefore);
        NewTurn turn = sampleTurn();
        if (knownBefore) {
            turn.request.currency = kCny;
        } else {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            QVERIFY(awaited(store.rememberCurrency(u"deepseek"_s, u"a"_s, kCny)).hasValue());
        }
        const CommittedTurn left = leaveUnfinished(turn, {u"x"_s}, launchDay(2s));
        const FixedClock clock(launchDay(1h));
        Store store(m_file, m_prices, clock);
        QVERIFY(awaited(store.open()).hasValue());
        const Settlement settled = *awaited(store.entries(left.conversation))->last().settlement;
        // The launch prices in yuan: 0.1, 1 and 2 per million.
        QCOMPARE(settled.amount, std::optional(Money{300 * 1000000 + 2000000, kCny}));
        QCOMPARE(settled.low, std::optional(Money{300 * 100000 + 2000000, kCny}));
    }

    void aRequestWithoutConversationIsSettledToo()
    {
        RequestId id;
        {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            id = awaited(store.addRequest(sampleRequest())).value();
        }
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        const QList<SpendRow> rows = awaited(store.spend({.by = SpendGroup::Conversation})).value();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().group, u"0"_s);
        QCOMPARE(rows.first().unpriced, 1);
    }

    void aContinuedReplyKeepsWhatItHadBefore()
    {
        CommittedTurn first;
        {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            first = awaited(store.beginTurn(sampleTurn())).value();
            Message reply = finished(first, u"The sky"_s);
            reply.status = MessageStatus::Interrupted;
            QVERIFY(awaited(store.finishReply(reply, sampleSettlement(first.request))).hasValue());
        }
        NewTurn on = nextTurn(first, launchDay(1min));
        on.prompt = std::nullopt;
        on.parent = {};
        on.continues = first.reply.id;
        leaveUnfinished(on, {u" is"_s, u" blue"_s}, launchDay(2min));

        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        QCOMPARE(awaited(store.messages(first.conversation))->last().text, u"The sky is blue"_s);
        // What this request brought is estimated, not what the one before had paid for.
        QCOMPARE(awaited(store.entries(first.conversation))->last().settlement->outputBytes, 8);
    }

    void whatALiveProcessWritesIsLeftAlone()
    {
        Store live(m_file);
        QVERIFY(awaited(live.open()).hasValue());
        const CommittedTurn turn = awaited(live.beginTurn(sampleTurn())).value();
        QVERIFY(awaited(live.appendJournal(turn.reply.id, u"so far"_s, u"hm"_s)).hasValue());

        Store beside(m_file);
        QVERIFY(awaited(beside.open()).hasValue());
        const Message seen = awaited(beside.messages(turn.conversation))->last();
        QCOMPARE(seen.status, MessageStatus::Streaming);
        QCOMPARE(seen.text, u"so far"_s);
        QCOMPARE(seen.reasoning, u"hm"_s);
        QVERIFY(!awaited(beside.entries(turn.conversation))->last().settlement);

        const Message reply = finished(turn, u"so far and further"_s);
        QVERIFY(awaited(live.finishReply(reply, sampleSettlement(turn.request))).hasValue());
        QCOMPARE(awaited(beside.messages(turn.conversation))->last(), reply);
    }

    void nothingIsLeftAfterAnOrderlyEnd()
    {
        {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            QCOMPARE(lockFiles().size(), 1);
        }
        QCOMPARE(lockFiles(), QStringList());
        QCOMPARE(
            QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"pennyworth.sqlite"_s}));
    }

    void recoveringTwiceChangesNothing()
    {
        const CommittedTurn left = leaveUnfinished(sampleTurn(), {u"once"_s}, launchDay(2s));
        for (int i = 0; i < 2; ++i) {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            QCOMPARE(awaited(store.messages(left.conversation))->last().text, u"once"_s);
            QCOMPARE(awaited(store.entries(left.conversation))->size(), 1);
        }
    }

    void aKilledProcessLosesNoCommittedText()
    {
        for (int round = 0; round < 5; ++round) {
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QStringLiteral(PENNYWORTH_BIN_DIR "/store_writer"), {m_file});
            QByteArray said;
            const auto wroteEnough = [&writer, &said, round] {
                said += writer.readAllStandardOutput();
                return said.count('\n') > 10 * (round + 1);
            };
            QTRY_VERIFY_WITH_TIMEOUT(wroteEnough(), 20000);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            said += writer.readAllStandardOutput();
            QCOMPARE(lockFiles().size(), 1);

            // A line is said once its piece is committed; a piece more may be.
            const QList<QByteArray> lines = said.trimmed().split('\n');
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            QCOMPARE(lockFiles().size(), 1);
            const ConversationId conversation{lines.first().toLongLong()};
            const Message reply = awaited(store.messages(conversation))->last();
            QCOMPARE(reply.status, MessageStatus::Interrupted);
            QString expected;
            for (const QByteArray &line : lines.sliced(1))
                expected += QString::fromLatin1(line) + u' ';
            QVERIFY2(reply.text.startsWith(expected), qPrintable(reply.text));
            const Settlement settled = *awaited(store.entries(conversation))->last().settlement;
            QCOMPARE(settled.source, CostSource::Estimated);
        }
    }

    void aKillAtAnyMomentLeavesAWholeDatabase()
    {
        constexpr int kRounds = 40;
        QRandomGenerator random(20250208);
        for (int round = 0; round < kRounds; ++round) {
            QProcess writer;
            writer.start(QStringLiteral(PENNYWORTH_BIN_DIR "/store_writer"), {m_file});
            QVERIFY(writer.waitForStarted());
            QVERIFY(!writer.waitForFinished(random.bounded(80)));
            writer.kill();
            QVERIFY(writer.waitForFinished());

            Store store(m_file);
            const Result<Done> opened = awaited(store.open());
            QVERIFY2(opened.hasValue(), opened.hasError() ? qPrintable(opened.error().detail) : "");
            QCOMPARE(lockFiles().size(), 1);
        }
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        const QList<ConversationSummary> conversations = awaited(store.conversations()).value();
        for (const ConversationSummary &conversation : conversations) {
            const QList<Message> messages = awaited(store.messages(conversation.id)).value();
            QCOMPARE(messages.last().status, MessageStatus::Interrupted);
            const QList<LedgerEntry> entries = awaited(store.entries(conversation.id)).value();
            QCOMPARE(entries.size(), 1);
            QVERIFY(entries.first().settlement.has_value());
        }
        const auto database = Database::open(m_file, Database::Use::Read).value();
        Transaction transaction(*database, Transaction::Kind::Read);
        const auto verdict =
            transaction.first(u"PRAGMA integrity_check"_s, {}, [](Row &row) { return row.text(); });
        QCOMPARE(verdict, std::optional(u"ok"_s));
    }
};

PENNYWORTH_TEST(RecoveryTest)

#include "tst_recovery.moc"
