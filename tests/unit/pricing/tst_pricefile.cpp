// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

// Two rows of one model; the second has a window over midnight that spares holidays.
const QString kPrices =
    uR"({"schema": "pennyworth/prices/1", "provider": "acme", "checked": "2026-01-01", "rows": [
    {"id": "m/USD/1", "model": "m", "aliases": ["n"], "model_version": "M-1", "currency": "USD",
     "effective_from": "2026-01-01T00:00:00Z", "effective_to": "2026-02-01T00:00:00Z", "precision": "exact",
     "prices": {"input_cache_hit": null, "input_cache_miss": "1", "output": "2"},
     "source": "a page", "confidence": "high"},
    {"id": "m/USD/2", "model": "m", "model_version": "M-1", "currency": "USD",
     "effective_from": "2026-02-01T00:00:00Z", "effective_to": null, "precision": "day",
     "prices": {"input_cache_hit": "0.5", "input_cache_miss": "1", "output": "2"},
     "windows": [{"name": "night", "days": ["mon", "tue"], "from": "22:00", "to": "06:00", "utc_offset": "-03:30",
                  "except_calendar": "acme-days",
                  "prices": {"input_cache_hit": "0.25", "input_cache_miss": "0.5", "output": "1"}}],
     "source": "a page", "confidence": "low", "notes": "n"}
]})"_s;

const QString kHolidays =
    uR"({"schema": "pennyworth/holidays/1", "id": "acme-days", "source": "a page",
    "days_off": {"2026": ["2026-02-03"]}})"_s;

QString replaced(QString text, const QString &what, const QString &with)
{
    const qsizetype found = text.lastIndexOf(what);
    Q_ASSERT(found >= 0);
    return text.replace(found, what.size(), with);
}

} // namespace

class PriceFileTest : public QObject {
    Q_OBJECT

private:
    static Result<PriceBook> read(const QString &prices, const QString &holidays = kHolidays)
    {
        return PriceBook::fromJson({prices.toUtf8(), holidays.toUtf8()});
    }

private slots:
    void readsEveryField()
    {
        const Result<PriceBook> book = read(kPrices);
        QVERIFY2(book.hasValue(), book.hasError() ? qPrintable(book.error().detail) : "");
        const PriceRow &row = book->rows().last();
        QCOMPARE(row.id, u"m/USD/2"_s);
        QCOMPARE(row.provider, u"acme"_s);
        QCOMPARE(row.modelVersion, u"M-1"_s);
        QCOMPARE(row.effectiveFrom, at(u"2026-02-01T00:00Z"));
        QVERIFY(!row.effectiveTo);
        QCOMPARE(row.precision, u"day"_s);
        QCOMPARE(row.baseWindow, u"standard"_s);
        QCOMPARE(row.source, u"a page"_s);
        QCOMPARE(row.confidence, Confidence::Low);
        QCOMPARE(row.notes, u"n"_s);
        const PriceWindow &window = row.windows.first();
        QCOMPARE(window.name, u"night"_s);
        QCOMPARE(window.days, (QSet<int>{1, 2}));
        QCOMPARE(window.startMinute, 22 * 60);
        QCOMPARE(window.endMinute, 6 * 60);
        QCOMPARE(window.utcOffsetMinutes, -(3 * 60 + 30));
        QCOMPARE(window.exceptCalendar, u"acme-days"_s);
        QCOMPARE(pricesText(window.prices), u"0.25/0.5/1"_s);
        QCOMPARE(book->rows().first().aliases, QStringList(u"n"_s));
    }

