// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The built-in book as a whole, and what it answers where it has no price.
class PriceBookTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

private slots:
    void holdsEveryKnownRow()
    {
        const Result<PriceBook> book = PriceBook::builtIn();
        QVERIFY2(book.hasValue(), book.hasError() ? qPrintable(book.error().detail) : "");
        QCOMPARE(book->rows().size(), 82);
        QCOMPARE(book->currencies(deepSeek()), (QList<Currency>{kUsd, kCny}));
        QVERIFY(book->currencies(u"openai"_s).isEmpty());
    }

    void buildsInWhatTheTreeHolds()
    {
        const QDir tree(QStringLiteral(PENNYWORTH_SOURCE_DIR "/resources/prices"));
        const QStringList names = tree.entryList({u"*.json"_s});
        QCOMPARE(QDir(u":/pennyworth/prices"_s).entryList({u"*.json"_s}), names);
        for (const QString &name : names) {
            QFile inTree(tree.filePath(name));
            QFile builtIn(u":/pennyworth/prices/"_s + name);
            QVERIFY(inTree.open(QIODevice::ReadOnly) && builtIn.open(QIODevice::ReadOnly));
            QCOMPARE(builtIn.readAll(), inTree.readAll());
        }
    }

    void everyRowIsSourcedAndNamed()
    {
        QSet<QString> ids;
        for (const PriceRow &row : m_book.rows()) {
            QVERIFY2(!ids.contains(row.id), qPrintable(row.id));
            ids.insert(row.id);
            const QString day = formatInstant(row.effectiveFrom).left(10);
            QCOMPARE(row.id, row.model + u'/' + row.currency.code() + u'/' + day);
            QVERIFY2(!row.source.isEmpty(), qPrintable(row.id));
            QVERIFY2(!row.modelVersion.isEmpty(), qPrintable(row.id));
            QVERIFY2(row.confidence != Confidence::CalendarUnknown, qPrintable(row.id));
        }
    }

    /// No name has a gap today. A gap that is real belongs in this test, with its reason.
    void rowsOfANameFollowEachOther()
    {
        QHash<QString, QList<PriceRow>> byName;
        for (const PriceRow &row : m_book.rows()) {
            for (const QString &name : QStringList(row.model) + row.aliases)
                byName[row.provider + u' ' + name + u' ' + row.currency.code()].append(row);
        }
        QCOMPARE(byName.size(), 14); // seven names in two currencies
        for (auto name = byName.begin(); name != byName.end(); ++name) {
            QList<PriceRow> &rows = name.value();
            std::ranges::sort(rows, {}, &PriceRow::effectiveFrom);
            for (qsizetype i = 1; i < rows.size(); ++i)
                QVERIFY2(rows.at(i - 1).effectiveTo == rows.at(i).effectiveFrom,
                    qPrintable(rows.at(i).id));
        }
    }

    void listsOfBothCurrenciesChangeTogether()
    {
        for (const PriceRow &row : m_book.rows()) {
            const Currency other = row.currency == kUsd ? kCny : kUsd;
            const Result<Quote> twin =
                m_book.quote(row.provider, row.model, row.effectiveFrom, other);
            QVERIFY2(twin.hasValue(), qPrintable(row.id));
            QCOMPARE(twin->effectiveFrom, row.effectiveFrom);
            QCOMPARE(twin->effectiveTo, row.effectiveTo);
            QCOMPARE(twin->modelVersion, row.modelVersion);
        }
    }

    void peaksAreTwiceTheRest()
    {
        int peaks = 0;
        for (const PriceRow &row : m_book.rows()) {
            for (const PriceWindow &window : row.windows) {
                if (window.name != u"peak"_s)
                    continue;
                ++peaks;
                QCOMPARE(window.prices.cacheHit->micros, 2 * row.prices.cacheHit->micros);
                QCOMPARE(window.prices.cacheMiss.micros, 2 * row.prices.cacheMiss.micros);
                QCOMPARE(window.prices.output.micros, 2 * row.prices.output.micros);
                QCOMPARE(row.baseWindow, u"off-peak"_s);
            }
        }
        QCOMPARE(peaks, 40); // ten row pairs of 2026, two windows each
    }

    void saysWhatIsKnownInstead_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("detail");
        QTest::newRow("before the first row")
            << deepSeek() << u"deepseek-chat"_s << u"2024-01-01T00:00Z"_s << u"USD"_s
            << u"deepseek-chat has no price before 2024-05-06T00:00:00Z"_s;
        QTest::newRow("a retired name")
            << deepSeek() << u"deepseek-reasoner"_s << u"2026-11-23T00:00Z"_s << u"CNY"_s
            << u"deepseek-reasoner has no price after 2026-07-24T15:59:00Z"_s;
        QTest::newRow("a retired alias")
            << deepSeek() << u"deepseek-coder"_s << u"2025-01-01T00:00Z"_s << u"USD"_s
            << u"deepseek-coder has no price after 2024-12-26T00:00:00Z"_s;
        QTest::newRow("an unknown model")
            << deepSeek() << u"deepseek-v5"_s << u"2026-11-23T00:00Z"_s << u"USD"_s
            << u"there is no model \"deepseek-v5\"; prices are known for deepseek-chat, "
               u"deepseek-coder, deepseek-flash, "
               "deepseek-reasoner, deepseek-v4-flash, deepseek-v4-flash-vision-exp, deepseek-v4-pro"_s;
        QTest::newRow("no model is told from another by case")
            << deepSeek() << u"DeepSeek-Flash"_s << u"2026-11-23T00:00Z"_s << u"USD"_s
            << u"there is no model \"DeepSeek-Flash\"; prices are known for deepseek-chat, "
               u"deepseek-coder, deepseek-flash, "
               "deepseek-reasoner, deepseek-v4-flash, deepseek-v4-flash-vision-exp, deepseek-v4-pro"_s;
        QTest::newRow("another currency")
            << deepSeek() << u"deepseek-flash"_s << u"2026-11-23T00:00Z"_s << u"EUR"_s
            << u"deepseek-flash is not priced in EUR, only in CNY, USD"_s;
        QTest::newRow("an unknown provider")
            << u"nobody"_s << u"deepseek-flash"_s << u"2026-11-23T00:00Z"_s << u"USD"_s
            << u"no prices are known for the provider \"nobody\", only for deepseek"_s;
    }

    void saysWhatIsKnownInstead()
    {
        QFETCH(QString, provider);
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, currency);
        QFETCH(QString, detail);
        const Result<Quote> quote =
            m_book.quote(provider, model, at(instant), *Currency::fromCode(currency));
        QVERIFY(quote.hasError());
        QCOMPARE(quote.error().kind, ErrorKind::UnknownPrice);
        QCOMPARE(quote.error().detail, detail);
    }

    void listsEachDifferentQuoteOfASpanOnce_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QStringList>("outputs");
        QTest::newRow("one moment") << u"deepseek-flash"_s << u"2026-11-23T01:00Z"_s
                                    << u"2026-11-23T01:00Z"_s << QStringList{u"1.2"_s};
        QTest::newRow("up to an edge, which belongs to what follows")
            << u"deepseek-flash"_s << u"2026-11-23T03:59Z"_s << u"2026-11-23T03:59:59.999Z"_s
            << QStringList{u"1.2"_s};
        QTest::newRow("onto an edge") << u"deepseek-flash"_s << u"2026-11-23T03:59Z"_s
                                      << u"2026-11-23T04:00Z"_s << QStringList{u"1.2"_s, u"0.6"_s};
        QTest::newRow("a whole week") << u"deepseek-flash"_s << u"2026-11-23T00:00Z"_s
                                      << u"2026-11-30T00:00Z"_s << QStringList{u"0.6"_s, u"1.2"_s};
        QTest::newRow("into a year without a calendar, which is another quote")
            << u"deepseek-flash"_s << u"2026-12-31T12:00Z"_s << u"2027-01-05T00:00Z"_s
            << QStringList{u"0.6"_s, u"1.2"_s};
        QTest::newRow("a century: known peaks, then peaks without a calendar")
            << u"deepseek-flash"_s << u"2026-11-23T00:00Z"_s << u"2126-11-23T00:00Z"_s
            << QStringList{u"0.6"_s, u"1.2"_s, u"1.2"_s};
        QTest::newRow("rows of the same price")
            << u"deepseek-chat"_s << u"2024-08-02T00:00Z"_s << u"2025-02-08T16:00Z"_s
            << QStringList{u"0.28"_s, u"0.28"_s, u"0.28"_s, u"1.1"_s};
    }

    void listsEachDifferentQuoteOfASpanOnce()
    {
        QFETCH(QString, model);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QStringList, outputs);
        const Result<QList<Quote>> quotes =
            m_book.quotes(deepSeek(), model, at(from), at(to), kUsd);
        QVERIFY(quotes.hasValue());
        QStringList found;
        found.reserve(quotes->size());
        for (const Quote &quote : *quotes)
            found.append(quote.prices.output.toDecimal());
        QCOMPARE(found, outputs);
        QCOMPARE(quotes->first(), *m_book.quote(deepSeek(), model, at(from), kUsd));
    }

    void listsNoQuotesOverTheEndOfPrices()
    {
        const Result<QList<Quote>> quotes = m_book.quotes(deepSeek(), u"deepseek-chat"_s,
            at(u"2026-07-24T15:58Z"), at(u"2026-07-24T15:59Z"), kUsd);
        QVERIFY(quotes.hasError());
        QCOMPARE(quotes.error().detail, u"deepseek-chat has no price after 2026-07-24T15:59:00Z"_s);
        const Result<QList<Quote>> backwards = m_book.quotes(deepSeek(), u"deepseek-flash"_s,
            at(u"2026-11-24T00:00Z"), at(u"2026-11-23T00:00Z"), kUsd);
        QVERIFY(backwards.hasError());
        QCOMPARE(backwards.error().kind, ErrorKind::InvalidValue);
    }
};

PENNYWORTH_TEST(PriceBookTest)

#include "tst_pricebook.moc"
