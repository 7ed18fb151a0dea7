// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/charge.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

Instant at(QStringView text)
{
    return parseInstant(text).valueOr({});
}

struct Case {
    Charge charge{.priceBookProvider = u"deepseek"_s,
        .model = u"deepseek-chat"_s,
        .inputEstimate = 3000,
        .outputEstimate = 500};
    QString sent = u"2025-02-01T12:00:00Z"_s;
    QString end = u"2025-02-01T12:00:10Z"_s;
    Usage usage{.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500};
    int errorStatus = 0;
};

struct Expected {
    CostSource source = CostSource::Computed;
    QString amount; // empty: none
    QString low;
    QString high;
    QString confidence;
};

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(Expected)

// Prices by the published lists: deepseek-chat 0.014 / 0.14 / 0.28 USD per million until
// 2025-02-08T16:00Z, then 0.07 / 0.27 / 1.10.
class ChargeTest : public QObject {
    Q_OBJECT

private slots:
    void prices_data()
    {
        QTest::addColumn<Case>("given");
        QTest::addColumn<Expected>("expected");
        using enum CostSource;
        const auto row = [](const char *name, const Case &given, const Expected &expected) {
            QTest::newRow(name) << given << expected;
        };

        row("complete usage is exact", {},
            {Computed, u"0.000434"_s, u"0.000434"_s, u"0.000434"_s, u"exact"_s});

        Case straddling{.sent = u"2025-02-08T15:59:50Z"_s, .end = u"2025-02-08T16:00:10Z"_s};
        row("a request over a price change costs what holds at its end", straddling,
            {Computed, u"0.00116"_s, u"0.000434"_s, u"0.00116"_s, u"straddles a price change"_s});

        Case atTheEdge{.sent = u"2025-02-08T16:00:00Z"_s, .end = u"2025-02-08T16:00:00Z"_s};
        row("the instant of the change has the new price", atTheEdge,
            {Computed, u"0.00116"_s, u"0.00116"_s, u"0.00116"_s, u"exact"_s});

        Case backwards{.sent = u"2025-02-08T16:00:10Z"_s, .end = u"2025-02-08T15:59:50Z"_s};
        row("a clock that jumped back ends when it began", backwards,
            {Computed, u"0.00116"_s, u"0.00116"_s, u"0.00116"_s, u"exact"_s});

        Case missing;
        missing.usage.cacheMiss.reset();
        row("the misses are the rest of the prompt", missing,
            {Computed, u"0.000434"_s, u"0.000434"_s, u"0.000434"_s, u"exact"_s});

        Case unsplit;
        unsplit.usage = {.prompt = 3000, .completion = 500};
        row("a prompt that is not split counts as missed", unsplit,
            {Computed, u"0.00056"_s, u"0.000182"_s, u"0.00056"_s, u"cache hits unknown"_s});

        Case unsplitIn2024 = unsplit;
        unsplitIn2024.sent = unsplitIn2024.end = u"2024-06-01T00:00:00Z"_s;
        row("where hits have no price of their own the split does not matter", unsplitIn2024,
            {Computed, u"0.00056"_s, u"0.00056"_s, u"0.00056"_s, u"medium"_s});

        Case holiday;
        holiday.charge.model = u"deepseek-flash"_s;
        holiday.sent = holiday.end = u"2027-03-01T02:00:00Z"_s;
        holiday.usage = {.cacheHit = 0, .cacheMiss = 1000, .completion = 0};
        row("a year without a calendar has two bounds", holiday,
            {Computed, u"0.0003"_s, u"0.00015"_s, u"0.0003"_s, u"calendar unknown"_s});

        Case nothingReported;
        nothingReported.usage = {};
        row("without usage it is an estimate", nothingReported,
            {Estimated, u"0.00056"_s, u"0.000182"_s, u"0.00056"_s, u"estimated"_s});

        Case mostlyCached = nothingReported;
        mostlyCached.charge.expectedHit = 2000;
        row("an estimate counts on the cache hits that are expected", mostlyCached,
            {Estimated, u"0.000308"_s, u"0.000182"_s, u"0.00056"_s, u"estimated"_s});

        Case allCached = nothingReported;
        allCached.charge.expectedHit = 9000;
        row("but never on more than the prompt", allCached,
            {Estimated, u"0.000182"_s, u"0.000182"_s, u"0.00056"_s, u"estimated"_s});

        Case unsplitButExpected = unsplit;
        unsplitButExpected.charge.expectedHit = 2000;
        row("what the service counted is not bettered by an expectation", unsplitButExpected,
            {Computed, u"0.00056"_s, u"0.000182"_s, u"0.00056"_s, u"cache hits unknown"_s});

        Case nonsense;
        nonsense.usage.completion = 100'000'000'000;
        row("more than any request can cost is not believed", nonsense,
            {.source = Unknown, .confidence = u"not plausible"_s});

        Case reportedNonsense;
        reportedNonsense.charge.reported = Money{9'000'000'000'000'000'000, kUsd};
        row("nor is it where the service says it", reportedNonsense,
            {.source = Unknown, .confidence = u"not plausible"_s});

        Case assumed;
        assumed.charge.currencyIsAssumed = true;
        row("in an assumed currency it is an estimate", assumed,
            {Estimated, u"0.000434"_s, u"0.000434"_s, u"0.000434"_s, u"currency unknown"_s});

        Case noCompletion;
        noCompletion.usage.completion.reset();
        row("without the answer's tokens it is an estimate", noCompletion,
            {Estimated, u"0.000434"_s, u"0.000434"_s, u"0.000434"_s, u"estimated"_s});

        Case perhaps = nothingReported;
        perhaps.charge.charged = Charged::Maybe;
        perhaps.charge.outputEstimate = 0;
        row("what may not have been charged has a low of nothing", perhaps,
            {Estimated, u"0.00042"_s, u"0"_s, u"0.00042"_s, u"estimated"_s});

        Case failed = perhaps;
        failed.errorStatus = 503;
        row("an error status is taken to bill nothing", failed,
            {Estimated, u"0"_s, u"0"_s, u"0.00042"_s, u"estimated"_s});

        Case refused = nothingReported;
        refused.charge.charged = Charged::No;
        row("what never left costs nothing", refused,
            {Computed, u"0"_s, u"0"_s, u"0"_s, u"not charged"_s});

        Case reported;
        reported.charge.reported = Money{1234, kUsd};
        row("what the service says it charged is the amount", reported,
            {Provider, u"0.000000001234"_s, u"0.000000001234"_s, u"0.000000001234"_s,
                u"reported"_s});

        Case unpriced;
        unpriced.charge.model = u"a-model-nobody-knows"_s;
        row("without a price it is unknown", unpriced, {.source = Unknown});

        Case tooEarly{.sent = u"2023-01-01T00:00:00Z"_s, .end = u"2023-01-01T00:00:10Z"_s};
        row("before the first price it is unknown", tooEarly, {.source = Unknown});

        Case otherCurrency;
        otherCurrency.charge.currency = Currency('E', 'U', 'R');
        row("a currency without a list is unknown", otherCurrency, {.source = Unknown});

        Case local = nothingReported;
        local.charge.priceBookProvider.clear();
        local.charge.billable = false;
        local.charge.charged = Charged::No;
        row("a failure of a service without prices is unknown too", local, {.source = Unknown});

        Case tooMuch;
        tooMuch.usage.completion = std::numeric_limits<qint64>::max();
        row("an amount beyond counting is unknown", tooMuch, {.source = Unknown});
    }

