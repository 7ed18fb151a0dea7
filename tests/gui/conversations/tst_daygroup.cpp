// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/daygroup.h"

#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class DayGroupTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheDay_data()
    {
        QTest::addColumn<QString>("updated");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("title");
        QTest::newRow("today") << u"2026-11-23T00:00:00Z"_s << 0 << u"Today"_s;
        QTest::newRow("a clock that ran ahead is today")
            << u"2026-11-24T05:00:00Z"_s << 0 << u"Today"_s;
        QTest::newRow("yesterday") << u"2026-11-22T23:59:59Z"_s << 0 << u"Yesterday"_s;
        QTest::newRow("yesterday in UTC, today in Beijing")
            << u"2026-11-22T16:00:00Z"_s << 480 << u"Today"_s;
        QTest::newRow("two days ago") << u"2026-11-21T12:00:00Z"_s << 0 << u"Previous 7 days"_s;
        QTest::newRow("a week ago") << u"2026-11-16T12:00:00Z"_s << 0 << u"Previous 7 days"_s;
        QTest::newRow("earlier this month") << u"2026-11-15T12:00:00Z"_s << 0 << u"November 2026"_s;
        QTest::newRow("December is its own month")
            << u"2025-12-31T12:00:00Z"_s << 0 << u"December 2025"_s;
    }

    void namesTheDay()
    {
        QFETCH(QString, updated);
        QFETCH(int, offset);
        const std::chrono::sys_days today =
            localDay(*parseInstant(u"2026-11-23T12:00:00Z"), offset);
        const DayGroup group(localDay(*parseInstant(updated), offset), today);
        QTEST(group.title(), "title");
        QCOMPARE(DayGroup::fromKey(group.key()), group);
    }
};

PENNYWORTH_TEST(DayGroupTest)

#include "tst_daygroup.moc"
