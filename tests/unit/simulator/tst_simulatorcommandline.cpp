// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulatorcommandline.h"
#include "support/testregistry.h"

#include <QFile>

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

class SimulatorCommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void hasDefaults()
    {
        const auto line = parse({});
        QVERIFY(line);
        QCOMPARE(line->options.port, 0);
        QCOMPARE(line->options.pace.tokensPerSecond, 60);
        QCOMPARE(line->options.pace.firstToken.count(), 400);
        QCOMPARE(line->options.keyRule, KeyRule::Needed);
        QVERIFY(!line->options.now);
        QVERIFY(line->text.isEmpty());
    }

    void readsEveryOption()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"scenario.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"faults\": [{\"status\": 500}]}");
        file.close();
        const auto line = parse({u"--port"_s, u"8080"_s, u"--tokens-per-second=5000"_s,
            u"--first-token-ms"_s, u"0"_s, u"--scenario"_s, path, u"--clock"_s,
            u"2025-02-08T15:59:00Z"_s, u"--seed"_s, u"7"_s});
        QVERIFY(line);
        QCOMPARE(line->options.port, 8080);
        QCOMPARE(line->options.pace.tokensPerSecond, 5000);
        QCOMPARE(line->options.pace.firstToken.count(), 0);
        QCOMPARE(line->options.scenario.rules.size(), 1);
        QCOMPARE(line->options.seed, 7U);
    }

    void theClockRunsOn()
    {
        const Instant start = *parseInstant(u"2025-02-08T15:59:00Z");
        const auto line = parse({u"--clock"_s, u"2025-02-08T15:59:00Z"_s});
        QVERIFY(line);
        const Instant first = line->options.now();
        QVERIFY(first >= start && first < start + std::chrono::minutes(5));
        QTRY_VERIFY(line->options.now() > first);
    }

    void explainsItself()
    {
        QVERIFY(parse({u"--help"_s})->text.contains(u"--tokens-per-second"_s));
        QVERIFY(parse({u"--version"_s})->text.startsWith(u"pennyworth-simulator "_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        const QTemporaryDir folder;
        QTest::newRow("an unknown option")
            << QStringList{u"--fast"_s} << u"Unknown option 'fast'."_s;
        QTest::newRow("a word") << QStringList{u"now"_s} << u"\"now\" is not an option."_s;
        QTest::newRow("a port too high") << QStringList{
            u"--port"_s, u"65536"_s} << u"--port takes a number from 0 to 65535, not \"65536\"."_s;
        QTest::newRow("no speed") << QStringList{u"--tokens-per-second"_s,
            u"0"_s} << u"--tokens-per-second takes a number from 1 to 1000000, not \"0\"."_s;
        QTest::newRow("a negative delay") << QStringList{u"--first-token-ms"_s,
            u"-1"_s} << u"--first-token-ms takes a number from 0 to 3600000, not \"-1\"."_s;
        QTest::newRow("a day instead of an instant")
            << QStringList{u"--clock"_s, u"2025-02-08"_s}
            << u"--clock takes an instant: \"2025-02-08\" is not an instant such as 2025-02-08T16:00:00Z."_s;
        QTest::newRow("a file that is not there")
            << QStringList{u"--scenario"_s, u"/nowhere/x.json"_s}
            << u"The scenario file \"/nowhere/x.json\" cannot be read: No such file or directory."_s;
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        const auto line = parse(arguments);
        QVERIFY(line.hasError());
        QCOMPARE(line.error().detail, sentence);
    }

    void namesWhatIsWrongInAScenario()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"scenario.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"faults\": [{\"dely_ms\": 5}]}");
        file.close();
        QCOMPARE(parse({u"--scenario"_s, path}).error().detail,
            u"The scenario file \"%1\" is wrong: faults[0].dely_ms is not known."_s.arg(path));
    }

private:
    static Result<SimulatorCommandLine> parse(const QStringList &arguments)
    {
        return parseSimulatorCommandLine(QStringList{u"pennyworth-simulator"_s} + arguments);
    }
};

PENNYWORTH_TEST(SimulatorCommandLineTest)

#include "tst_simulatorcommandline.moc"
