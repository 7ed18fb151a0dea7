// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <vector>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Several processes on one home at once.
class ProcessesTest : public QObject {
    Q_OBJECT

private slots:
    void allAreKeptAndTheTotalsAddUp()
    {
        constexpr int kProcesses = 8;
        const Service service({}, {u"--tokens-per-second"_s, u"400"_s});
        const Home home;
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < kProcesses; ++i)
            processes.push_back(home.start(service.ask({u"Question %1"_s.arg(i), u"--json"_s})));
        qint64 completion = 0;
        qint64 miss = 0;
        QSet<qint64> conversations;
        for (const std::unique_ptr<QProcess> &process : processes) {
            const Run run = Home::waitFor(*process);
            QVERIFY2(run.status == 0, run.all().constData());
            const QJsonObject usage = run.object().value(u"usage"_s).toObject();
            completion += usage.value(u"completion"_s).toInteger();
            miss += usage.value(u"cache_miss"_s).toInteger();
            conversations.insert(run.object().value(u"conversation"_s).toInteger());
        }
        QCOMPARE(conversations.size(), kProcesses);
        QCOMPARE(home.run({u"list"_s, u"--json"_s}).array().size(), kProcesses);
        const QJsonArray spend = home.run({u"spend"_s, u"--by"_s, u"model"_s, u"--json"_s}).array();
        QCOMPARE(spend.size(), 1);
        QCOMPARE(spend.at(0).toObject().value(u"requests"_s).toInt(), kProcesses);
        QCOMPARE(spend.at(0).toObject().value(u"completion"_s).toInteger(), completion);
        QCOMPARE(spend.at(0).toObject().value(u"cache_miss"_s).toInteger(), miss);
    }

    void aSecondStartLeavesALiveAnswerAlone()
    {
        const Service service({}, {u"--tokens-per-second"_s, u"200"_s});
        const Home home;
        const std::unique_ptr<QProcess> asking =
            home.start(service.ask({u"Why is the sky blue?"_s}));
        QVERIFY(asking->waitForReadyRead(20'000));
        const QJsonObject shown = home.run({u"show"_s, u"1"_s, u"--json"_s}).object();
        QCOMPARE(
            shown.value(u"messages"_s).toArray().at(1).toObject().value(u"status"_s).toString(),
            u"streaming"_s);
        QCOMPARE(Home::waitFor(*asking).status, 0);
        const QJsonObject after = home.run({u"show"_s, u"1"_s, u"--json"_s}).object();
        const QJsonObject reply = after.value(u"messages"_s).toArray().at(1).toObject();
        QCOMPARE(reply.value(u"status"_s).toString(), u"complete"_s);
        QCOMPARE(reply.value(u"requests"_s).toArray().size(), 1);
    }
};

PENNYWORTH_TEST(ProcessesTest)
#include "tst_processes.moc"
