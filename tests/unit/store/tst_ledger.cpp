// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/ledgertable.h"
#include "store/migrations.h"
#include "store/spendsums.h"
#include "support/testregistry.h"

#include <QMap>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The rules of the ledger, on the tables themselves: nothing is ever changed, and the rollup says
/// what the rows say.
class LedgerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

    RequestId add(const LedgerRequest &request)
    {
        Transaction transaction(*m_database, Transaction::Kind::Write);
        return transaction.commit(LedgerTable(transaction).insert(request, 1)).valueOr({});
    }

    bool add(const Settlement &settlement)
    {
        Transaction transaction(*m_database, Transaction::Kind::Write);
        LedgerTable(transaction).insert(settlement);
        return transaction.commit().hasValue();
    }

    ConversationTotals totals(ConversationId conversation)
    {
        Transaction transaction(*m_database, Transaction::Kind::Read);
        return SpendSums(transaction).totals(conversation);
    }

    QList<SpendRow> spend(const SpendQuery &query)
    {
        Transaction transaction(*m_database, Transaction::Kind::Read);
        return SpendSums(transaction).spend(query);
    }

    Result<Done> run(const QString &sql)
    {
        Transaction transaction(*m_database, Transaction::Kind::Write);
        transaction.execute(sql);
        return transaction.commit();
    }

    LedgerRequest request(
        qint64 conversation, const QString &model, Instant sent, bool billable = true)
    {
        LedgerRequest made = sampleRequest(sent);
        made.conversation = {conversation};
        made.model = model;
        made.billable = billable;
        made.provider = billable ? u"deepseek"_s : u"demo"_s;
        return made;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database =
            Database::open(m_folder->filePath(u"ledger.sqlite"_s), Database::Use::ReadWrite)
                .value();
        QVERIFY(m_database->useWriteAheadLog().hasValue());
        QVERIFY(Migrations::builtIn().apply(*m_database).hasValue());
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void nothingIsChangedOrDeleted_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a request is not changed") << u"UPDATE request SET model = 'x'"_s;
        QTest::newRow("a request is not deleted") << u"DELETE FROM request"_s;
        QTest::newRow("a request is not replaced")
            << u"REPLACE INTO request SELECT * FROM request"_s;
        QTest::newRow("a settlement is not changed") << u"UPDATE settlement SET amount_picos = 0"_s;
        QTest::newRow("a settlement is not deleted") << u"DELETE FROM settlement"_s;
        QTest::newRow("a settlement is not replaced")
            << u"REPLACE INTO settlement SELECT * FROM settlement"_s;
    }

    void nothingIsChangedOrDeleted()
    {
        QFETCH(QString, sql);
        QVERIFY(add(sampleSettlement(add(request(1, u"a"_s, launchDay())))));
        QVERIFY(run(sql).hasError());
        QCOMPARE(totals({1}).cost, QList<Money>({{123000000, kUsd}}));
    }

    void aFailedStatementUndoesItsTransaction()
    {
        {
            Transaction transaction(*m_database, Transaction::Kind::Write);
            LedgerTable ledger(transaction);
            ledger.insert(request(1, u"a"_s, launchDay()), 1);
            ledger.insert(sampleSettlement({77})); // no such request
            const Result<Done> done = transaction.commit();
            QVERIFY(done.hasError());
            QCOMPARE(done.error().kind, ErrorKind::NotFound);
        }
        QCOMPARE(m_database->number(u"SELECT count(*) FROM request"_s).value(), 0);
    }

    void anIdIsNeverUsedAgain()
    {
        QVERIFY(run(
            u"INSERT INTO conversation (created_ms, updated_ms, provider, model, title) VALUES (1, 1, '', '', '')"_s)
                    .hasValue());
        QVERIFY(run(u"DELETE FROM conversation"_s).hasValue());
        QVERIFY(run(
            u"INSERT INTO conversation (created_ms, updated_ms, provider, model, title) VALUES (1, 1, '', '', '')"_s)
                    .hasValue());
        QCOMPARE(m_database->number(u"SELECT id FROM conversation"_s).value(), 2);
    }

    void aCorrectionTakesThePlaceOfWhatItCorrects()
    {
        const RequestId id = add(request(1, u"a"_s, launchDay()));
        Settlement unknown = sampleSettlement(id);
        unknown.amount = unknown.low = unknown.high = std::nullopt;
        unknown.source = CostSource::Unknown;
        QVERIFY(add(unknown));
        QCOMPARE(totals({1}).unpriced, 1);
        QVERIFY(totals({1}).cost.isEmpty());

        Settlement estimate = sampleSettlement(id, 500);
        estimate.source = CostSource::Estimated;
        QVERIFY(add(estimate));
        QCOMPARE(totals({1}).unpriced, 0);
        QCOMPARE(totals({1}).estimated, 1);

        QVERIFY(add(sampleSettlement(id, 700)));
        const ConversationTotals after = totals({1});
        QCOMPARE(after.cost, QList<Money>({{700, kUsd}}));
        QCOMPARE(after.savedByCache, QList<Money>({{100 * (140000 - 14000), kUsd}}));
        QCOMPARE(after.requests, 1);
        QCOMPARE(after.estimated, 0);
        QCOMPARE(after.outputTokens, 50);
    }

    void nonsenseFromAServiceDoesNotStopTheLedger()
    {
        Settlement settlement = sampleSettlement(add(request(1, u"a"_s, launchDay())));
        const qint64 most = std::numeric_limits<qint64>::max();
        settlement.usage = {
            .prompt = most, .cacheHit = most, .cacheMiss = most, .completion = most};
        settlement.priceMiss = UnitPrice{most};
        QVERIFY(add(settlement));
        QVERIFY(add(settlement));
        QCOMPARE(totals({1}).savedByCache, QList<Money>({{0, kUsd}}));
        settlement.request = add(request(1, u"a"_s, launchDay()));
        settlement.usage = {.prompt = -1, .cacheHit = -5, .cacheMiss = -7, .completion = -9};
        QVERIFY(add(settlement));
        QCOMPARE(totals({1}).requests, 2);
    }

    void theDemonstrationStandsInNoTotal()
    {
        QVERIFY(add(sampleSettlement(add(request(1, u"a"_s, launchDay(), false)))));
        const ConversationTotals found = totals({1});
        QVERIFY(found.cost.isEmpty());
        QCOMPARE(found.requests, 0);
        QCOMPARE(found.demonstrationRequests, 1);
        QVERIFY(spend({}).isEmpty());
        QCOMPARE(m_database->number(u"SELECT count(*) FROM v_spend_by_day"_s).value(), 0);
    }

    void theDayOfSpendIsTheSendersDay()
    {
        LedgerRequest late = request(
            1, u"a"_s, Instant(std::chrono::milliseconds(1739044800000))); // 2025-02-08T20:00Z
        late.utcOffsetMinutes = 480;
        QVERIFY(add(sampleSettlement(add(late))));
        late.utcOffsetMinutes = -300;
        QVERIFY(add(sampleSettlement(add(late))));
        const QList<SpendRow> days = spend({.by = SpendGroup::Day});
        QCOMPARE(days.size(), 2);
        QCOMPARE(days.at(0).group, u"2025-02-08"_s);
        QCOMPARE(days.at(1).group, u"2025-02-09"_s);
        const QDate ninth(2025, 2, 9);
        QCOMPARE(spend({.from = ninth}).size(), 1);
        QCOMPARE(spend({.from = ninth, .to = ninth}).constFirst().amount, days.at(1).amount);
        QVERIFY(spend({.from = ninth.addDays(1)}).isEmpty());
    }

    void currenciesAreNeverAdded()
    {
        QVERIFY(add(sampleSettlement(add(request(1, u"a"_s, launchDay())), 5)));
        Settlement yuan = sampleSettlement(add(request(1, u"a"_s, launchDay())), 7);
        yuan.amount = yuan.low = yuan.high = Money{7, kCny};
        QVERIFY(add(yuan));
        Settlement unknown = yuan;
        unknown.request = add(request(1, u"a"_s, launchDay()));
        unknown.amount = unknown.low = unknown.high = std::nullopt;
        QVERIFY(add(unknown));

        const QList<SpendRow> rows = spend({.by = SpendGroup::Model});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).amount, (Money{7, kCny}));
        QCOMPARE(rows.at(0).unpriced, 1); // counted once, in the first row
        QCOMPARE(rows.at(0).requests, 2);
        QCOMPARE(rows.at(1).amount, (Money{5, kUsd}));
        QCOMPARE(rows.at(1).unpriced, 0);
        QCOMPARE(totals({1}).cost, QList<Money>({{7, kCny}, {5, kUsd}}));
    }

    void whatPeopleReadIsDecimal()
    {
        QVERIFY(add(sampleSettlement(add(request(1, u"a"_s, launchDay(125ms))), 2100000000007)));
        Transaction transaction(*m_database, Transaction::Kind::Read);
        const auto text = [&transaction](const QString &sql) {
            return transaction.first(sql, {}, [](Row &row) { return row.text(); })
                .value_or(QString());
        };
        QCOMPARE(text(u"SELECT amount FROM v_requests"_s), u"2.100000000007"_s);
        QCOMPARE(text(u"SELECT low FROM v_requests"_s), u"2.100000000006"_s);
        QCOMPARE(text(u"SELECT price_hit FROM v_requests"_s), u"0.014"_s);
        QCOMPARE(text(u"SELECT sent FROM v_requests"_s), u"2025-02-08T10:00:00.125Z"_s);
        QCOMPARE(text(u"SELECT state FROM v_requests"_s), u"settled"_s);
        QCOMPARE(text(u"SELECT day || ' ' || currency || ' ' || amount FROM v_spend_by_day"_s),
            u"2025-02-08 USD 2.100000000007"_s);
    }

    void theRateIsLearnedFromWhatServicesReported()
    {
        for (int i = 0; i < 300; ++i) {
            Settlement settlement = sampleSettlement(add(request(1, u"a"_s, launchDay())));
            settlement.usage.completion =
                i < 100 ? 1000000 : 50; // the oldest hundred no longer count
            QVERIFY(add(settlement));
        }
        Settlement estimate = sampleSettlement(add(request(1, u"a"_s, launchDay())));
        estimate.source = CostSource::Estimated;
        QVERIFY(add(estimate));
        Transaction transaction(*m_database, Transaction::Kind::Read);
        LedgerTable ledger(transaction);
        QCOMPARE(ledger.outputRate(u"deepseek"_s, u"a"_s),
            (TokenRate{.tokens = 200 * 50, .bytes = 200 * 210}));
        QCOMPARE(ledger.outputRate(u"deepseek"_s, u"other"_s), TokenRate());
        QVERIFY(!ledger.replyLengths(u"deepseek"_s, u"a"_s).isEmpty());
        QVERIFY(ledger.replyLengths(u"deepseek"_s, u"other"_s).isEmpty());
    }

    void theRollupSaysWhatTheRowsSay();
};

