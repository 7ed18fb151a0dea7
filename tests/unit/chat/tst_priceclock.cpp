// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/priceclock.h"
#include "support/fakeclock.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// deepseek-flash in November 2026: peak Monday to Friday 01:00-04:00Z and 06:00-10:00Z, Chinese
// holidays excepted.
class PriceClockTest : public QObject {
    Q_OBJECT

private slots:
    void wakesAtTheNextDisplayedChange_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("window");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("wakeup");
        const auto row = [](const char *name, const QString &now, const QString &window,
                             int minutes, const QString &wakeup) {
            QTest::newRow(name) << now << window << minutes << wakeup;
        };
        row("on a whole minute", u"2026-11-23T00:10:00Z"_s, u"off-peak"_s, 50,
            u"2026-11-23T00:11:00Z"_s);
        row("just after one", u"2026-11-23T00:10:00.001Z"_s, u"off-peak"_s, 50,
            u"2026-11-23T00:11:00Z"_s);
        row("just before one", u"2026-11-23T00:10:59.999Z"_s, u"off-peak"_s, 50,
            u"2026-11-23T00:11:00Z"_s);
        row("in the last minute", u"2026-11-23T00:59:30Z"_s, u"off-peak"_s, 1,
            u"2026-11-23T01:00:00Z"_s);
        row("a millisecond before the change", u"2026-11-23T00:59:59.999Z"_s, u"off-peak"_s, 1,
            u"2026-11-23T01:00:00Z"_s);
        row("at the change", u"2026-11-23T01:00:00Z"_s, u"peak"_s, 180, u"2026-11-23T01:01:00Z"_s);
        row("over a weekend", u"2026-11-20T10:00:00Z"_s, u"off-peak"_s, 63 * 60,
            u"2026-11-20T10:01:00Z"_s);
    }

    void wakesAtTheNextDisplayedChange()
    {
        QFETCH(QString, now);
        QFETCH(QString, window);
        QFETCH(int, minutes);
        QFETCH(QString, wakeup);
        const FakeClock clock{QStringView(now)};
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        prices.setShown(true);
        QVERIFY(prices.quote().hasValue());
        QCOMPARE(prices.quote()->window, window);
        QCOMPARE(prices.untilChange(), std::optional(std::chrono::minutes(minutes)));
        QCOMPARE(formatInstant(*prices.nextWakeup()), wakeup);
    }

    void tellsEachDisplayedChangeOnce()
    {
        FakeClock clock(u"2026-11-23T00:57:00Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        prices.setShown(true);
        QSignalSpy changed(&prices, &PriceClock::changed);
        for (int i = 0; i < 6; ++i) { // 00:58, 00:59, 01:00, …
            clock.set(*prices.nextWakeup());
            prices.refresh();
            QCOMPARE(changed.size(), i + 1);
            prices.refresh();
            QCOMPARE(changed.size(), i + 1);
        }
        QCOMPARE(formatInstant(clock.now()), u"2026-11-23T01:03:00Z"_s);
        QCOMPARE(prices.quote()->window, u"peak"_s);
    }

    void aClockJumpIsNoticed()
    {
        FakeClock clock(u"2026-11-23T00:57:00Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        prices.setShown(true);
        clock.set(u"2026-11-23T05:00:00Z"); // suspended over the peak
        prices.refresh();
        QCOMPARE(prices.quote()->window, u"off-peak"_s);
        QCOMPARE(prices.untilChange(), std::optional(60min));
        clock.set(u"2026-11-23T02:00:00Z"); // and set back
        prices.refresh();
        QCOMPARE(prices.quote()->window, u"peak"_s);
    }

    void sleepsWhileNobodyLooks()
    {
        const FakeClock clock(u"2026-11-23T00:57:00Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        QVERIFY(!prices.nextWakeup());
        prices.setShown(true);
        QVERIFY(prices.nextWakeup());
        prices.setShown(false);
        QVERIFY(!prices.nextWakeup());
    }

    void looksAgainWhenShown()
    {
        FakeClock clock(u"2026-11-23T00:57:00Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        clock.set(u"2026-11-23T01:30:00Z");
        QSignalSpy changed(&prices, &PriceClock::changed);
        prices.setShown(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(prices.quote()->window, u"peak"_s);
    }

    void withoutAPriceItStillLooksEachMinute()
    {
        const FakeClock clock(u"2026-11-23T00:57:10Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"openai"_s, u"nobody-knows"_s, kUsd);
        prices.setShown(true);
        QVERIFY(prices.quote().hasError());
        QCOMPARE(prices.quote().error().kind, ErrorKind::UnknownPrice);
        QVERIFY(!prices.untilChange());
        QVERIFY(prices.today().isEmpty());
        QCOMPARE(*prices.nextWakeup() - clock.now(), std::chrono::milliseconds(1min));
    }

    void theTimerItselfRefreshes()
    {
        FakeClock clock(u"2026-11-23T00:59:59.980Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        prices.setShown(true);
        clock.set(u"2026-11-23T01:00:00Z");
        QTRY_COMPARE(prices.quote()->window, u"peak"_s);
    }

    void theDayHasItsWindows()
    {
        const FakeClock clock(u"2026-11-23T12:00:00Z");
        PriceClock prices(m_book, clock);
        prices.setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        QCOMPARE(prices.today().size(), 5);
    }

private:
    PriceBook m_book = PriceBook::builtIn().value();
};

PENNYWORTH_TEST(PriceClockTest)

#include "tst_priceclock.moc"
