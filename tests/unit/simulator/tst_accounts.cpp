// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "simulator/accounts.h"
#include "support/testregistry.h"

#include <QJsonArray>

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_prices); }

    // 1,000 hit, 2,000 missed and 3,000 output tokens. The amounts were worked out on paper from
    // the price lists (unit prices per million in the row's name), not with this program.
    void charges_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("amount");
        const auto row = [](const char *name, const QString &model, const QString &at,
                             const QString &amount, const QString &currency = u"USD"_s) {
            QTest::newRow(name) << model << at << currency << amount;
        };
        row("first list, no price for hits, - / 0.14 / 0.28", u"deepseek-chat"_s,
            u"2024-05-10T00:00:00Z"_s, u"0.00126"_s);
        row("last second of the launch price, 0.014 / 0.14 / 0.28", u"deepseek-chat"_s,
            u"2025-02-08T15:59:59Z"_s, u"0.001134"_s);
        row("first second of the list price, 0.07 / 0.27 / 1.10", u"deepseek-chat"_s,
            u"2025-02-08T16:00:00Z"_s, u"0.00391"_s);
        row("V3.1, 0.07 / 0.56 / 1.68", u"deepseek-chat"_s, u"2025-09-05T16:00:00Z"_s,
            u"0.00623"_s);
        row("Flash on a Monday evening in Beijing, 0.003 / 0.15 / 0.60", u"deepseek-flash"_s,
            u"2026-11-23T12:00:00Z"_s, u"0.002103"_s);
        row("Flash on a Monday morning in Beijing, 0.006 / 0.30 / 1.20", u"deepseek-flash"_s,
            u"2026-11-23T02:00:00Z"_s, u"0.004206"_s);
        row("Flash on a Saturday morning in Beijing, 0.003 / 0.15 / 0.60", u"deepseek-flash"_s,
            u"2026-11-21T02:00:00Z"_s, u"0.002103"_s);
        row("an alias costs the same", u"deepseek-v4-flash"_s, u"2026-11-23T12:00:00Z"_s,
            u"0.002103"_s);
        row("Pro, 0.022 / 0.66 / 1.98", u"deepseek-v4-pro"_s, u"2026-11-23T12:00:00Z"_s,
            u"0.007282"_s);
        row("Flash in yuan, 0.02 / 1 / 4", u"deepseek-flash"_s, u"2026-11-23T12:00:00Z"_s,
            u"0.01402"_s, u"CNY"_s);
    }

    void charges()
    {
        QFETCH(QString, model);
        QFETCH(QString, at);
        QFETCH(QString, currency);
        QFETCH(QString, amount);
        const Currency unit = *Currency::fromCode(currency);
        Accounts accounts(
            *m_prices, accountOf(u"0"_s, u"1"_s, unit), [at = *parseInstant(at)] { return at; });
        const Money taken =
            accounts.charge(u"sk-a"_s, model, {.hit = 1000, .miss = 2000, .output = 3000});
        QCOMPARE(taken.toDecimal(), amount);
        QCOMPARE(taken.currency, unit);
    }

    void takesGrantedMoneyFirst()
    {
        Accounts accounts(*m_prices, accountOf(u"0.5"_s, u"10"_s, kUsd), evening);
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 1'000'000}); // 0.60
        QCOMPARE(accounts.balance(u"sk-a"_s), balanceOf(u"9.90"_s, u"0.00"_s, u"9.90"_s, true));
    }

    void showsWholeCentsAndNeverRoundsUp()
    {
        Accounts accounts(*m_prices, accountOf(u"0"_s, u"10"_s, kUsd), evening);
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 1});
        QCOMPARE(accounts.balance(u"sk-a"_s), balanceOf(u"9.99"_s, u"0.00"_s, u"9.99"_s, true));
    }

    void isUsedUpAtNothingAndMayFallBelow()
    {
        Accounts accounts(*m_prices, accountOf(u"0"_s, u"0.6"_s, kUsd), evening);
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 999'999});
        QVERIFY(accounts.hasMoney(u"sk-a"_s));
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 1});
        QVERIFY(!accounts.hasMoney(u"sk-a"_s));
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 1});
        QCOMPARE(accounts.balance(u"sk-a"_s), balanceOf(u"-0.01"_s, u"0.00"_s, u"-0.01"_s, false));
    }

    void eachKeyHasItsOwnAccount()
    {
        Accounts accounts(*m_prices, accountOf(u"0"_s, u"10"_s, kUsd), evening);
        accounts.charge(u"sk-a"_s, u"deepseek-flash"_s, {.output = 1'000'000});
        QCOMPARE(accounts.balance(u"sk-b"_s), balanceOf(u"10.00"_s, u"0.00"_s, u"10.00"_s, true));
    }

    void sellsWhatThePriceBookSellsAtTheClock_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QStringList>("models");
        QTest::newRow("at the launch of V3")
            << u"2024-12-26T12:00:00Z"_s << QStringList{u"deepseek-chat"_s};
        QTest::newRow("in November 2026")
            << u"2026-11-23T12:00:00Z"_s << QStringList{u"deepseek-flash"_s, u"deepseek-v4-pro"_s};
        QTest::newRow("before the first list") << u"2024-01-01T00:00:00Z"_s << QStringList();
    }

    void sellsWhatThePriceBookSellsAtTheClock()
    {
        QFETCH(QString, at);
        QFETCH(QStringList, models);
        const Accounts accounts(*m_prices, {}, [at = *parseInstant(at)] { return at; });
        QStringList sold = accounts.models();
        sold.sort();
        QCOMPARE(sold, models);
    }

private:
    static Instant evening() { return *parseInstant(u"2026-11-23T12:00:00Z"); }

    static AccountSettings accountOf(
        const QString &granted, const QString &toppedUp, Currency currency)
    {
        return {.granted = *Money::fromDecimal(granted, currency),
            .toppedUp = *Money::fromDecimal(toppedUp, currency)};
    }

    static QJsonObject balanceOf(
        const QString &total, const QString &granted, const QString &toppedUp, bool available)
    {
        const QJsonObject entry{{u"currency"_s, u"USD"_s}, {u"total_balance"_s, total},
            {u"granted_balance"_s, granted}, {u"topped_up_balance"_s, toppedUp}};
        return {{u"is_available"_s, available}, {u"balance_infos"_s, QJsonArray{entry}}};
    }

    const Result<PriceBook> m_prices = PriceBook::builtIn();
};

PENNYWORTH_TEST(AccountsTest)

#include "tst_accounts.moc"