namespace {

struct Written {
    LedgerRequest request;
    std::optional<Settlement> latest;
};

// The sums as a person would add them up from the rows.
ConversationTotals addedUp(const QList<Written> &rows, ConversationId conversation)
{
    ConversationTotals totals;
    QMap<QString, std::pair<qint64, qint64>> money; // by currency: amount, saved
    for (const Written &row : rows) {
        if (row.request.conversation != conversation)
            continue;
        totals.demonstrationRequests += row.request.billable ? 0 : 1;
        if (!row.request.billable || !row.latest)
            continue;
        const Settlement &settled = *row.latest;
        ++totals.requests;
        totals.hitTokens += settled.usage.cacheHit.value_or(0);
        totals.missTokens += settled.usage.cacheMiss.value_or(0);
        totals.outputTokens += settled.usage.completion.value_or(0);
        if (!settled.amount) {
            ++totals.unpriced;
            continue;
        }
        totals.estimated += settled.source == CostSource::Estimated ? 1 : 0;
        auto &[amount, saved] = money[settled.amount->currency.code()];
        amount += settled.amount->picos;
        saved += settled.usage.cacheHit.value_or(0)
            * (settled.priceMiss->micros - settled.priceHit->micros);
    }
    for (auto it = money.cbegin(); it != money.cend(); ++it) {
        const Currency currency = Currency::fromCode(it.key()).value();
        totals.cost.append({it->first, currency});
        totals.savedByCache.append({it->second, currency});
    }
    return totals;
}

Settlement randomSettlement(RequestId id, QRandomGenerator &random)
{
    Settlement settlement = sampleSettlement(id, random.bounded(1000000000));
    settlement.usage.cacheHit = random.bounded(1000);
    settlement.usage.cacheMiss = random.bounded(1000);
    settlement.usage.completion = random.bounded(1000);
    settlement.source = static_cast<CostSource>(random.bounded(3));
    if (random.bounded(4) == 0)
        settlement.amount->currency = kCny;
    settlement.low = settlement.high = settlement.amount;
    if (random.bounded(5) == 0)
        settlement.amount = settlement.low = settlement.high = std::nullopt;
    return settlement;
}

} // namespace