    void prices()
    {
        QFETCH(Case, given);
        QFETCH(Expected, expected);
        const Settlement settlement{.timings = {.sent = at(given.sent), .end = at(given.end)},
            .usage = given.usage,
            .errorStatus = given.errorStatus};
        const Settlement result = priced(m_book, given.charge, settlement);

        QCOMPARE(result.source, expected.source);
        QCOMPARE(decimal(result.amount), expected.amount);
        QCOMPARE(decimal(result.low), expected.low);
        QCOMPARE(decimal(result.high), expected.high);
        QCOMPARE(result.confidence, expected.confidence);
        QCOMPARE(result.timings, settlement.timings);
        QCOMPARE(result.usage, settlement.usage);
    }

    void keepsTheCountsThatItEstimated_data()
    {
        QTest::addColumn<Case>("given");
        QTest::addColumn<Usage>("estimate");
        Case given;
        QTest::newRow("complete usage needs none") << given << Usage{};
        given.usage.completion.reset();
        QTest::newRow("only the answer was not counted") << given << Usage{.completion = 500};
        given.usage = {.cacheHit = 1000, .cacheMiss = 2000};
        QTest::newRow("hits and misses are the prompt") << given << Usage{.completion = 500};
        given.usage = {};
        QTest::newRow("nothing was counted")
            << given << Usage{.prompt = 3000, .cacheHit = 0, .cacheMiss = 3000, .completion = 500};
        given.charge.expectedHit = 2000;
        QTest::newRow("with the hits that were expected")
            << given
            << Usage{.prompt = 3000, .cacheHit = 2000, .cacheMiss = 1000, .completion = 500};
        given.charge.model = u"a-model-nobody-knows"_s;
        QTest::newRow("counts are known without a price, too")
            << given
            << Usage{.prompt = 3000, .cacheHit = 2000, .cacheMiss = 1000, .completion = 500};
        given.charge.charged = Charged::Maybe;
        given.errorStatus = 503;
        QTest::newRow("an error status took nothing") << given << Usage{};
        given.errorStatus = 0;
        given.charge.charged = Charged::No;
        QTest::newRow("what never left took nothing") << given << Usage{};
    }

    void keepsTheCountsThatItEstimated()
    {
        QFETCH(Case, given);
        const Settlement result = priced(m_book, given.charge,
            {.timings = {.sent = at(given.sent), .end = at(given.end)},
                .usage = given.usage,
                .errorStatus = given.errorStatus});
        QTEST(result.estimate, "estimate");
    }

    void keepsThePricesItUsed()
    {
        const Case given;
        const Settlement result = priced(m_book, given.charge,
            {.timings = {.sent = at(given.sent), .end = at(given.end)}, .usage = given.usage});
        QVERIFY(!result.priceRow.isEmpty());
        QCOMPARE(result.priceHit, std::optional(UnitPrice{14000}));
        QCOMPARE(result.priceMiss, std::optional(UnitPrice{140000}));
        QCOMPARE(result.priceOutput, std::optional(UnitPrice{280000}));
    }

    void anAccountInYuanIsBilledByTheYuanList()
    {
        Case given;
        given.charge.currency = kCny;
        const Settlement result = priced(m_book, given.charge,
            {.timings = {.sent = at(given.sent), .end = at(given.end)}, .usage = given.usage});
        // 0.1 / 1 / 2 CNY per million until 2025-02-08T16:00Z
        QCOMPARE(result.amount, std::optional(Money{3'100'000'000, kCny}));
    }

private:
    static QString decimal(const std::optional<Money> &money)
    {
        return money ? money->toDecimal() : QString();
    }

    PriceBook m_book = PriceBook::builtIn().value();
};

PENNYWORTH_TEST(ChargeTest)

#include "tst_charge.moc"
