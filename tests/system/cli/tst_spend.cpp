// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "store/store.h"
#include "support/awaited.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

/// A request and what it cost; an empty amount is unknown.
struct Spent {
    QString sent;
    QString provider = u"deepseek"_s;
    QString model = u"deepseek-flash"_s;
    QString amount;
    Currency currency = kUsd;
    CostSource source = CostSource::Computed;
    bool billable = true;
    int utcOffsetMinutes = 0;
};

void keep(Store &store, const Spent &spent)
{
    LedgerRequest request{.provider = spent.provider, .model = spent.model};
    request.billable = spent.billable;
    request.sent = parseInstant(spent.sent).valueOr({});
    request.utcOffsetMinutes = spent.utcOffsetMinutes;
    Settlement settlement;
    settlement.request = awaited(store.addRequest(request)).valueOr({});
    settlement.timings.sent = settlement.settled = request.sent;
    settlement.usage = {.prompt = 3, .cacheHit = 1, .cacheMiss = 2, .completion = 5};
    settlement.source = spent.source;
    if (!spent.amount.isEmpty())
        settlement.amount = Money::fromDecimal(spent.amount, spent.currency).valueOr({});
    QVERIFY(awaited(store.settle(settlement)).hasValue());
}

/// "group currency amount requests estimated unpriced", one a row, as they come.
QStringList rowsOf(const QJsonArray &spend)
{
    QStringList rows;
    for (const QJsonValue &value : spend) {
        const QJsonObject row = value.toObject();
        rows += QStringList{row.value(u"group"_s).toString(),
            row.value(u"currency"_s).toString(u"-"_s), row.value(u"amount"_s).toString(u"-"_s),
            QString::number(row.value(u"requests"_s).toInteger()),
            QString::number(row.value(u"estimated"_s).toInteger()),
            QString::number(row.value(u"unpriced"_s).toInteger())}
                    .join(u' ');
    }
    rows.sort();
    return rows;
}

} // namespace

/// What `spend` prints of a ledger that is known to the last digit.
class SpendTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Store store(m_home.databaseFile());
        QVERIFY(awaited(store.open()).hasValue());
        keep(store, {.sent = u"2026-11-20T10:00:00Z"_s, .amount = u"0.000603"_s});
        keep(store,
            {.sent = u"2026-11-20T11:00:00Z"_s,
                .model = u"deepseek-v4-pro"_s,
                .amount = u"0.001230000001"_s,
                .source = CostSource::Estimated});
        keep(store, {.sent = u"2026-11-20T12:00:00Z"_s, .amount = u"0.00402"_s, .currency = kCny});
        keep(store, {.sent = u"2026-11-20T13:00:00Z"_s, .provider = u"openai"_s, .model = u"m"_s});
        keep(store, // in Shanghai it is the day after
            {.sent = u"2026-11-20T17:00:00Z"_s, .amount = u"1.5"_s, .utcOffsetMinutes = 480});
        keep(store,
            {.sent = u"2026-11-20T14:00:00Z"_s,
                .provider = u"demo"_s,
                .amount = u"9"_s,
                .billable = false});
    }

    void sums_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("rows");
        // What nobody knows is counted in the first row of its group, and in no amount.
        QTest::newRow("by the sender's day")
            << QStringList{}
            << QStringList{u"2026-11-20 CNY 0.00402 2 0 1"_s,
                   u"2026-11-20 USD 0.001833000001 2 1 0"_s, u"2026-11-21 USD 1.5 1 0 0"_s};
        QTest::newRow("by model") << QStringList{u"--by"_s, u"model"_s}
                                  << QStringList{u"deepseek-flash CNY 0.00402 1 0 0"_s,
                                         u"deepseek-flash USD 1.500603 2 0 0"_s,
                                         u"deepseek-v4-pro USD 0.001230000001 1 1 0"_s,
                                         u"m - - 1 0 1"_s};
        QTest::newRow("by service")
            << QStringList{u"--by"_s, u"provider"_s}
            << QStringList{u"deepseek CNY 0.00402 1 0 0"_s, u"deepseek USD 1.501833000001 3 1 0"_s,
                   u"openai - - 1 0 1"_s};
        QTest::newRow("from a day on") << QStringList{u"--from"_s, u"2026-11-21"_s}
                                       << QStringList{u"2026-11-21 USD 1.5 1 0 0"_s};
        QTest::newRow("up to a day, included")
            << QStringList{u"--to"_s, u"2026-11-20"_s, u"--by"_s, u"provider"_s}
            << QStringList{u"deepseek CNY 0.00402 1 0 0"_s, u"deepseek USD 0.001833000001 2 1 0"_s,
                   u"openai - - 1 0 1"_s};
        QTest::newRow("a day without") << QStringList{u"--to"_s, u"2026-11-19"_s} << QStringList{};
    }

    void sums()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, rows);
        const Run run = m_home.run(QStringList{u"spend"_s, u"--json"_s} + options);
        QCOMPARE(run.status, 0);
        QCOMPARE(rowsOf(run.array()), rows);
    }

    void tellsPeopleWhatIsEstimatedAndWhatNobodyKnows()
    {
        const QByteArray table = m_home.run({u"spend"_s, u"--by"_s, u"model"_s}).standard;
        QVERIFY2(table.contains("≈$0.0012"), table.constData());
        QVERIFY2(table.contains("¥0.0040"), table.constData());
        QVERIFY2(table.contains("$1.50"), table.constData());
        QVERIFY2(table.contains("unknown"), table.constData());
    }

    void writesExactAmountsForSpreadsheets()
    {
        const QByteArray csv = m_home.run({u"spend"_s, u"--csv"_s}).standard;
        QVERIFY2(csv.contains("\r\n2026-11-20,2026-11-20,USD,0.001833000001,2,1,0,2,4,10\r\n"),
            csv.constData());
        QVERIFY2(csv.contains("\r\n2026-11-20,2026-11-20,CNY,0.00402,2,0,1,2,4,10\r\n"),
            csv.constData());
    }

private:
    Home m_home;
};

PENNYWORTH_TEST(SpendTest)

#include "tst_spend.moc"
