// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pricecommand.h"
#include "commandrun.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

/// A clock that stands still.
class StoppedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        return *parseInstant(u"2026-11-23T02:30:00Z");
    } // a Monday, peak
    [[nodiscard]] int utcOffsetMinutes(Instant) const override { return 0; }
};

} // namespace

/// Expected values are from api-docs.deepseek.com as kept in the price history, not from the
/// program's output.
class PriceCommandTest : public QObject {
    Q_OBJECT

private slots:
    void printsExactlyTheFieldsOfTheContract()
    {
        const test::CommandRun run = price({u"deepseek-flash"_s, u"--json"_s});
        QCOMPARE(run.status, ExitStatus::Done);
        QCOMPARE(run.error, QByteArray());
        QCOMPARE(run.json().keys(),
            (QStringList{u"confidence"_s, u"currency"_s, u"effective_from"_s, u"effective_to"_s,
                u"input_cache_hit"_s, u"input_cache_miss"_s, u"model"_s, u"model_version"_s,
                u"next_change"_s, u"output"_s, u"served_as"_s, u"source"_s, u"window"_s}));
        QCOMPARE(
            run.json().value(u"window"_s).toObject().keys(), (QStringList{u"name"_s, u"until"_s}));
        QCOMPARE(run.json().value(u"next_change"_s).toObject().keys(),
            (QStringList{u"at"_s, u"input_cache_hit"_s, u"input_cache_miss"_s, u"output"_s}));
    }

    void quotesNowInDollars()
    {
        const QJsonObject json = price({u"deepseek-flash"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"currency"_s).toString(), u"USD"_s);
        QCOMPARE(json.value(u"input_cache_hit"_s).toString(), u"0.006"_s);
        QCOMPARE(json.value(u"input_cache_miss"_s).toString(), u"0.3"_s);
        QCOMPARE(json.value(u"output"_s).toString(), u"1.2"_s);
        QCOMPARE(json.value(u"window"_s),
            (QJsonObject{{u"name"_s, u"peak"_s}, {u"until"_s, u"2026-11-23T04:00:00Z"_s}}));
        QCOMPARE(json.value(u"effective_to"_s), QJsonValue());
        QCOMPARE(json.value(u"next_change"_s),
            (QJsonObject{{u"at"_s, u"2026-11-23T04:00:00Z"_s}, {u"input_cache_hit"_s, u"0.003"_s},
                {u"input_cache_miss"_s, u"0.15"_s}, {u"output"_s, u"0.6"_s}}));
    }

