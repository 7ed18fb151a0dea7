// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replysum.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Tokens = std::optional<qint64>;

/// 1,000 → 200 tokens for 0.001 dollars: 400 ms to the first token, two seconds more to the end.
LedgerEntry counted()
{
    Settlement settlement;
    settlement.timings = {
        .sent = Instant(10s), .firstText = Instant(10'400ms), .end = Instant(12'400ms)};
    settlement.usage = {.prompt = 1000, .cacheHit = 600, .cacheMiss = 400, .completion = 200};
    settlement.outputBytes = 800;
    settlement.amount = Money{1'000'000'000, kUsd};
    settlement.source = CostSource::Computed;
    return {.request = {}, .settlement = settlement};
}

/// The same, stopped: nothing was counted.
LedgerEntry stopped()
{
    LedgerEntry entry = counted();
    entry.settlement->usage = {};
    entry.settlement->estimate = {
        .prompt = 160, .cacheHit = 100, .cacheMiss = 60, .completion = 148};
    entry.settlement->source = CostSource::Estimated;
    entry.settlement->errorKind = u"cancelled"_s;
    return entry;
}

LedgerEntry refused()
{
    LedgerEntry entry = counted();
    entry.settlement->timings = {.sent = Instant(1s), .end = Instant(2s)};
    entry.settlement->usage = {};
    entry.settlement->outputBytes = 0;
    entry.settlement->amount = Money{0, kUsd};
    entry.settlement->errorKind = u"rate_limited"_s;
    return entry;
}

LedgerEntry unpriced()
{
    LedgerEntry entry = counted();
    entry.settlement->amount.reset();
    entry.settlement->source = CostSource::Unknown;
    return entry;
}

LedgerEntry from(LedgerEntry entry, CostSource source)
{
    entry.settlement->source = source;
    return entry;
}

LedgerEntry in(LedgerEntry entry, Currency currency)
{
    entry.settlement->amount->currency = currency;
    return entry;
}

} // namespace

class ReplySumTest : public QObject {
    Q_OBJECT

private slots:
    void sumsTokens_data()
    {
        QTest::addColumn<QList<LedgerEntry>>("entries");
        QTest::addColumn<Tokens>("prompt");
        QTest::addColumn<Tokens>("cached");
        QTest::addColumn<Tokens>("output");
        QTest::addColumn<bool>("isEstimate");
        using Entries = QList<LedgerEntry>;
        QTest::newRow("one request")
            << Entries{counted()} << Tokens(1000) << Tokens(600) << Tokens(200) << false;
        QTest::newRow("a continuation") << Entries{counted(), counted()} << Tokens(2000)
                                        << Tokens(1200) << Tokens(400) << false;
        QTest::newRow("a retry after a refusal")
            << Entries{refused(), counted()} << Tokens(1000) << Tokens(600) << Tokens(200) << false;
        QTest::newRow("stopped, then continued")
            << Entries{stopped(), counted()} << Tokens(1160) << Tokens(700) << Tokens(348) << true;
        QTest::newRow("nothing but a refusal")
            << Entries{refused()} << Tokens() << Tokens() << Tokens() << false;
        QTest::newRow("one under way counts for nothing")
            << Entries{counted(), LedgerEntry{}} << Tokens(1000) << Tokens(600) << Tokens(200)
            << false;
        LedgerEntry lost = stopped();
        lost.settlement->estimate = {};
        QTest::newRow("what was never kept makes it unknown")
            << Entries{lost, counted()} << Tokens() << Tokens(600) << Tokens() << false;
        LedgerEntry split = counted();
        split.settlement->usage.prompt.reset();
        QTest::newRow("hits and misses are the prompt")
            << Entries{split} << Tokens(1000) << Tokens(600) << Tokens(200) << false;
        LedgerEntry nonsense = counted();
        nonsense.settlement->usage.prompt = std::numeric_limits<qint64>::max();
        QTest::newRow("nonsense does not overflow")
            << Entries{nonsense, counted()} << Tokens() << Tokens(1200) << Tokens(400) << false;
        QTest::newRow("none") << Entries{} << Tokens() << Tokens() << Tokens() << false;
    }

    void sumsTokens()
    {
        QFETCH(QList<LedgerEntry>, entries);
        const ReplySum sum = replySum(entries);
        QTEST(sum.promptTokens, "prompt");
        QTEST(sum.cachedTokens, "cached");
        QTEST(sum.outputTokens, "output");
        QTEST(sum.areTokensEstimated, "isEstimate");
    }

    void sumsCosts_data()
    {
        QTest::addColumn<QList<LedgerEntry>>("entries");
        QTest::addColumn<QList<Money>>("cost");
        QTest::addColumn<CostSource>("source");
        QTest::addColumn<UnknownCost>("unknown");
        using Entries = QList<LedgerEntry>;
        using Sums = QList<Money>;
        using enum CostSource;
        const Money once{1'000'000'000, kUsd};
        const Money twice{2'000'000'000, kUsd};
        const auto row = [](const char *name, const Entries &entries, const Sums &cost,
                             CostSource source, UnknownCost unknown = UnknownCost::None) {
            QTest::newRow(name) << entries << cost << source << unknown;
        };
        row("one request", {counted()}, {once}, Computed);
        row("a continuation", {counted(), counted()}, {twice}, Computed);
        row("a refusal costs nothing", {refused(), counted()}, {once}, Computed);
        row("an estimated part", {stopped(), counted()}, {twice}, Estimated);
        row("a reported part", {counted(), from(counted(), Provider)}, {twice}, Provider);
        row("two currencies stand side by side", {counted(), in(counted(), kCny)},
            {once, {1'000'000'000, kCny}}, Computed);
        row("a part without a price", {counted(), unpriced()}, {}, Unknown, UnknownCost::NoPrice);
        LedgerEntry lost = unpriced();
        lost.settlement->source = Estimated;
        row("a part that was never counted", {counted(), lost}, {}, Unknown, UnknownCost::NoUsage);
        LedgerEntry nonsense = unpriced();
        nonsense.settlement->confidence = kNotPlausible;
        row("figures that make no sense", {nonsense}, {}, Unknown, UnknownCost::NoUsage);
        LedgerEntry local = unpriced();
        local.request.billable = false;
        row("nobody bills", {local}, {}, Unknown);
        row("none", {}, {}, Unknown);
    }

    void sumsCosts()
    {
        QFETCH(QList<LedgerEntry>, entries);
        const ReplySum sum = replySum(entries);
        QTEST(sum.cost, "cost");
        QTEST(sum.source, "source");
        QTEST(sum.unknown, "unknown");
    }

    void theFirstTokenIsTheFirstThatCame()
    {
        LedgerEntry later = counted();
        later.settlement->timings.firstText = later.settlement->timings.sent + 900ms;
        QCOMPARE(replySum({refused(), counted(), later}).firstToken, std::optional(400ms));
        QVERIFY(!replySum({refused()}).firstToken);
    }

    void speedIsOverAllThatWasWritten()
    {
        QCOMPARE(replySum({counted()}).speed, std::optional(100.0));
        LedgerEntry slow = counted();
        slow.settlement->timings.end = *slow.settlement->timings.firstText + 8s;
        QCOMPARE(replySum({counted(), slow}).speed, std::optional(40.0));
        LedgerEntry instant = counted();
        instant.settlement->timings.end = instant.settlement->timings.firstText;
        QVERIFY(!replySum({instant}).speed);
    }
};

PENNYWORTH_TEST(ReplySumTest)

#include "tst_replysum.moc"