void LedgerTest::theRollupSaysWhatTheRowsSay()
{
    QRandomGenerator random(20250208);
    const QStringList models{u"a"_s, u"b"_s, u"c"_s};
    QList<Written> rows;
    for (int step = 0; step < 1500; ++step) {
        if (rows.isEmpty() || random.bounded(2) == 0) {
            LedgerRequest made = request(random.bounded(4), models.at(random.bounded(3)),
                launchDay(std::chrono::minutes(random.bounded(4000))), random.bounded(6) != 0);
            made.utcOffsetMinutes = random.bounded(-12, 15) * 60;
            made.id = add(made);
            rows.append({.request = made, .latest = std::nullopt});
        } else {
            Written &row = rows[random.bounded(static_cast<int>(rows.size()))];
            row.latest = randomSettlement(row.request.id, random);
            QVERIFY(add(*row.latest));
        }
    }
    QMap<QString, qint64> dollarsByDay;
    for (const Written &row : std::as_const(rows)) {
        if (!row.request.billable || !row.latest || !row.latest->amount
            || row.latest->amount->currency != kUsd)
            continue;
        const QDateTime local =
            QDateTime::fromMSecsSinceEpoch(row.request.sent.time_since_epoch().count(),
                Qt::OffsetFromUTC, row.request.utcOffsetMinutes * 60);
        dollarsByDay[local.date().toString(Qt::ISODate)] += row.latest->amount->picos;
    }
    for (qint64 conversation = 1; conversation < 4; ++conversation)
        QCOMPARE(totals({conversation}), addedUp(rows, {conversation}));
    QMap<QString, qint64> found;
    for (const SpendRow &row : spend({.by = SpendGroup::Day})) {
        if (row.currency == kUsd && row.requests > row.unpriced)
            found[row.group] = row.amount.picos;
    }
    QCOMPARE(found, dollarsByDay);
    QCOMPARE(m_database->number(u"SELECT sum(open) FROM rollup"_s).value(),
        std::ranges::count_if(
            rows, [](const Written &row) { return row.request.billable && !row.latest; }));
}

PENNYWORTH_TEST(LedgerTest)

#include "tst_ledger.moc"
