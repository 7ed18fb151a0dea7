// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"
#include "support/testregistry.h"

#include <limits>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MoneyTest : public QObject {
    Q_OBJECT

private slots:
    void readsCurrencies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("capitals") << u"USD"_s << u"USD"_s;
        QTest::newRow("small letters") << u"cny"_s << u"CNY"_s;
        QTest::newRow("too short") << u"US"_s << QString();
        QTest::newRow("too long") << u"USDT"_s << QString();
        QTest::newRow("a digit") << u"US1"_s << QString();
        QTest::newRow("a letter that is two when capital") << u"uß"_s << QString();
        QTest::newRow("a letter that becomes an I") << u"ıns"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void readsCurrencies()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const Result<Currency> currency = Currency::fromCode(text);
        QCOMPARE(currency.hasError(), code.isEmpty());
        if (currency)
            QCOMPARE(currency->code(), code);
        else
            QCOMPARE(currency.error().kind, ErrorKind::InvalidValue);
    }

    void multipliesExactly()
    {
        QCOMPARE(*picosFor(0, UnitPrice{3625}), qint64{0});
        QCOMPARE(*picosFor(1, UnitPrice{3625}), qint64{3625});
        QCOMPARE(*picosFor(1'000'000, *UnitPrice::fromDecimal(u"1.1")), qint64{1'100'000'000'000});
        QCOMPARE((Money{*picosFor(640, *UnitPrice::fromDecimal(u"0.07")), kUsd}.toDecimal()),
            u"0.0000448"_s);
        QCOMPARE(picosFor(-1, UnitPrice{1}).error().kind, ErrorKind::InvalidValue);
        QCOMPARE(picosFor(std::numeric_limits<qint64>::max(), UnitPrice{2}).error().kind,
            ErrorKind::Overflow);
    }

    void adds()
    {
        QCOMPARE(*add({1, kUsd}, {2, kUsd}), (Money{3, kUsd}));
        const Money most{std::numeric_limits<qint64>::max(), kCny};
        QCOMPARE(add(most, {1, kCny}).error().kind, ErrorKind::Overflow);
    }

    void readsPrices()
    {
        QCOMPARE(UnitPrice::fromDecimal(u"0.003625")->micros, qint64{3625});
        QCOMPARE(UnitPrice::fromDecimal(u"0.0036255").error().kind, ErrorKind::InvalidValue);
        QCOMPARE(UnitPrice::fromDecimal(u"-1").error().detail, u"a price cannot be negative"_s);
        QCOMPARE(UnitPrice::fromDecimal(u"1.10")->toDecimal(), u"1.1"_s);
    }

    void showsTwoSignificantDigitsAtAnySize_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *amount, const char *text,
                             const QString &currency = u"USD"_s) {
            QTest::newRow(name) << QString::fromLatin1(amount) << currency
                                << QString::fromUtf8(text);
        };
        row("nothing at all", "0", "$0.00");
        row("the smallest amount", "0.000000000001", "$0.000000000001");
        row("one hit token", "0.000000003625", "$0.0000000036");
        row("a short turn", "0.00038", "$0.00038");
        row("a turn", "0.0042", "$0.0042");
        row("one digit gets its zero", "0.004", "$0.0040");
        row("rounded", "0.000255222", "$0.00026");
        row("half rounds up", "0.000255", "$0.00026");
        row("less than half rounds down", "0.000254999999", "$0.00025");
        row("rounding into the next place", "0.0996", "$0.10");
        row("rounding into the next place, further down", "0.000999", "$0.0010");
        row("cents", "0.05", "$0.050");
        row("cents are rounded", "0.0544", "$0.054");
        row("dollars", "1.27", "$1.27");
        row("dollars are rounded to cents", "1.275", "$1.28");
        row("almost a dollar", "0.999", "$1.00");
        row("almost ten", "9.996", "$10.00");
        row("thousands", "1234567.891", "$1234567.89");
        row("the most", "9223372.036854775807", "$9223372.04");
        row("negative", "-0.42", "−$0.42");
        row("the least", "-9223372.036854775808", "−$9223372.04");
        row("yuan", "0.15", "¥0.15", u"CNY"_s);
        row("euro", "2", "€2.00", u"EUR"_s);
        row("a currency without a sign", "2", "CHF\u00a02.00", u"CHF"_s);
    }

    void showsTwoSignificantDigitsAtAnySize()
    {
        QFETCH(QString, amount);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        const Result<Money> money = Money::fromDecimal(amount, *Currency::fromCode(currency));
        QVERIFY(money.hasValue());
        QCOMPARE(money->toDecimal(), amount);
        QCOMPARE(moneyText(*money), text);
    }

    void showsUnitPricesUnrounded_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("text");
        QTest::newRow("fine") << u"0.003625"_s << u"$0.003625"_s;
        QTest::newRow("three places") << u"0.003"_s << u"$0.003"_s;
        QTest::newRow("two places") << u"0.15"_s << u"$0.15"_s;
        QTest::newRow("one place") << u"0.6"_s << u"$0.60"_s;
        QTest::newRow("whole") << u"2"_s << u"$2.00"_s;
        QTest::newRow("free") << u"0"_s << u"$0.00"_s;
    }

    void showsUnitPricesUnrounded()
    {
        QFETCH(QString, price);
        QFETCH(QString, text);
        QCOMPARE(unitPriceText(*UnitPrice::fromDecimal(price), kUsd), text);
    }

    void sumsOfDifferentCurrenciesStandSideBySide_data()
    {
        QTest::addColumn<QList<Money>>("sums");
        QTest::addColumn<QString>("text");
        const Money dollars{4'200'000'000, kUsd};
        const Money yuan{180'000'000'000, kCny};
        QTest::newRow("none") << QList<Money>() << QString();
        QTest::newRow("one") << QList<Money>{dollars} << u"$0.0042"_s;
        QTest::newRow("two") << QList<Money>{dollars, yuan} << u"$0.0042 + ¥0.18"_s;
        QTest::newRow("nothing of one") << QList<Money>{Money{0, kUsd}, yuan} << u"$0.00 + ¥0.18"_s;
    }

    void sumsOfDifferentCurrenciesStandSideBySide()
    {
        QFETCH(QList<Money>, sums);
        QTEST(sumsText(sums), "text");
    }
};

PENNYWORTH_TEST(MoneyTest)

#include "tst_money.moc"
