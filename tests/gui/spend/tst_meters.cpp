// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/daybar.h"
#include "spend/sparkline.h"
#include "spend/tokenbar.h"
#include "support/testregistry.h"
#include "support/themed.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The small pictures of the panel, by their geometry.
class MetersTest : public QObject {
    Q_OBJECT

private slots:
    void theDayGoesFromMidnightToMidnight()
    {
        const Instant noon = *parseInstant(u"2026-11-23T12:00:00Z");
        QCOMPARE(DayBar::partOfDay(*parseInstant(u"2026-11-23T00:00:00Z"), noon), 0.0);
        QCOMPARE(DayBar::partOfDay(noon, noon), 0.5);
        QCOMPARE(DayBar::partOfDay(*parseInstant(u"2026-11-24T00:00:00Z"), noon), 1.0);
    }

    void theLineSpansItsBox()
    {
        const QPolygonF line = Sparkline::line(QList<double>(9, 60.0), {80, 20});
        QCOMPARE(line.first(), QPointF(0, 0));
        QCOMPARE(line.last(), QPointF(80, 0));
        const QPolygonF falling = Sparkline::line({60, 30, 0}, {80, 20});
        QCOMPARE(falling, QPolygonF({QPointF(0, 0), QPointF(10, 10), QPointF(20, 20)}));
        QVERIFY(Sparkline::line({}, {80, 20}).isEmpty());
    }

    void tokensShareTheBar()
    {
        TokenBar bar(m_themed.theme);
        bar.setTokens(700, 100, 200);
        const auto [hit, miss, output] = bar.parts(QRectF(0, 0, 1000, 8));
        QCOMPARE(hit, QRectF(0, 0, 700, 8));
        QCOMPARE(miss, QRectF(700, 0, 100, 8));
        QCOMPARE(output, QRectF(800, 0, 200, 8));
        QCOMPARE(bar.accessibleName(), u"Tokens: 700 cached input, 100 other input, 200 output"_s);
        bar.setTokens(0, 0, 0);
        QVERIFY(bar.parts(QRectF(0, 0, 1000, 8))[2].isEmpty());
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(MetersTest)

#include "tst_meters.moc"
