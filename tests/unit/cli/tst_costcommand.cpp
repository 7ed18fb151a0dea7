// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/costcommand.h"
#include "commandrun.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// Expected amounts are worked out by hand from the published prices.
class CostCommandTest : public QObject {
    Q_OBJECT

private slots:
    void pricesTokens_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::newRow("a million of each at the peak price") << words(
            "deepseek-flash --at 2026-11-23T02:00:00Z --hit 1000000 --miss 1000000 --output "
            "1000000") << u"1.506"_s << u"1.506"_s << u"1.506"_s;
        QTest::newRow("one token of each")
            << words("deepseek-flash --at 2026-11-23T12:00:00Z --hit 1 --miss 1 --output 1")
            << u"0.000000753"_s << u"0.000000753"_s << u"0.000000753"_s;
        QTest::newRow("nothing at all")
            << words("deepseek-flash --at 2026-11-23T12:00:00Z --hit 0 --miss 0 --output 0")
            << u"0"_s << u"0"_s << u"0"_s;
        QTest::newRow("over the end of the peak hours: the instant of completion decides") << words(
            "deepseek-flash --at 2026-11-23T03:59:00Z --until 2026-11-23T04:00:00Z --hit 0 --miss "
            "1000 --output 0") << u"0.00015"_s << u"0.00015"_s << u"0.0003"_s;
        QTest::newRow("hits bill at the miss price before there was a cache price")
            << words("deepseek-chat --at 2024-06-01T00:00:00Z --hit 1000 --miss 1000 --output 0")
            << u"0.00028"_s << u"0.00028"_s << u"0.00028"_s;
        QTest::newRow("yuan") << words("deepseek-flash --at 2026-11-23T12:00:00Z --hit 0 --miss "
                                       "1000000 --output 1000000 --currency CNY")
                              << u"5"_s << u"5"_s << u"5"_s;
    }

    void pricesTokens()
    {
        QFETCH(QStringList, command);
        const test::CommandRun run = cost(command + QStringList{u"--json"_s});
        QCOMPARE(run.status, ExitStatus::Done);
        const QJsonObject json = run.json();
        QCOMPARE(json.keys(),
            (QStringList{u"amount"_s, u"confidence"_s, u"currency"_s, u"high"_s, u"low"_s,
                u"price_rows"_s}));
        QTEST(json.value(u"amount"_s).toString(), "amount");
        QTEST(json.value(u"low"_s).toString(), "low");
        QTEST(json.value(u"high"_s).toString(), "high");
        QVERIFY(!json.value(u"price_rows"_s).toArray().isEmpty());
    }

    void saysWhenTheHolidaysAreUnknown()
    {
        const QJsonObject json = cost(words("deepseek-flash --at 2027-03-01T02:00:00Z --hit 0 "
                                            "--miss 1000000 --output 0 --json"))
                                     .json();
        QCOMPARE(json.value(u"amount"_s).toString(), u"0.3"_s);
        QCOMPARE(json.value(u"low"_s).toString(), u"0.15"_s);
        QCOMPARE(json.value(u"high"_s).toString(), u"0.3"_s);
        QCOMPARE(json.value(u"confidence"_s).toString(), u"calendar unknown"_s);
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("negative") << words(
            "m --at 2026-11-23T02:00:00Z --hit -1 --miss 1 --output 1")
                                  << QByteArray("--hit wants a whole number");
        QTest::newRow("a fraction")
            << words("m --at 2026-11-23T02:00:00Z --hit 1 --miss 1.5 --output 1")
            << QByteArray("--miss wants a whole number");
        QTest::newRow("beyond 64 bits")
            << words("m --at 2026-11-23T02:00:00Z --hit 1 --miss 1 --output 9223372036854775808")
            << QByteArray("--output wants a whole number");
        QTest::newRow("left out") << words("m --at 2026-11-23T02:00:00Z --hit 1 --miss 1")
                                  << QByteArray("--output is missing");
        QTest::newRow("no instant")
            << words("m --hit 1 --miss 1 --output 1") << QByteArray("--at is missing");
        QTest::newRow("ends before it begins") << words(
            "m --at 2026-11-23T02:00:00Z --until 2026-11-23T01:59:59Z --hit 1 --miss 1 --output 1")
                                               << QByteArray("--until must not be before --at");
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, sentence);
        const test::CommandRun run = cost(command);
        QCOMPARE(run.status, ExitStatus::WrongUsage);
        QCOMPARE(run.standard, QByteArray());
        QVERIFY2(run.error.contains(sentence), run.error.constData());
    }

    void failsOnAnUnknownPrice()
    {
        const test::CommandRun run =
            cost(words("gpt-9 --at 2026-11-23T02:00:00Z --hit 1 --miss 1 --output 1 --json"));
        QCOMPARE(run.status, ExitStatus::RequestFailed);
        QCOMPARE(
            run.json().value(u"error"_s).toObject().keys(), (QStringList{u"kind"_s, u"message"_s}));
    }

    void failsOnAnAmountBeyondExactness()
    {
        const test::CommandRun run = cost(words("deepseek-flash --at 2026-11-23T02:00:00Z --hit 0 "
                                                "--miss 9223372036854775807 --output 1 --json"));
        QCOMPARE(run.status, ExitStatus::RequestFailed);
        QCOMPARE(
            run.json().value(u"error"_s).toObject().value(u"kind"_s).toString(), u"overflow"_s);
    }

    void tellsPeopleTheExactAmountAndItsBounds()
    {
        const test::CommandRun run =
            cost(words("deepseek-flash --at 2026-11-23T03:59:00Z --until 2026-11-23T04:00:00Z "
                       "--hit 0 --miss 1000 --output 0"));
        QVERIFY2(run.standard.startsWith(
                     "cost        0.00015 USD\nbetween     0.00015 and 0.0003 USD\n"),
            run.standard.constData());
    }

private:
    test::CommandRun cost(const QStringList &command)
    {
        return test::runCommand(
            CostCommand::syntax(),
            [this](
                const Output &output) { return std::make_unique<CostCommand>(m_prices, output); },
            command);
    }

    const PriceBook m_prices = *PriceBook::builtIn();
};

PENNYWORTH_TEST(CostCommandTest)
#include "tst_costcommand.moc"
