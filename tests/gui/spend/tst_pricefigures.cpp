// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricefigures.h"

#include "chat/priceclock.h"
#include "spend/pricecard.h"
#include "support/fakeclock.h"
#include "support/testregistry.h"
#include "support/themed.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class PriceFiguresTest : public QObject {
    Q_OBJECT

private slots:
    void saysTheRateAndItsNextChange_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<QString>("change");
        QTest::newRow("off-peak in the evening")
            << u"2026-11-23T22:46:00Z"_s << u"off-peak, ends in 2 h 14 min"_s
            << u"doubles in 2 h 14 min (01:00\u00a0UTC)"_s;
        QTest::newRow("peak") << u"2026-11-24T01:00:00Z"_s << u"peak, ends in 3 h 0 min"_s
                              << u"halves in 3 h 0 min (04:00\u00a0UTC)"_s;
        QTest::newRow("the next peak is days away")
            << u"2026-11-20T12:00:00Z"_s << u"off-peak, ends in 2 d 13 h"_s
            << u"doubles in 2 d 13 h (2026-11-23 01:00\u00a0UTC)"_s;
    }

    void saysTheRateAndItsNextChange()
    {
        QFETCH(QString, at);
        const PriceFigures figures = figuresAt(at);
        QTEST(rateText(figures), "rate");
        QTEST(nextChangeText(figures), "change");
    }

    void anUnknownPriceIsUnknown()
    {
        const FakeClock clock(u"2026-11-23T12:00:00Z");
        PriceClock priceClock(m_book, clock);
        priceClock.setModel(u"deepseek"_s, u"no-such-model"_s, kUsd);
        const PriceFigures figures = priceFigures(priceClock, Billing::Billed);
        QVERIFY(!figures.quote);
        QCOMPARE(rateText(figures), u"no price known"_s);
        PriceCard card(m_themed.theme);
        card.show(figures);
        QCOMPARE(child<QLabel>(card, "priceNow")->text().trimmed(), u"No price known"_s);
        QVERIFY(child<QWidget>(card, "dayBar")->isHidden());
    }

    void theCardShowsAllPrices()
    {
        PriceCard card(m_themed.theme);
        card.show(figuresAt(u"2026-11-23T12:00:00Z"_s));
        QCOMPARE(child<QLabel>(card, "priceNow")->text(),
            u"Input, cached $0.003\nInput $0.15\nOutput $0.60"_s);
        QCOMPARE(child<QLabel>(card, "priceExplanation")->text(),
            u"per 1M tokens · doubles in 13 h 0 min (01:00\u00a0UTC)"_s);
        QCOMPARE(child<QWidget>(card, "dayBar")->accessibleName(),
            u"Dearer hours (UTC): 01:00–04:00, 06:00–10:00"_s);
    }

    void aLocalServiceHasNoPrice()
    {
        const PriceFigures figures{.billing = Billing::Local};
        QCOMPARE(rateText(figures), u"local, nothing is charged"_s);
        PriceCard card(m_themed.theme);
        card.show(figures);
        QVERIFY(child<QLabel>(card, "priceNow")->isHidden());
    }

private:
    [[nodiscard]] PriceFigures figuresAt(const QString &at) const
    {
        const FakeClock clock(at);
        PriceClock priceClock(m_book, clock);
        priceClock.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        return priceFigures(priceClock, Billing::Billed);
    }

    Themed m_themed;
    PriceBook m_book = PriceBook::builtIn().value();
};

PENNYWORTH_TEST(PriceFiguresTest)

#include "tst_pricefigures.moc"
