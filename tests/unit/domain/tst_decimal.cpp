// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"
#include "support/testregistry.h"

#include <limits>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class DecimalTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("scale");
        QTest::addColumn<qint64>("count");
        QTest::newRow("a price") << u"0.27"_s << 6 << qint64{270'000};
        QTest::newRow("the finest published price") << u"0.003625"_s << 6 << qint64{3625};
        QTest::newRow("a whole number") << u"13"_s << 6 << qint64{13'000'000};
        QTest::newRow("zeros behind") << u"1.10"_s << 6 << qint64{1'100'000};
        QTest::newRow("zeros finer than the scale") << u"0.2700000000"_s << 6 << qint64{270'000};
        QTest::newRow("zeros in front") << u"007.5"_s << 1 << qint64{75};
        QTest::newRow("nothing") << u"0"_s << 12 << qint64{0};
        QTest::newRow("nothing with a sign") << u"-0.0"_s << 12 << qint64{0};
        QTest::newRow("negative") << u"-0.5"_s << 6 << qint64{-500'000};
        QTest::newRow("no places") << u"42"_s << 0 << qint64{42};
        QTest::newRow("the most that fits")
            << u"9223372.036854775807"_s << 12 << std::numeric_limits<qint64>::max();
        QTest::newRow("the least that fits")
            << u"-9223372.036854775808"_s << 12 << std::numeric_limits<qint64>::min();
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(int, scale);
        QFETCH(qint64, count);
        const Result<qint64> read = parseDecimal(text, scale);
        QVERIFY(read.hasValue());
        QCOMPARE(*read, count);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorKind>("kind");
        const auto wrong = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << ErrorKind::InvalidValue;
        };
        wrong("no text", QString());
        wrong("only a sign", u"-"_s);
        wrong("only a point", u"."_s);
        wrong("nothing before the point", u".5"_s);
        wrong("nothing behind the point", u"5."_s);
        wrong("two points", u"1.2.3"_s);
        wrong("a plus sign", u"+1"_s);
        wrong("an exponent", u"1e3"_s);
        wrong("a comma", u"1,5"_s);
        wrong("a space", u" 1"_s);
        wrong("hexadecimal", u"0x10"_s);
        wrong("digits of another script", u"٣"_s);
        wrong("not a number", u"nan"_s);
        wrong("finer than the scale", u"0.0000001"_s);
        QTest::newRow("one more than the most") << u"9223372036854.775808"_s << ErrorKind::Overflow;
        QTest::newRow("one less than the least")
            << u"-9223372036854.775809"_s << ErrorKind::Overflow;
        QTest::newRow("a hundred digits") << QString(100, u'9') << ErrorKind::Overflow;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(ErrorKind, kind);
        const Result<qint64> read = parseDecimal(text, 6);
        QVERIFY(read.hasError());
        QCOMPARE(read.error().kind, kind);
        QVERIFY(read.error().detail.contains(text));
    }

    void writesCanonically_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64{0} << 12 << u"0"_s;
        QTest::newRow("no trailing zeros") << qint64{1'100'000} << 6 << u"1.1"_s;
        QTest::newRow("a whole number has no point") << qint64{13'000'000} << 6 << u"13"_s;
        QTest::newRow("a zero before the point") << qint64{3625} << 6 << u"0.003625"_s;
        QTest::newRow("the smallest amount") << qint64{1} << 12 << u"0.000000000001"_s;
        QTest::newRow("negative") << qint64{-500'000} << 6 << u"-0.5"_s;
        QTest::newRow("no places keep their zeros") << qint64{100} << 0 << u"100"_s;
        QTest::newRow("the most") << std::numeric_limits<qint64>::max() << 12
                                  << u"9223372.036854775807"_s;
        QTest::newRow("the least")
            << std::numeric_limits<qint64>::min() << 12 << u"-9223372.036854775808"_s;
    }

    void writesCanonically()
    {
        QFETCH(qint64, count);
        QFETCH(int, scale);
        QFETCH(QString, text);
        QCOMPARE(formatDecimal(count, scale), text);
        QCOMPARE(*parseDecimal(text, scale), count);
    }

    void takesJsonNumbersAsTheyWereWritten_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("decimal");
        QTest::newRow("a tenth") << 0.1 << u"0.1"_s;
        QTest::newRow("a price") << 0.003625 << u"0.003625"_s;
        QTest::newRow("a sum that is none") << 0.1 + 0.2 << QString();
        QTest::newRow("a whole number") << 110.0 << u"110"_s;
        QTest::newRow("nothing") << 0.0 << u"0"_s;
        QTest::newRow("nothing with a sign") << -0.0 << u"0"_s;
        QTest::newRow("small, in an exponent") << 1.5e-7 << u"0.00000015"_s;
        QTest::newRow("smaller") << 2.5e-9 << u"0.0000000025"_s;
        QTest::newRow("large, in an exponent") << 1.25e20 << u"125000000000000000000"_s;
        QTest::newRow("negative, in an exponent") << -1.5e-7 << u"-0.00000015"_s;
        QTest::newRow("fifteen digits") << 0.123456789012345 << u"0.123456789012345"_s;
        QTest::newRow("fifteen digits behind zeros")
            << 0.000123456789012345 << u"0.000123456789012345"_s;
        QTest::newRow("seventeen digits") << 0.12345678901234568 << QString();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QString();
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QString();
    }

    void takesJsonNumbersAsTheyWereWritten()
    {
        QFETCH(double, number);
        QFETCH(QString, decimal);
        const Result<QString> taken = decimalFromJsonNumber(number);
        QCOMPARE(taken.hasError(), decimal.isEmpty());
        if (taken)
            QCOMPARE(*taken, decimal);
        else
            QCOMPARE(taken.error().kind, ErrorKind::InvalidValue);
    }
};

PENNYWORTH_TEST(DecimalTest)

#include "tst_decimal.moc"
