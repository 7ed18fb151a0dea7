// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instant.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class InstantTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("the epoch") << u"1970-01-01T00:00:00Z"_s << qint64{0};
        QTest::newRow("end of the launch prices")
            << u"2025-02-08T16:00:00Z"_s << qint64{1739030400000};
        QTest::newRow("the same said in Beijing")
            << u"2025-02-09T00:00:00+08:00"_s << qint64{1739030400000};
        QTest::newRow("the same said west of Greenwich")
            << u"2025-02-08T11:00-05:00"_s << qint64{1739030400000};
        QTest::newRow("without seconds") << u"2025-02-08T16:00Z"_s << qint64{1739030400000};
        QTest::newRow("with a fraction") << u"2025-02-08T16:00:00.125Z"_s << qint64{1739030400125};
        QTest::newRow("digits below a millisecond are cut")
            << u"2025-02-08T16:00:00.125999Z"_s << qint64{1739030400125};
        QTest::newRow("a leap day") << u"2024-02-29T00:00:00Z"_s << qint64{1709164800000};
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const Result<Instant> instant = parseInstant(text);
        QVERIFY(instant.hasValue());
        QCOMPARE(instant->time_since_epoch().count(), milliseconds);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no zone") << u"2025-02-08T16:00:00"_s;
        QTest::newRow("no time") << u"2025-02-08"_s;
        QTest::newRow("no such day") << u"2025-02-29T00:00:00Z"_s;
        QTest::newRow("no such hour") << u"2025-02-08T24:00:00Z"_s;
        QTest::newRow("no such minute") << u"2025-02-08T16:60:00Z"_s;
        QTest::newRow("words") << u"yesterday"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("an offset that leads before the year 0") << u"0000-01-01T00:00:00+01:00"_s;
        QTest::newRow("an offset that leads behind the year 9999")
            << u"9999-12-31T23:30:00-01:00"_s;
        QTest::newRow("an offset of more hours than there are") << u"2025-02-08T16:00:00+19:00"_s;
        QTest::newRow("digits of another script") << u"٢٠٢٥-02-08T16:00:00Z"_s;
        QTest::newRow("something behind it") << u"2025-02-08T16:00:00Zulu"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        const Result<Instant> instant = parseInstant(text);
        QVERIFY(instant.hasError());
        QCOMPARE(instant.error().kind, ErrorKind::InvalidValue);
    }

    void writes_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole seconds") << qint64{1739030400000} << u"2025-02-08T16:00:00Z"_s;
        QTest::newRow("a fraction") << qint64{1739030400007} << u"2025-02-08T16:00:00.007Z"_s;
        QTest::newRow("before the epoch") << qint64{-1} << u"1969-12-31T23:59:59.999Z"_s;
    }

    void writes()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(formatInstant(Instant(std::chrono::milliseconds(milliseconds))), text);
    }
};

PENNYWORTH_TEST(InstantTest)

#include "tst_instant.moc"
