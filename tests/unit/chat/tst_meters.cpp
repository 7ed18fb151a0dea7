// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/speedmeter.h"
#include "chat/tokenmeter.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MetersTest : public QObject {
    Q_OBJECT

private slots:
    void countsBytesAsUtf8_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << u"Hello, world"_s;
        QTest::newRow("accents") << u"Größe"_s;
        QTest::newRow("Chinese") << u"你好，世界"_s;
        QTest::newRow("emoji") << u"🙂👩‍🔬"_s;
        QTest::newRow("nothing") << QString();
    }

    void countsBytesAsUtf8()
    {
        QFETCH(QString, text);
        TokenMeter meter;
        meter.append(text);
        QCOMPARE(meter.bytes(), qint64{text.toUtf8().size()});
    }

    void piecesCountLikeTheWhole()
    {
        const TokenRate rate{.tokens = 25'000, .bytes = 100'000};
        const QString word = u"word "_s;
        TokenMeter meter(rate);
        for (int i = 0; i < 20'000; ++i)
            meter.append(word);
        QCOMPARE(meter.bytes(), qint64{100'000});
        QVERIFY(qAbs(meter.tokens() - 25'000) <= 100'000 / 4096 + 1); // rounded once a section
    }

    void nothingIsNoToken() { QCOMPARE(TokenMeter().tokens(), qint64{0}); }

    void speedIsThatOfTheLastTwoSeconds()
    {
        const Instant start = Instant(1'000'000ms);
        SpeedMeter meter;
        meter.start(start);
        qint64 tokens = 0;
        for (int i = 1; i <= 8; ++i)
            meter.sample(start + i * 500ms, tokens += 30);
        QCOMPARE(meter.values(), QList<double>(8, 60.0));
        for (int i = 9; i <= 12; ++i)
            meter.sample(start + i * 500ms, tokens); // it stalls
        QCOMPARE(meter.values().mid(8), (QList<double>{45, 30, 15, 0}));
    }

    void forgetsTheOldest()
    {
        SpeedMeter meter;
        meter.start(Instant(0ms));
        for (int i = 1; i <= 500; ++i)
            meter.sample(Instant(i * 500ms), i);
        QCOMPARE(meter.values().size(), 120);
    }

    void aClockThatStandsStillGivesNoSpeed()
    {
        SpeedMeter meter;
        meter.sample(Instant(0ms), 5);
        meter.start(Instant(0ms));
        meter.sample(Instant(0ms), 5);
        QVERIFY(meter.values().isEmpty());
    }
};

PENNYWORTH_TEST(MetersTest)

#include "tst_meters.moc"
