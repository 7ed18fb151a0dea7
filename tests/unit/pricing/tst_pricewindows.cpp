// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

// The peak rule of late 2026: Monday to Friday by the Beijing calendar, no Chinese statutory
// holiday, 09:00–12:00 and 14:00–18:00 Beijing time, start included, end excluded.

class PriceWindowsTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

private slots:
    void knowsPeakFromOffPeak_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("window");
        QTest::newRow("Monday, before the morning peak")
            << u"2026-11-23T00:59:59.999Z"_s << u"off-peak"_s;
        QTest::newRow("Monday, 01:00 UTC") << u"2026-11-23T01:00Z"_s << u"peak"_s;
        QTest::newRow("the same said in Beijing") << u"2026-11-23T09:00+08:00"_s << u"peak"_s;
        QTest::newRow("Monday, end of the morning peak")
            << u"2026-11-23T03:59:59.999Z"_s << u"peak"_s;
        QTest::newRow("Monday, 04:00 UTC") << u"2026-11-23T04:00Z"_s << u"off-peak"_s;
        QTest::newRow("Monday, before the afternoon peak")
            << u"2026-11-23T05:59:59.999Z"_s << u"off-peak"_s;
        QTest::newRow("Monday, 06:00 UTC") << u"2026-11-23T06:00Z"_s << u"peak"_s;
        QTest::newRow("Monday, end of the afternoon peak")
            << u"2026-11-23T09:59:59.999Z"_s << u"peak"_s;
        QTest::newRow("Monday, 10:00 UTC") << u"2026-11-23T10:00Z"_s << u"off-peak"_s;
        QTest::newRow("Friday is a working day") << u"2026-11-27T09:00Z"_s << u"peak"_s;
        QTest::newRow("Friday night") << u"2026-11-27T22:00Z"_s << u"off-peak"_s;
        QTest::newRow("Saturday morning") << u"2026-11-28T01:00Z"_s << u"off-peak"_s;
        QTest::newRow("Saturday afternoon") << u"2026-11-28T06:00Z"_s << u"off-peak"_s;
        QTest::newRow("Sunday") << u"2026-11-29T07:00Z"_s << u"off-peak"_s;
        QTest::newRow("Sunday by UTC, Monday in Beijing, before nine")
            << u"2026-11-29T23:30Z"_s << u"off-peak"_s;
        QTest::newRow("a Sunday that is worked") << u"2026-09-20T02:00Z"_s << u"off-peak"_s;
        QTest::newRow("a Saturday that is worked") << u"2026-10-10T07:00Z"_s << u"off-peak"_s;
        QTest::newRow("eve of Mid-Autumn") << u"2026-09-24T09:59:59.999Z"_s << u"peak"_s;
        QTest::newRow("Mid-Autumn, a Friday") << u"2026-09-25T01:00Z"_s << u"off-peak"_s;
        QTest::newRow("the Monday after Mid-Autumn") << u"2026-09-28T01:00Z"_s << u"peak"_s;
        QTest::newRow("eve of the National Day") << u"2026-09-30T06:00Z"_s << u"peak"_s;
        QTest::newRow("National Day, a Thursday") << u"2026-10-01T01:00Z"_s << u"off-peak"_s;
        QTest::newRow("National Day, afternoon") << u"2026-10-01T09:59:59.999Z"_s << u"off-peak"_s;
        QTest::newRow("last day of the holidays, a Wednesday")
            << u"2026-10-07T02:00Z"_s << u"off-peak"_s;
        QTest::newRow("first working day after the holidays")
            << u"2026-10-08T01:00Z"_s << u"peak"_s;
        QTest::newRow("last day of the last known year")
            << u"2026-12-31T09:59:59.999Z"_s << u"peak"_s;
    }

    void knowsPeakFromOffPeak()
    {
        QFETCH(QString, instant);
        QFETCH(QString, window);
        for (const QString &model : {u"deepseek-flash"_s, u"deepseek-v4-pro"_s}) {
            const Result<Quote> quote = m_book.quote(deepSeek(), model, at(instant), kUsd);
            QVERIFY(quote.hasValue());
            QCOMPARE(quote->window, window);
            QCOMPARE(quote->holidayPrices, quote->prices);
            QCOMPARE(quote->confidence, Confidence::High);
        }
    }

    void quotesTheWeekdayRateWithoutACalendar_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<bool>("depends");
        QTest::newRow("a Monday at peak") << u"2027-01-04T01:00Z"_s << true;
        QTest::newRow("a Monday at the end of a peak") << u"2027-01-04T09:59:59.999Z"_s << true;
        QTest::newRow("between the peaks") << u"2027-01-04T05:00Z"_s << false;
        QTest::newRow("a Saturday") << u"2027-01-02T02:00Z"_s << false;
        QTest::newRow("the new year begins in Beijing, not at UTC midnight")
            << u"2026-12-31T18:00Z"_s << false;
        QTest::newRow("years later, a Monday") << u"2035-01-01T02:00Z"_s << true;
    }

    void quotesTheWeekdayRateWithoutACalendar()
    {
        QFETCH(QString, instant);
        QFETCH(bool, depends);
        const Result<Quote> quote =
            m_book.quote(deepSeek(), u"deepseek-flash"_s, at(instant), kCny);
        QVERIFY(quote.hasValue());
        QCOMPARE(pricesText(quote->prices), depends ? u"0.04/2/8"_s : u"0.02/1/4"_s);
        QCOMPARE(pricesText(quote->holidayPrices), u"0.02/1/4"_s);
        QCOMPARE(quote->window, depends ? u"peak"_s : u"off-peak"_s);
        QCOMPARE(quote->confidence, depends ? Confidence::CalendarUnknown : Confidence::High);
    }

    void knowsTheNextChange_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("changeAt");
        QTest::addColumn<QString>("prices");
        QTest::addColumn<QString>("window");
        const QString flash = u"deepseek-flash"_s;
        const QString chat = u"deepseek-chat"_s;
        QTest::newRow("a peak begins")
            << flash << u"2026-11-23T00:00Z"_s << u"2026-11-23T01:00:00Z"_s << u"0.006/0.3/1.2"_s
            << u"peak"_s;
        QTest::newRow("a peak has just begun")
            << flash << u"2026-11-23T01:00Z"_s << u"2026-11-23T04:00:00Z"_s << u"0.003/0.15/0.6"_s
            << u"off-peak"_s;
        QTest::newRow("over a weekend")
            << flash << u"2026-11-27T10:00Z"_s << u"2026-11-30T01:00:00Z"_s << u"0.006/0.3/1.2"_s
            << u"peak"_s;
        QTest::newRow("over Mid-Autumn and its weekend")
            << flash << u"2026-09-24T10:00Z"_s << u"2026-09-28T01:00:00Z"_s << u"0.006/0.3/1.2"_s
            << u"peak"_s;
        QTest::newRow("over the National Day")
            << flash << u"2026-09-30T10:00Z"_s << u"2026-10-08T01:00:00Z"_s << u"0.006/0.3/1.2"_s
            << u"peak"_s;
        QTest::newRow("past a row that changes nothing")
            << flash << u"2026-09-18T10:00Z"_s << u"2026-09-21T01:00:00Z"_s << u"0.006/0.3/1.2"_s
            << u"peak"_s;
        QTest::newRow("a new model takes over the name at peak")
            << u"deepseek-v4-flash"_s << u"2026-09-10T02:00Z"_s << u"2026-09-10T04:00:00Z"_s
            << u"0.003/0.15/0.6"_s << u"off-peak"_s;
        QTest::newRow("the last peak before that")
            << u"deepseek-v4-flash"_s << u"2026-09-09T10:00Z"_s << u"2026-09-10T01:00:00Z"_s
            << u"0.014/0.44/1.32"_s << u"peak"_s;
        QTest::newRow("the windows are introduced")
            << u"deepseek-v4-pro"_s << u"2026-05-01T00:00Z"_s << u"2026-08-16T16:00:00Z"_s
            << u"0.022/0.66/1.98"_s << u"off-peak"_s;
        QTest::newRow("the launch prices end, past V2.5 and V3")
            << chat << u"2024-08-02T00:00Z"_s << u"2025-02-08T16:00:00Z"_s << u"0.07/0.27/1.1"_s
            << u"standard"_s;
        QTest::newRow("the cache gets a price")
            << chat << u"2024-07-01T00:00Z"_s << u"2024-08-02T00:00:00Z"_s << u"0.014/0.14/0.28"_s
            << u"standard"_s;
        QTest::newRow("the first discount begins")
            << chat << u"2025-02-08T16:00Z"_s << u"2025-02-26T16:30:00Z"_s << u"0.035/0.135/0.55"_s
            << u"off-peak"_s;
        QTest::newRow("a discount ends after midnight")
            << chat << u"2025-02-26T16:30Z"_s << u"2025-02-27T00:30:00Z"_s << u"0.07/0.27/1.1"_s
            << u"standard"_s;
        QTest::newRow("a discount ends past a new version")
            << chat << u"2025-03-23T23:00Z"_s << u"2025-03-24T00:30:00Z"_s << u"0.07/0.27/1.1"_s
            << u"standard"_s;
        QTest::newRow("the list changes before the next discount")
            << chat << u"2025-09-05T00:30Z"_s << u"2025-09-05T16:00:00Z"_s << u"0.07/0.56/1.68"_s
            << u"standard"_s;
        QTest::newRow("no discount any more")
            << chat << u"2025-09-05T16:00Z"_s << u"2025-09-29T00:00:00Z"_s << u"0.028/0.28/0.42"_s
            << u"standard"_s;
    }

    void knowsTheNextChange()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, changeAt);
        QFETCH(QString, prices);
        QFETCH(QString, window);
        const Result<Quote> quote = m_book.quote(deepSeek(), model, at(instant), kUsd);
        QVERIFY(quote.hasValue());
        QVERIFY(quote->nextChange.has_value());
        QCOMPARE(formatInstant(quote->nextChange->at), changeAt);
        QCOMPARE(pricesText(quote->nextChange->prices), prices);
        QCOMPARE(quote->nextChange->window, window);
        QVERIFY(quote->nextChange->confidence != Confidence::CalendarUnknown);
        QCOMPARE(quote->until, quote->nextChange->at);
    }

    void knowsWherePricesEnd_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("until");
        QTest::newRow("a retired name")
            << u"deepseek-chat"_s << u"2026-05-01T00:00Z"_s << u"2026-07-24T15:59:00Z"_s;
        QTest::newRow("past a last row at the same price")
            << u"deepseek-coder"_s << u"2024-08-15T00:00Z"_s << u"2024-12-26T00:00:00Z"_s;
    }

    void knowsWherePricesEnd()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, until);
        const Result<Quote> quote = m_book.quote(deepSeek(), model, at(instant), kUsd);
        QVERIFY(quote.hasValue());
        QVERIFY(!quote->nextChange.has_value());
        QVERIFY(quote->until.has_value());
        QCOMPARE(formatInstant(*quote->until), until);
    }

    void marksAChangeThatAHolidayWouldCancel()
    {
        const Result<Quote> before =
            m_book.quote(deepSeek(), u"deepseek-flash"_s, at(u"2026-12-31T10:00Z"), kUsd);
        QVERIFY(before.hasValue());
        QCOMPARE(before->confidence, Confidence::High);
        QCOMPARE(before->nextChange->at, at(u"2027-01-01T01:00Z"));
        QCOMPARE(before->nextChange->confidence, Confidence::CalendarUnknown);

        const Result<Quote> inside =
            m_book.quote(deepSeek(), u"deepseek-flash"_s, at(u"2027-01-01T01:00Z"), kUsd);
        QVERIFY(inside.hasValue());
        QCOMPARE(inside->nextChange->at, at(u"2027-01-01T04:00Z"));
        QCOMPARE(inside->nextChange->confidence, Confidence::High);
    }

    void cutsADayAtItsWindows()
    {
        const QList<DaySpan> spans =
            m_book.day(deepSeek(), u"deepseek-flash"_s, at(u"2026-11-23T15:00Z"), kUsd);
        QStringList texts;
        texts.reserve(spans.size());
        for (const DaySpan &span : spans)
            texts.append(formatInstant(span.from).mid(8, 8) + u' '
                + formatInstant(span.to).mid(8, 8) + u' ' + span.window + u' '
                + pricesText(span.prices));
        QCOMPARE(texts,
            QStringList({u"23T00:00 23T01:00 off-peak 0.003/0.15/0.6"_s,
                u"23T01:00 23T04:00 peak 0.006/0.3/1.2"_s,
                u"23T04:00 23T06:00 off-peak 0.003/0.15/0.6"_s,
                u"23T06:00 23T10:00 peak 0.006/0.3/1.2"_s,
                u"23T10:00 24T00:00 off-peak 0.003/0.15/0.6"_s}));
    }

    void cutsADay_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QStringList>("starts");
        QTest::addColumn<QString>("end");
        const QString flash = u"deepseek-flash"_s;
        const QString chat = u"deepseek-chat"_s;
        QTest::newRow("a Saturday is one stretch")
            << flash << u"2026-11-28T00:00Z"_s << QStringList{u"2026-11-28T00:00:00Z"_s}
            << u"2026-11-29T00:00:00Z"_s;
        QTest::newRow("a holiday is one stretch")
            << flash << u"2026-10-01T12:00Z"_s << QStringList{u"2026-10-01T00:00:00Z"_s}
            << u"2026-10-02T00:00:00Z"_s;
        QTest::newRow("a row that changes nothing does not cut")
            << chat << u"2024-09-05T00:00Z"_s << QStringList{u"2024-09-05T00:00:00Z"_s}
            << u"2024-09-06T00:00:00Z"_s;
        QTest::newRow("a change of the list cuts")
            << chat << u"2025-02-08T23:59Z"_s
            << QStringList{u"2025-02-08T00:00:00Z"_s, u"2025-02-08T16:00:00Z"_s}
            << u"2025-02-09T00:00:00Z"_s;
        QTest::newRow("a discount over midnight")
            << chat << u"2025-04-01T12:00Z"_s
            << QStringList{u"2025-04-01T00:00:00Z"_s, u"2025-04-01T00:30:00Z"_s,
                   u"2025-04-01T16:30:00Z"_s}
            << u"2025-04-02T00:00:00Z"_s;
        QTest::newRow("a name ends during the day")
            << chat << u"2026-07-24T12:00Z"_s << QStringList{u"2026-07-24T00:00:00Z"_s}
            << u"2026-07-24T15:59:00Z"_s;
        QTest::newRow("a name begins during the day")
            << flash << u"2026-09-10T01:00Z"_s
            << QStringList{u"2026-09-10T04:00:00Z"_s, u"2026-09-10T06:00:00Z"_s,
                   u"2026-09-10T10:00:00Z"_s}
            << u"2026-09-11T00:00:00Z"_s;
        QTest::newRow("a day without a price")
            << chat << u"2026-07-25T12:00Z"_s << QStringList{} << QString();
        QTest::newRow("an unknown model")
            << u"unheard-of"_s << u"2026-07-25T12:00Z"_s << QStringList{} << QString();
    }

    void cutsADay()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QStringList, starts);
        QFETCH(QString, end);
        const QList<DaySpan> spans = m_book.day(deepSeek(), model, at(instant), kUsd);
        QStringList found;
        found.reserve(spans.size());
        for (const DaySpan &span : spans)
            found.append(formatInstant(span.from));
        QCOMPARE(found, starts);
        QCOMPARE(spans.isEmpty() ? QString() : formatInstant(spans.last().to), end);
    }
};

PENNYWORTH_TEST(PriceWindowsTest)

#include "tst_pricewindows.moc"
