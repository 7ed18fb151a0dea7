// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/monthspend.h"

#include "chat/workspace.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class MonthSpendTest : public QObject {
    Q_OBJECT

private slots:
    void addsUpByCurrency_data()
    {
        QTest::addColumn<QList<SpendRow>>("rows");
        QTest::addColumn<QString>("text");
        const SpendRow dollars{
            .currency = kUsd, .amount = {1'270'000'000'000, kUsd}, .requests = 3};
        const SpendRow yuan{.currency = kCny, .amount = {180'000'000'000, kCny}, .requests = 1};
        SpendRow estimated = dollars;
        estimated.estimated = 1;
        SpendRow unknown = dollars;
        unknown.unpriced = 1;
        QTest::newRow("nothing") << QList<SpendRow>{} << QString();
        QTest::newRow("one service") << QList{dollars} << u"$1.27"_s;
        QTest::newRow("two in one currency") << QList{dollars, dollars} << u"$2.54"_s;
        QTest::newRow("two currencies") << QList{dollars, yuan} << u"$1.27 + ¥0.18"_s;
        QTest::newRow("an estimate") << QList{estimated} << u"≈ $1.27"_s;
        QTest::newRow("a part is unknown") << QList{unknown} << u"$1.27 + ?"_s;
    }

    void addsUpByCurrency()
    {
        QFETCH(QList<SpendRow>, rows);
        QTEST(spendText(rows), "text");
    }

    void showsTheMonthSoFar()
    {
        ChatRoom room;
        room.transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        const Themed themed;
        Workspace workspace(room.services());
        MonthSpend month(themed.theme, workspace);
        workspace.load();
        ChatSession *session = workspace.newSession(flashSettings());
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        QTRY_COMPARE(child<QLabel>(month, "monthSpend")->text(), u"$0.00060"_s);
        QCOMPARE(child<QLabel>(month, "month")->text(), u"November"_s);
        QVERIFY(!month.isHidden());
    }

    void theMonthEndsAtLocalMidnight()
    {
        ChatRoom room;
        room.clock.setUtcOffsetMinutes(120);
        room.clock.set(u"2026-11-30T21:55:00Z");
        room.transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        const Themed themed;
        Workspace workspace(room.services());
        MonthSpend month(themed.theme, workspace);
        workspace.load();
        QVERIFY(!month.nextLook());
        ChatSession *session = workspace.newSession(flashSettings());
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        QTRY_COMPARE(month.nextLook(), parseInstant(u"2026-11-30T22:00:00Z").valueOr({}));
        room.clock.set(u"2026-11-30T22:00:00Z");
        month.look();
        QTRY_VERIFY(month.isHidden());
        QVERIFY(!month.nextLook());
        QVERIFY(!sendAndWait(*session, u"And now?"_s));
        QTRY_COMPARE(child<QLabel>(month, "month")->text(), u"December"_s);
        QTRY_COMPARE(child<QLabel>(month, "monthSpend")->text(), u"$0.00060"_s);
    }
};

PENNYWORTH_TEST(MonthSpendTest)

#include "tst_monthspend.moc"