    void quotes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("hit"); // empty: null
        QTest::addColumn<QString>("miss");
        QTest::addColumn<QString>("output");
        QTest::newRow("the last instant of the launch price")
            << QStringList{u"deepseek-chat"_s, u"--at"_s, u"2025-02-08T15:59:59.999Z"_s}
            << u"0.014"_s << u"0.14"_s << u"0.28"_s;
        QTest::newRow("the first instant after it, said in Beijing")
            << QStringList{u"deepseek-chat"_s, u"--at"_s, u"2025-02-09T00:00:00+08:00"_s}
            << u"0.07"_s << u"0.27"_s << u"1.1"_s;
        QTest::newRow("the same in yuan") << QStringList{u"deepseek-chat"_s, u"--at"_s,
            u"2025-02-08T16:00:00Z"_s, u"--currency"_s, u"cny"_s}
                                          << u"0.5"_s << u"2"_s << u"8"_s;
        QTest::newRow("before there was a price for cache hits")
            << QStringList{u"deepseek-chat"_s, u"--at"_s, u"2024-06-01T00:00:00Z"_s} << QString()
            << u"0.14"_s << u"0.28"_s;
        QTest::newRow("finer than a thousandth")
            << QStringList{u"deepseek-v4-pro"_s, u"--at"_s, u"2026-06-01T00:00:00Z"_s}
            << u"0.003625"_s << u"0.435"_s << u"0.87"_s;
        QTest::newRow("a Saturday")
            << QStringList{u"deepseek-flash"_s, u"--at"_s, u"2026-11-21T02:00:00Z"_s} << u"0.003"_s
            << u"0.15"_s << u"0.6"_s;
        QTest::newRow("a Chinese holiday in yuan") << QStringList{u"deepseek-flash"_s, u"--at"_s,
            u"2026-10-01T02:00:00Z"_s, u"--currency"_s, u"CNY"_s}
                                                   << u"0.02"_s << u"1"_s << u"4"_s;
    }

    void quotes()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, hit);
        QFETCH(QString, miss);
        QFETCH(QString, output);
        const QJsonObject json = price(words + QStringList{u"--json"_s}).json();
        QCOMPARE(json.value(u"input_cache_hit"_s), hit.isEmpty() ? QJsonValue() : QJsonValue(hit));
        QCOMPARE(json.value(u"input_cache_miss"_s).toString(), miss);
        QCOMPARE(json.value(u"output"_s).toString(), output);
    }

    void namesTheModelThatServesAnAlias()
    {
        const QJsonObject json =
            price({u"deepseek-v4-flash"_s, u"--at"_s, u"2026-10-20T12:00:00Z"_s, u"--json"_s})
                .json();
        QCOMPARE(json.value(u"model"_s).toString(), u"deepseek-v4-flash"_s);
        QCOMPARE(json.value(u"served_as"_s).toString(), u"deepseek-flash"_s);
    }

    void failsWithKindAndMessage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a model nobody knows") << QStringList{u"gpt-9"_s};
        QTest::newRow("before the first row")
            << QStringList{u"deepseek-chat"_s, u"--at"_s, u"2023-01-01T00:00:00Z"_s};
        QTest::newRow("a retired name")
            << QStringList{u"deepseek-chat"_s, u"--at"_s, u"2026-07-24T15:59:00Z"_s};
        QTest::newRow("a currency without a list")
            << QStringList{u"deepseek-flash"_s, u"--currency"_s, u"EUR"_s};
        QTest::newRow("a provider without a list")
            << QStringList{u"deepseek-flash"_s, u"--provider"_s, u"openai"_s};
    }

    void failsWithKindAndMessage()
    {
        QFETCH(QStringList, words);
        const test::CommandRun asJson = price(words + QStringList{u"--json"_s});
        QCOMPARE(asJson.status, ExitStatus::RequestFailed);
        QCOMPARE(asJson.json().keys(), QStringList{u"error"_s});
        const QJsonObject error = asJson.json().value(u"error"_s).toObject();
        QCOMPARE(error.keys(), (QStringList{u"kind"_s, u"message"_s}));
        QCOMPARE(error.value(u"kind"_s).toString(), u"unknown_price"_s);
        QVERIFY(error.value(u"message"_s).toString().startsWith(u"No price is known"_s));

        const test::CommandRun asText = price(words);
        QCOMPARE(asText.status, ExitStatus::RequestFailed);
        QCOMPARE(asText.standard, QByteArray());
        QVERIFY(asText.error.startsWith("pennyworth: No price is known"));
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no model") << QStringList{} << QByteArray("MODEL is missing");
        QTest::newRow("two models")
            << QStringList{u"a"_s, u"b"_s} << QByteArray("“b” is one word too many");
        QTest::newRow("no zone") << QStringList{u"deepseek-flash"_s, u"--at"_s,
            u"2026-11-23T14:00"_s}
                                 << QByteArray("--at wants an instant");
        QTest::newRow("no currency") << QStringList{u"deepseek-flash"_s, u"--currency"_s,
            u"dollar"_s} << QByteArray("--currency wants");
        QTest::newRow("no such option") << QStringList{u"deepseek-flash"_s, u"--yesterday"_s}
                                        << QByteArray("no option --yesterday");
        QTest::newRow("no value") << QStringList{u"deepseek-flash"_s, u"--at"_s}
                                  << QByteArray("'--at'");
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, sentence);
        const test::CommandRun run = price(words);
        QCOMPARE(run.status, ExitStatus::WrongUsage);
        QVERIFY2(run.error.contains(sentence), run.error.constData());
        const test::CommandRun asJson = price(words + QStringList{u"--json"_s});
        QCOMPARE(asJson.json().value(u"error"_s).toObject().value(u"kind"_s).toString(),
            u"wrong_usage"_s);
    }

    void printsATableForPeople()
    {
        const test::CommandRun run = price({u"deepseek-flash"_s});
        QCOMPARE(run.status, ExitStatus::Done);
        const QString text = QString::fromUtf8(run.standard);
        QVERIFY2(
            text.contains(
                u"peak at 2026-11-23 02:30 UTC, until 2026-11-23 04:00 UTC (1 h 30 min more)"_s),
            run.standard.constData());
        QVERIFY2(
            text.contains(u"input, cached      $0.006                              $0.003\n"_s),
            run.standard.constData());
        QVERIFY2(
            text.contains(u"output              $1.20                               $0.60\n"_s),
            run.standard.constData());
    }

private:
    test::CommandRun price(const QStringList &words)
    {
        return test::runCommand(
            PriceCommand::syntax(),
            [this](const Output &output) {
                return std::make_unique<PriceCommand>(m_prices, m_clock, output);
            },
            words);
    }

    const PriceBook m_prices = *PriceBook::builtIn();
    const StoppedClock m_clock{};
};

PENNYWORTH_TEST(PriceCommandTest)
#include "tst_pricecommand.moc"
