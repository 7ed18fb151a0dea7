// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "pricing/estimate.h"
#include "pricing/pricebook.h"
#include "support/testregistry.h"

#include <limits>
#include <numeric>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class EstimateTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

    Quote quote(QStringView instant, Currency currency = kUsd) const
    {
        return m_book.quote(deepSeek(), u"deepseek-flash"_s, at(instant), currency).value();
    }

    static QString text(const std::optional<Money> &money)
    {
        return money ? money->toDecimal() : u"unknown"_s;
    }

    static QList<qint64> upTo(qint64 last)
    {
        QList<qint64> numbers(last);
        std::iota(numbers.begin(), numbers.end(), qint64{1});
        return numbers;
    }

private slots:
    void answersAreAsLongAsEarlierOnes_data()
    {
        QTest::addColumn<QList<qint64>>("lengths");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("high");
        const auto row = [](const char *name, const QList<qint64> &lengths, qint64 limit,
                             qint64 low, qint64 high) {
            QTest::newRow(name) << lengths << limit << low << high;
        };
        row("none: the stated default", {}, 0, kDefaultOutput.low, kDefaultOutput.high);
        row("none, with a limit below the default", {}, 50, 50, 50);
        row("one", {400}, 0, 400, 400);
        row("two", {900, 100}, 0, 100, 900);
        row("ten", upTo(10), 0, 1, 9);
        row("a hundred", upTo(100), 0, 10, 90);
        row("in any order", {5, 1, 4, 2, 3}, 0, 1, 5);
        row("one giant among many", upTo(19) + QList<qint64>{1'000'000}, 0, 2, 18);
        row("a limit cuts both", {500, 600, 700}, 550, 500, 550);
    }

    void answersAreAsLongAsEarlierOnes()
    {
        QFETCH(QList<qint64>, lengths);
        QFETCH(qint64, limit);
        const OutputRange range =
            outputRange(lengths, limit > 0 ? std::optional(limit) : std::nullopt);
        QTEST(range.low, "low");
        QTEST(range.high, "high");
        QCOMPARE(range.replies, lengths.size());
    }

    void whatWasSentIsCached_data()
    {
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<qint64>("prompt");
        QTest::addColumn<int>("minutesAgo");
        QTest::addColumn<qint64>("cached");
        const auto row = [](const char *name, qint64 sent, qint64 prompt, int minutesAgo,
                             qint64 cached) {
            QTest::newRow(name) << sent << prompt << minutesAgo << cached;
        };
        row("nothing was sent", 0, 1000, 0, 0);
        row("less than a unit", 63, 1000, 1, 0);
        row("one unit", 64, 1000, 1, 64);
        row("whole units only", 1810, 2000, 1, 1792);
        row("never more than the prompt", 4096, 1000, 1, 960);
        row("the last token is always read", 128, 128, 1, 64);
        row("hours later still", 640, 1000, 180, 640);
        row("too long ago", 640, 1000, 181, 0);
        row("an empty prompt", 640, 0, 1, 0);
    }

    void whatWasSentIsCached()
    {
        QFETCH(qint64, sent);
        QFETCH(qint64, prompt);
        QFETCH(int, minutesAgo);
        const Instant now = at(u"2026-11-23T12:00Z");
        const SentPrefix prefix{.tokens = sent, .sent = now - std::chrono::minutes(minutesAgo)};
        QTEST(likelyCached(kDeepSeekCache, prefix, prompt, now), "cached");
    }

    void costsFromTheShortToTheLongAnswer_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("cached");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::addColumn<QString>("withoutCache");
        const auto row = [](const char *name, const QString &instant, const QString &currency,
                             qint64 cached, const QString &low, const QString &high,
                             const QString &withoutCache) {
            QTest::newRow(name) << instant << currency << cached << low << high << withoutCache;
        };
        // A prompt of 2,000 tokens, an answer of 100 to 1,000.
        row("off-peak", u"2026-11-23T12:00Z"_s, u"USD"_s, 0, u"0.00036"_s, u"0.0009"_s,
            u"0.0009"_s);
        row("off-peak, most of it cached", u"2026-11-23T12:00Z"_s, u"USD"_s, 1920, u"0.00007776"_s,
            u"0.00061776"_s, u"0.0009"_s);
        row("at peak all of it doubles", u"2026-11-23T01:00Z"_s, u"USD"_s, 1920, u"0.00015552"_s,
            u"0.00123552"_s, u"0.0018"_s);
        row("in CNY, another list", u"2026-11-23T12:00Z"_s, u"CNY"_s, 0, u"0.0024"_s, u"0.006"_s,
            u"0.006"_s);
        row("more cached than there is counts as all", u"2026-11-23T12:00Z"_s, u"USD"_s, 9999,
            u"0.000066"_s, u"0.000606"_s, u"0.0009"_s);
        row("no holiday calendar: from the holiday rate", u"2027-11-23T01:00Z"_s, u"USD"_s, 0,
            u"0.00036"_s, u"0.0018"_s, u"0.0018"_s);
    }

    void costsFromTheShortToTheLongAnswer()
    {
        QFETCH(QString, instant);
        QFETCH(QString, currency);
        QFETCH(qint64, cached);
        const Estimate estimate = estimateOf({.promptTokens = 2000,
            .cachedTokens = cached,
            .output = {.low = 100, .high = 1000, .replies = 5},
            .quote = quote(instant, *Currency::fromCode(currency)),
            .contextTokens = {}});
        QTEST(text(estimate.low), "low");
        QTEST(text(estimate.high), "high");
        QTEST(text(estimate.highWithoutCache), "withoutCache");
        QCOMPARE(estimate.low->currency.code(), currency);
    }

    void withoutAPriceTheCostIsUnknown()
    {
        const Estimate estimate =
            estimateOf({.promptTokens = 2000, .quote = {}, .contextTokens = {}});
        QCOMPARE(estimate.promptTokens, qint64{2000});
        QVERIFY(!estimate.low && !estimate.high && !estimate.highWithoutCache);
    }

    void anAmountThatOverflowsIsUnknown()
    {
        const Estimate estimate = estimateOf({.promptTokens = std::numeric_limits<qint64>::max(),
            .quote = quote(u"2026-11-23T12:00Z"),
            .contextTokens = 1});
        QVERIFY(!estimate.high);
        QCOMPARE(estimate.contextPercent, 900);
    }

    void saysHowFullTheContextWillBe_data()
    {
        QTest::addColumn<qint64>("prompt");
        QTest::addColumn<qint64>("context");
        QTest::addColumn<int>("percent");
        QTest::newRow("empty") << qint64{0} << qint64{1000} << 0;
        QTest::newRow("rounded down") << qint64{699} << qint64{1000} << 69;
        QTest::newRow("full") << qint64{1000} << qint64{1000} << 100;
        QTest::newRow("too long") << qint64{1500} << qint64{1000} << 150;
        QTest::newRow("unknown") << qint64{1500} << qint64{0} << -1;
    }

    void saysHowFullTheContextWillBe()
    {
        QFETCH(qint64, prompt);
        QFETCH(qint64, context);
        const Estimate estimate = estimateOf({.promptTokens = prompt,
            .quote = {},
            .contextTokens = context > 0 ? std::optional(context) : std::nullopt});
        QTEST(estimate.contextPercent.value_or(-1), "percent");
    }
};

PENNYWORTH_TEST(EstimateTest)

#include "tst_estimate.moc"
