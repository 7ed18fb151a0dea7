// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "pricing/cost.h"
#include "support/testregistry.h"

#include <limits>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class CostTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

    CostQuery query(const QString &model, QStringView sent, QStringView completed) const
    {
        return {
            .provider = deepSeek(), .model = model, .sent = at(sent), .completed = at(completed)};
    }

private slots:
    void addsUpExactly_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("hit");
        QTest::addColumn<qint64>("miss");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<QString>("amount");
        const QString chat = u"deepseek-chat"_s;
        const QString flash = u"deepseek-flash"_s;
        QTest::newRow("nothing used") << flash << u"2026-11-23T00:00Z"_s << u"USD"_s << qint64{0}
                                      << qint64{0} << qint64{0} << u"0"_s;
        QTest::newRow("one hit token of the cheapest list")
            << u"deepseek-v4-pro"_s << u"2026-05-01T00:00Z"_s << u"USD"_s << qint64{1} << qint64{0}
            << qint64{0} << u"0.000000003625"_s;
        QTest::newRow("a million of each, off-peak")
            << flash << u"2026-11-23T00:00Z"_s << u"USD"_s << qint64{1'000'000} << qint64{1'000'000}
            << qint64{1'000'000} << u"0.753"_s;
        QTest::newRow("a million of each, at peak")
            << flash << u"2026-11-23T01:00Z"_s << u"USD"_s << qint64{1'000'000} << qint64{1'000'000}
            << qint64{1'000'000} << u"1.506"_s;
        QTest::newRow("the same in CNY, another list")
            << flash << u"2026-11-23T01:00Z"_s << u"CNY"_s << qint64{1'000'000} << qint64{1'000'000}
            << qint64{1'000'000} << u"10.04"_s;
        QTest::newRow("a small turn") << flash << u"2026-11-23T00:00Z"_s << u"USD"_s << qint64{1024}
                                      << qint64{37} << qint64{411} << u"0.000255222"_s;
        QTest::newRow("V3 the second before its list price")
            << chat << u"2025-02-08T15:59:59Z"_s << u"USD"_s << qint64{640} << qint64{360}
            << qint64{500} << u"0.00019936"_s;
        QTest::newRow("V3 at its list price")
            << chat << u"2025-02-08T16:00Z"_s << u"USD"_s << qint64{640} << qint64{360}
            << qint64{500} << u"0.000692"_s;
        QTest::newRow("a missing hit price bills as a miss")
            << chat << u"2024-07-01T00:00Z"_s << u"USD"_s << qint64{500'000} << qint64{500'000}
            << qint64{0} << u"0.14"_s;
        QTest::newRow("the same in CNY")
            << chat << u"2024-07-01T00:00Z"_s << u"CNY"_s << qint64{500'000} << qint64{500'000}
            << qint64{1'000'000} << u"3"_s;
    }

    void addsUpExactly()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, currency);
        QFETCH(qint64, hit);
        QFETCH(qint64, miss);
        QFETCH(qint64, output);
        QFETCH(QString, amount);
        CostQuery asked = query(model, instant, instant);
        asked.currency = *Currency::fromCode(currency);
        asked.hitTokens = hit;
        asked.missTokens = miss;
        asked.outputTokens = output;
        const Result<Cost> cost = costOf(m_book, asked);
        QVERIFY(cost.hasValue());
        QCOMPARE(cost->amount.toDecimal(), amount);
        QCOMPARE(cost->amount.currency.code(), currency);
        QVERIFY(cost->isCertain());
        QCOMPARE(cost->low, cost->amount);
        QCOMPARE(cost->priceRows, QStringList(cost->quote.priceRow));
    }

    void boundsARequestOverAnEdge_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("completed");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::addColumn<QString>("confidence");
        QTest::addColumn<QStringList>("priceRows");
        const QString flash = u"deepseek-flash"_s;
        const QStringList now{u"deepseek-flash/USD/2026-10-17"_s};
        // One million output tokens each.
        QTest::newRow("inside a peak")
            << flash << u"2026-11-23T01:00Z"_s << u"2026-11-23T03:59:59.999Z"_s << u"1.2"_s
            << u"1.2"_s << u"1.2"_s << u"high"_s << now;
        QTest::newRow("out of a peak") << flash << u"2026-11-23T03:59Z"_s << u"2026-11-23T04:00Z"_s
                                       << u"0.6"_s << u"0.6"_s << u"1.2"_s << u"high"_s << now;
        QTest::newRow("into a peak")
            << flash << u"2026-11-23T00:59:59.999Z"_s << u"2026-11-23T01:00Z"_s << u"1.2"_s
            << u"0.6"_s << u"1.2"_s << u"high"_s << now;
        QTest::newRow("through a peak") << flash << u"2026-11-23T00:59Z"_s << u"2026-11-23T04:01Z"_s
                                        << u"0.6"_s << u"0.6"_s << u"1.2"_s << u"high"_s << now;
        QTest::newRow("over the end of the launch prices")
            << u"deepseek-chat"_s << u"2025-02-08T15:59:50Z"_s << u"2025-02-08T16:00:10Z"_s
            << u"1.1"_s << u"0.28"_s << u"1.1"_s << u"high"_s
            << QStringList{u"deepseek-chat/USD/2024-12-26"_s, u"deepseek-chat/USD/2025-02-08"_s};
        QTest::newRow("into another version at the same price")
            << u"deepseek-chat"_s << u"2025-11-30T23:59Z"_s << u"2025-12-01T00:01Z"_s << u"0.42"_s
            << u"0.42"_s << u"0.42"_s << u"high"_s
            << QStringList{u"deepseek-chat/USD/2025-09-29"_s, u"deepseek-chat/USD/2025-12-01"_s};
        QTest::newRow("the weakest confidence counts")
            << u"deepseek-v4-pro"_s << u"2026-04-26T12:14Z"_s << u"2026-04-26T12:16Z"_s << u"0.87"_s
            << u"0.87"_s << u"0.87"_s << u"low"_s
            << QStringList{
                   u"deepseek-v4-pro/USD/2026-04-25"_s, u"deepseek-v4-pro/USD/2026-04-26"_s};
        QTest::newRow("a name changes its model at peak")
            << u"deepseek-v4-flash"_s << u"2026-09-10T03:59Z"_s << u"2026-09-10T04:01Z"_s
            << u"0.6"_s << u"0.6"_s << u"1.32"_s << u"high"_s
            << QStringList{
                   u"deepseek-v4-flash/USD/2026-08-22"_s, u"deepseek-flash/USD/2026-09-10"_s};
        QTest::newRow("a holiday has no edge")
            << flash << u"2026-10-01T00:59Z"_s << u"2026-10-01T01:01Z"_s << u"0.6"_s << u"0.6"_s
            << u"0.6"_s << u"high"_s << QStringList{u"deepseek-flash/USD/2026-09-18"_s};
        QTest::newRow("a peak without a calendar")
            << flash << u"2027-03-01T02:00Z"_s << u"2027-03-01T02:01Z"_s << u"1.2"_s << u"0.6"_s
            << u"1.2"_s << u"calendar unknown"_s << now;
        QTest::newRow("out of a peak without a calendar")
            << flash << u"2027-03-01T03:59Z"_s << u"2027-03-01T04:01Z"_s << u"0.6"_s << u"0.6"_s
            << u"1.2"_s << u"calendar unknown"_s << now;
        QTest::newRow("off-peak needs no calendar")
            << flash << u"2027-03-01T04:00Z"_s << u"2027-03-01T05:00Z"_s << u"0.6"_s << u"0.6"_s
            << u"0.6"_s << u"high"_s << now;
        QTest::newRow("years")
            << u"deepseek-chat"_s << u"2024-05-06T00:00Z"_s << u"2025-09-30T00:00Z"_s << u"0.42"_s
            << u"0.28"_s << u"1.68"_s << u"medium"_s
            << QStringList{u"deepseek-chat/USD/2024-05-06"_s, u"deepseek-chat/USD/2024-08-02"_s,
                   u"deepseek-chat/USD/2024-09-05"_s, u"deepseek-chat/USD/2024-12-26"_s,
                   u"deepseek-chat/USD/2025-02-08"_s, u"deepseek-chat/USD/2025-02-26"_s,
                   u"deepseek-chat/USD/2025-03-24"_s, u"deepseek-chat/USD/2025-08-21"_s,
                   u"deepseek-chat/USD/2025-09-05"_s, u"deepseek-chat/USD/2025-09-22"_s,
                   u"deepseek-chat/USD/2025-09-29"_s};
    }

    void boundsARequestOverAnEdge()
    {
        QFETCH(QString, model);
        QFETCH(QString, sent);
        QFETCH(QString, completed);
        QFETCH(QString, amount);
        QFETCH(QString, low);
        QFETCH(QString, high);
        QFETCH(QString, confidence);
        QFETCH(QStringList, priceRows);
        CostQuery asked = query(model, sent, completed);
        asked.outputTokens = 1'000'000;
        const Result<Cost> cost = costOf(m_book, asked);
        QVERIFY(cost.hasValue());
        QCOMPARE(cost->amount.toDecimal(), amount);
        QCOMPARE(cost->low.toDecimal(), low);
        QCOMPARE(cost->high.toDecimal(), high);
        QCOMPARE(confidenceName(cost->confidence), confidence);
        QCOMPARE(cost->priceRows, priceRows);
        QCOMPARE(cost->isCertain(), low == high);
        QCOMPARE(cost->quote, *m_book.quote(deepSeek(), model, at(completed), kUsd));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("completed");
        QTest::addColumn<qint64>("hit");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<ErrorKind>("kind");
        const QString flash = u"deepseek-flash"_s;
        const QString now = u"2026-11-23T00:00Z"_s;
        const qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("a model without a price")
            << u"deepseek-v9"_s << now << now << qint64{1} << qint64{1} << ErrorKind::UnknownPrice;
        QTest::newRow("sent before there was a price")
            << flash << u"2026-09-10T03:59Z"_s << u"2026-09-10T04:01Z"_s << qint64{1} << qint64{1}
            << ErrorKind::UnknownPrice;
        QTest::newRow("completed when the name is retired")
            << u"deepseek-chat"_s << u"2026-07-24T15:58Z"_s << u"2026-07-24T16:00Z"_s << qint64{1}
            << qint64{1} << ErrorKind::UnknownPrice;
        QTest::newRow("completed before it was sent")
            << flash << now << u"2026-11-22T23:59:59.999Z"_s << qint64{1} << qint64{1}
            << ErrorKind::InvalidValue;
        QTest::newRow("negative tokens")
            << flash << now << now << qint64{1} << qint64{-1} << ErrorKind::InvalidValue;
        QTest::newRow("one part is too large")
            << flash << now << now << qint64{1} << most << ErrorKind::Overflow;
        QTest::newRow("the sum is too large")
            << flash << now << now << most / 3000 << most / 600'000 << ErrorKind::Overflow;
        QTest::newRow("only the upper bound is too large")
            << flash << u"2026-11-23T03:59Z"_s << u"2026-11-23T04:00Z"_s << qint64{0}
            << most / 600'000 << ErrorKind::Overflow;
    }

    void refuses()
    {
        QFETCH(QString, model);
        QFETCH(QString, sent);
        QFETCH(QString, completed);
        QFETCH(qint64, hit);
        QFETCH(qint64, output);
        QFETCH(ErrorKind, kind);
        CostQuery asked = query(model, sent, completed);
        asked.hitTokens = hit;
        asked.outputTokens = output;
        const Result<Cost> cost = costOf(m_book, asked);
        QVERIFY(cost.hasError());
        QCOMPARE(cost.error().kind, kind);
    }

    void knowsWhatTheCacheSaved_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("saved");
        QTest::newRow("off-peak") << u"deepseek-flash"_s << u"2026-11-23T00:00Z"_s << u"0.147"_s;
        QTest::newRow("at peak") << u"deepseek-flash"_s << u"2026-11-23T01:00Z"_s << u"0.294"_s;
        QTest::newRow("nothing where hits cost what misses cost")
            << u"deepseek-chat"_s << u"2024-07-01T00:00Z"_s << u"0"_s;
    }

    void knowsWhatTheCacheSaved()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, saved);
        const Result<Quote> quote = m_book.quote(deepSeek(), model, at(instant), kUsd);
        QVERIFY(quote.hasValue());
        QCOMPARE(savedByCache(*quote, 1'000'000)->toDecimal(), saved);
        QCOMPARE(savedByCache(*quote, -1).error().kind, ErrorKind::InvalidValue);
    }
};

PENNYWORTH_TEST(CostTest)

#include "tst_cost.moc"