    void followsAWindowOverMidnightWestOfGreenwich_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("window");
        // 22:00 at -03:30 is 01:30 UTC of the next day. 2026-02-09 is a Monday, 2026-02-03 a
        // Tuesday off.
        QTest::newRow("Monday, before") << u"2026-02-10T01:29:59Z"_s << u"standard"_s;
        QTest::newRow("Monday, from its start") << u"2026-02-10T01:30Z"_s << u"night"_s;
        QTest::newRow("to Tuesday morning") << u"2026-02-10T09:29:59Z"_s << u"night"_s;
        QTest::newRow("Tuesday, after") << u"2026-02-10T09:30Z"_s << u"standard"_s;
        QTest::newRow("Tuesday night, up to Wednesday") << u"2026-02-11T05:00Z"_s << u"night"_s;
        QTest::newRow("Wednesday night has none") << u"2026-02-12T05:00Z"_s << u"standard"_s;
        QTest::newRow("Sunday night has none") << u"2026-02-09T05:00Z"_s << u"standard"_s;
        QTest::newRow("the night that starts on a day off has none")
            << u"2026-02-04T05:00Z"_s << u"standard"_s;
        QTest::newRow("the night before it lasts into the day off")
            << u"2026-02-03T05:00Z"_s << u"night"_s;
    }

    void followsAWindowOverMidnightWestOfGreenwich()
    {
        QFETCH(QString, instant);
        QFETCH(QString, window);
        const Result<PriceBook> book = read(kPrices);
        QVERIFY(book.hasValue());
        QCOMPARE(book->quote(u"acme"_s, u"m"_s, at(instant), kUsd)->window, window);
    }

    void keepsAGapAGap()
    {
        const QString gap = replaced(kPrices, u"\"2026-02-01T00:00:00Z\", \"effective_to\""_s,
            u"\"2026-02-05T00:00:00Z\", \"effective_to\""_s);
        const Result<PriceBook> book = read(gap);
        QVERIFY(book.hasValue());
        const Result<Quote> before = book->quote(u"acme"_s, u"m"_s, at(u"2026-01-31T00:00Z"), kUsd);
        QVERIFY(before.hasValue());
        QVERIFY(!before->nextChange);
        QCOMPARE(before->until, at(u"2026-02-01T00:00Z"));
        const Result<Quote> inside = book->quote(u"acme"_s, u"m"_s, at(u"2026-02-02T00:00Z"), kUsd);
        QVERIFY(inside.hasError());
        QCOMPARE(inside.error().detail,
            u"m has no price after 2026-02-01T00:00:00Z and before 2026-02-05T00:00:00Z"_s);
        QVERIFY(book->quotes(
                        u"acme"_s, u"m"_s, at(u"2026-01-31T00:00Z"), at(u"2026-02-06T00:00Z"), kUsd)
                    .hasError());
    }

    void knowsNoChangeWhereThereIsNone()
    {
        const QString constant = replaced(kPrices,
            u"\"input_cache_hit\": \"0.25\", \"input_cache_miss\": \"0.5\", \"output\": \"1\""_s,
            u"\"input_cache_hit\": \"0.5\", \"input_cache_miss\": \"1\", \"output\": \"2\""_s);
        const Result<PriceBook> book = read(constant);
        QVERIFY(book.hasValue());
        for (const QStringView instant : {u"2026-02-10T05:00Z", u"2100-02-10T05:00Z"}) {
            const Result<Quote> quote = book->quote(u"acme"_s, u"m"_s, at(instant), kUsd);
            QVERIFY(quote.hasValue());
            QVERIFY(!quote->nextChange);
            QVERIFY(!quote->until);
            QCOMPARE(quote->confidence, Confidence::Low);
        }
    }

    void refusesAWrongField_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("detail");
        const QString row = u"row \"m/USD/2\": "_s;
        const QString window = row + u"windows[0]."_s;
        const auto wrong = [](const char *name, const QString &what, const QString &with,
                               const QString &detail) {
            QTest::newRow(name) << what << with << detail;
        };
        wrong("a number for a price", u"\"output\": \"2\""_s, u"\"output\": 2"_s,
            row + u"prices.output: must be a string that is not empty"_s);
        wrong("words for a price", u"\"output\": \"2\""_s, u"\"output\": \"two\""_s,
            row + u"prices.output: \"two\" is not a decimal number such as 0.27"_s);
        wrong("an exponent", u"\"output\": \"2\""_s, u"\"output\": \"2e1\""_s,
            row + u"prices.output: \"2e1\" is not a decimal number such as 0.27"_s);
        wrong("a negative price", u"\"output\": \"2\""_s, u"\"output\": \"-2\""_s,
            row + u"prices.output: a price cannot be negative"_s);
        wrong("a price too fine", u"\"output\": \"2\""_s, u"\"output\": \"0.0000001\""_s,
            row + u"prices.output: 0.0000001 is finer than 6 decimal places"_s);
        wrong("a price too large", u"\"output\": \"2\""_s, u"\"output\": \"99999999999999\""_s,
            row + u"prices.output: 99999999999999 is too large to count exactly"_s);
        wrong("no miss price", u"\"input_cache_miss\": \"1\", "_s, QString(),
            row + u"prices.input_cache_miss: must be a string that is not empty"_s);
        wrong("no hit price and no null", u"\"input_cache_hit\": \"0.5\", "_s, QString(),
            row + u"prices.input_cache_hit: must be a string that is not empty"_s);
        wrong("no prices",
            u"\"prices\": {\"input_cache_hit\": \"0.5\", \"input_cache_miss\": \"1\", \"output\": \"2\"}"_s,
            u"\"prices\": 7"_s, row + u"prices: must be an object"_s);
        wrong("a misspelled field", u"\"notes\""_s, u"\"note\""_s,
            row + u"note is no field of this schema"_s);
        wrong("no source", u"\"source\": \"a page\""_s, u"\"source\": \"\""_s,
            row + u"source: must be a string that is not empty"_s);
        wrong("a currency that is none", u"\"USD\""_s, u"\"dollar\""_s,
            row + u"currency: \"dollar\" is not a currency code such as USD or CNY"_s);
        wrong("no zone", u"\"2026-02-01T00:00:00Z\""_s, u"\"2026-02-01T00:00:00\""_s,
            row + u"effective_from: \"2026-02-01T00:00:00\" is not an instant such as 2025-02-08T16:00:00Z"_s);
        wrong("a year mistyped", u"\"2026-02-01T00:00:00Z\""_s, u"\"0206-02-01T00:00:00Z\""_s,
            row + u"effective_from: 0206-02-01T00:00:00Z is not between the years 2000 and 2199"_s);
        wrong("an end before its start", u"\"effective_to\": null"_s,
            u"\"effective_to\": \"2026-02-01T00:00:00Z\""_s,
            row + u"effective_to: must be after effective_from"_s);
        wrong("no end and no null", u"\"effective_to\": null, "_s, QString(),
            row + u"effective_to: must be a string that is not empty"_s);
        wrong("an unknown confidence", u"\"low\""_s, u"\"sure\""_s,
            row + u"confidence: \"sure\" is not one of the words that the schema has for it"_s);
        wrong("an unknown precision", u"\"day\""_s, u"\"hour\""_s,
            row + u"precision: \"hour\" is not one of the words that the schema has for it"_s);
        wrong("a day that is none", u"\"tue\""_s, u"\"tues\""_s,
            window + u"days: \"tues\" is not a day such as mon"_s);
        wrong("no day", u"\"mon\", \"tue\""_s, QString(),
            window + u"days: must name at least one day"_s);
        wrong("days that are no list", u"[\"mon\", \"tue\"]"_s, u"\"mon\""_s,
            window + u"days: must be an array"_s);
        wrong("an hour that is none", u"\"22:00\""_s, u"\"24:00\""_s,
            window + u"from: \"24:00\" is not a time of day such as 09:00"_s);
        wrong("an hour without its zero", u"\"06:00\""_s, u"\"6:00\""_s,
            window + u"to: \"6:00\" is not a time of day such as 09:00"_s);
        wrong("the name of a zone", u"\"-03:30\""_s, u"\"Asia/Shanghai\""_s,
            window + u"utc_offset: \"Asia/Shanghai\" is not an offset from UTC such as +08:00"_s);
        wrong("an offset without a sign", u"\"-03:30\""_s, u"\"03:30\""_s,
            window + u"utc_offset: \"03:30\" is not an offset from UTC such as +08:00"_s);
        wrong("an offset beyond the date line", u"\"-03:30\""_s, u"\"-14:30\""_s,
            window + u"utc_offset: \"-14:30\" is not an offset from UTC such as +08:00"_s);
        wrong("a calendar that is not there", u"\"acme-days\""_s, u"\"other-days\""_s,
            row + u"windows: there is no calendar \"other-days\""_s);
        wrong("an id used twice", u"\"m/USD/2\""_s, u"\"m/USD/1\""_s,
            u"row \"m/USD/1\": the id is used twice"_s);
        wrong("no id", u"\"id\": \"m/USD/2\", "_s, QString(),
            u"rows[1]: id: must be a string that is not empty"_s);
        wrong("two prices at one time", u"\"2026-02-01T00:00:00Z\""_s,
            u"\"2026-01-31T00:00:00Z\""_s,
            row + u"effective_from: row \"m/USD/1\" prices m at the same time"_s);
        wrong(
            "a row that is none", u"]})"_s.chopped(1), u", 5]}"_s, u"rows[2]: must be an object"_s);
    }

    void refusesAWrongField()
    {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QFETCH(QString, detail);
        const Result<PriceBook> book = read(replaced(kPrices, what, with));
        QVERIFY(book.hasError());
        QCOMPARE(book.error().kind, ErrorKind::InvalidValue);
        QCOMPARE(book.error().detail, detail);
    }

    void refusesWindowsThatOverlap_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("overlaps");
        // The first: Monday and Tuesday, 22:00 to 06:00 at -03:30, so 01:30 to 09:30 UTC on Tuesday
        // and Wednesday.
        QTest::newRow("the same hours")
            << u"\"days\": [\"tue\"], \"from\": \"22:00\", \"to\": \"06:00\", \"utc_offset\": \"-03:30\""_s
            << true;
        QTest::newRow("other days")
            << u"\"days\": [\"wed\"], \"from\": \"22:00\", \"to\": \"06:00\", \"utc_offset\": \"-03:30\""_s
            << false;
        QTest::newRow("a minute in another offset")
            << u"\"days\": [\"wed\"], \"from\": \"09:29\", \"to\": \"10:00\", \"utc_offset\": \"+00:00\""_s
            << true;
        QTest::newRow("edge to edge in another offset")
            << u"\"days\": [\"wed\"], \"from\": \"09:30\", \"to\": \"10:00\", \"utc_offset\": \"+00:00\""_s
            << false;
        QTest::newRow("around the week's end")
            << u"\"days\": [\"sun\"], \"from\": \"23:00\", \"to\": \"22:59\", \"utc_offset\": \"-14:00\""_s
            << true;
    }

    void refusesWindowsThatOverlap()
    {
        QFETCH(QString, second);
        QFETCH(bool, overlaps);
        const QString with = u"}, {\"name\": \"x\", "_s + second
            + u", \"prices\": {\"input_cache_hit\": null, \"input_cache_miss\": \"3\", \"output\": \"3\"}}],"_s;
        const Result<PriceBook> book = read(replaced(kPrices, u"}],"_s, with));
        QCOMPARE(book.hasError(), overlaps);
        if (overlaps)
            QCOMPARE(book.error().detail,
                u"row \"m/USD/2\": windows: windows 0 and 1 hold at the same time"_s);
    }

    void refusesAWrongCalendar_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("detail");
        QTest::newRow("a day of another year")
            << u"2026-02-03"_s << u"2025-02-03"_s
            << u"days_off.2026: \"2025-02-03\" is not a day of that year such as 2026-10-01"_s;
        QTest::newRow("a day that is none")
            << u"2026-02-03"_s << u"2026-02-30"_s
            << u"days_off.2026: \"2026-02-30\" is not a day of that year such as 2026-10-01"_s;
        QTest::newRow("a year that is none")
            << u"\"2026\""_s << u"\"next\""_s
            << u"days_off.next: is not a year between 2000 and 2199"_s;
        QTest::newRow("no source") << u"\"source\": \"a page\","_s << QString()
                                   << u"source: must be a string that is not empty"_s;
    }

    void refusesAWrongCalendar()
    {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QFETCH(QString, detail);
        const Result<PriceBook> book = read(kPrices, replaced(kHolidays, what, with));
        QVERIFY(book.hasError());
        QCOMPARE(book.error().detail, detail);
    }

    void refusesTwoCalendarsOfOneName()
    {
        const Result<PriceBook> book =
            PriceBook::fromJson({kPrices.toUtf8(), kHolidays.toUtf8(), kHolidays.toUtf8()});
        QVERIFY(book.hasError());
        QCOMPARE(book.error().detail, u"there are two calendars \"acme-days\""_s);
    }

    void refusesWhatIsNoPriceFile_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::newRow("nothing") << QByteArray() << u"not a JSON price file: "_s;
        QTest::newRow("cut off") << QByteArray("{\"schema\"") << u"not a JSON price file: "_s;
        QTest::newRow("a list") << QByteArray("[]")
                                << u"not a JSON price file: not an object, at byte 0"_s;
        QTest::newRow("no schema") << QByteArray(
            "{}") << u"schema: \"\" is neither pennyworth/prices/1 nor pennyworth/holidays/1"_s;
        QTest::newRow("a later schema")
            << QByteArray("{\"schema\": \"pennyworth/prices/2\"}")
            << u"schema: \"pennyworth/prices/2\" is neither pennyworth/prices/1 nor pennyworth/holidays/1"_s;
        QTest::newRow("no rows") << QByteArray(
            "{\"schema\": \"pennyworth/prices/1\", \"provider\": \"p\"}")
                                 << u"rows: must be an array that is not empty"_s;
    }

    void refusesWhatIsNoPriceFile()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const Result<PriceBook> book = PriceBook::fromJson({json});
        QVERIFY(book.hasError());
        QCOMPARE(book.error().kind, ErrorKind::InvalidValue);
        QVERIFY2(book.error().detail.startsWith(detail),
            qPrintable(book.error().detail)); // the rest is Qt's
    }
};

PENNYWORTH_TEST(PriceFileTest)

#include "tst_pricefile.moc"
