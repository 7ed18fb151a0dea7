// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace std::chrono;
using namespace Qt::StringLiterals;

/// What a quote promises about the future is compared with the quotes of every minute to come.
class NextChangeTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

private slots:
    void agreesWithEveryMinute_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("daysLong");
        QTest::newRow("the first nightly discounts")
            << u"deepseek-chat"_s << u"2025-02-25T00:00Z"_s << 4;
        QTest::newRow("V3-0324 inside a discount")
            << u"deepseek-chat"_s << u"2025-03-22T00:00Z"_s << 3;
        QTest::newRow("the last nightly discounts")
            << u"deepseek-reasoner"_s << u"2025-09-03T00:00Z"_s << 5;
        QTest::newRow("the price cuts of April")
            << u"deepseek-v4-pro"_s << u"2026-04-24T00:00Z"_s << 4;
        QTest::newRow("the first windows and the weekend rule")
            << u"deepseek-v4-flash"_s << u"2026-08-15T00:00Z"_s << 12;
        QTest::newRow("the alias, the holiday rule, both holidays")
            << u"deepseek-v4-flash"_s << u"2026-09-08T00:00Z"_s << 35;
        QTest::newRow("into a year without a calendar")
            << u"deepseek-flash"_s << u"2026-12-28T00:00Z"_s << 10;
    }

    void agreesWithEveryMinute()
    {
        QFETCH(QString, model);
        QFETCH(QString, from);
        QFETCH(int, daysLong);
        const Instant start = at(from);
        QList<Quote> quotes;
        for (Instant minute = start; minute < start + days{daysLong}; minute += minutes{1}) {
            const Result<Quote> quote = m_book.quote(deepSeek(), model, minute, kUsd);
            QVERIFY(quote.hasValue());
            quotes.append(*quote);
        }

        // Backwards: where the prices next differ from those of each minute.
        std::optional<qsizetype> change;
        for (qsizetype i = quotes.size() - 1; i >= 0; --i) {
            const Quote &quote = quotes.at(i);
            if (i + 1 < quotes.size() && quotes.at(i + 1).prices != quote.prices)
                change = i + 1;
            const Instant promised = quote.nextChange ? quote.nextChange->at : Instant::max();
            if (!change) {
                QVERIFY(promised >= start + days{daysLong});
                continue;
            }
            const Quote &next = quotes.at(*change);
            QCOMPARE(promised, start + minutes{*change});
            QCOMPARE(quote.until, promised);
            QCOMPARE(quote.nextChange->prices, next.prices);
            QCOMPARE(quote.nextChange->window, next.window);
            QCOMPARE(quote.nextChange->confidence, next.confidence);
        }
    }

    void endsTheDaysWhereTheMinutesDo()
    {
        for (Instant day = at(u"2026-08-14T00:00Z"); day < at(u"2026-08-26T00:00Z");
             day += days{1}) {
            QList<DaySpan> sampled;
            for (Instant minute = day; minute < day + days{1}; minute += minutes{1}) {
                const Result<Quote> quote =
                    m_book.quote(deepSeek(), u"deepseek-v4-pro"_s, minute, kCny);
                QVERIFY(quote.hasValue());
                if (sampled.isEmpty() || sampled.last().window != quote->window
                    || sampled.last().prices != quote->prices)
                    sampled.append({.from = minute,
                        .to = minute,
                        .window = quote->window,
                        .prices = quote->prices});
                sampled.last().to = minute + minutes{1};
            }
            QCOMPARE(m_book.day(deepSeek(), u"deepseek-v4-pro"_s, day + hours{5}, kCny), sampled);
        }
    }
};

PENNYWORTH_TEST(NextChangeTest)

#include "tst_nextchange.moc"
