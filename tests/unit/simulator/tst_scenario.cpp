// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"
#include "support/quoted.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyOneMisbehavesInNothing()
    {
        const Result<Scenario> scenario = parseScenario("{}");
        QVERIFY(scenario);
        QCOMPARE(scenario->account.toppedUp.toDecimal(), u"10"_s);
        QCOMPARE(scenario->account.toppedUp.currency, kUsd);
        const Fault fault = scenario->faultFor("/chat/completions", 1);
        QVERIFY(!fault.altersBody());
        QVERIFY(!fault.canned);
        QVERIFY(fault.sendsDone);
    }

    void readsEveryFault()
    {
        const Result<Scenario> scenario = parseScenario(quoted(
            "{"
            "'account': {'currency': 'CNY', 'granted': '1.5', 'topped_up': '0.25'},"
            "'faults': [{'request': 'all', 'delay_ms': 250, 'stall': {'after_bytes': 10},"
            "'drop': {'after_bytes': 20, 'how': 'reset'}, 'split_at': [3, 1], 'line_end': "
            "'crlf', 'done': false, 'gzip': true,"
            "'content_type': 'application/octet-stream', 'stream_error': {'after_tokens': 5, "
            "'error': {'message': 'no'}},"
            "'usage': {'prompt_tokens': 1}, 'flood_bytes': 5000}]}"));
        QVERIFY2(scenario, qPrintable(scenario.hasError() ? scenario.error().detail : QString()));
        QCOMPARE(scenario->account.granted, (Money{.picos = 1'500'000'000'000, .currency = kCny}));
        QCOMPARE(scenario->account.toppedUp, (Money{.picos = 250'000'000'000, .currency = kCny}));
        const Fault fault = scenario->faultFor("/chat/completions", 77);
        QCOMPARE(fault.delay.count(), 250);
        QCOMPARE(fault.stall->afterBytes, 10);
        QCOMPARE(fault.drop->afterBytes, 20);
        QCOMPARE(fault.drop->kind, DropKind::Reset);
        QCOMPARE(fault.splitAt, (std::set<qint64>{1, 3}));
        QCOMPARE(fault.lineEnd, LineEnd::CrLf);
        QVERIFY(!fault.sendsDone);
        QVERIFY(fault.gzip);
        QCOMPARE(fault.contentType, "application/octet-stream");
        QCOMPARE(fault.streamFailure->afterTokens, 5);
        QCOMPARE(fault.usage.value(u"prompt_tokens").toInt(), 1);
        QCOMPARE(fault.floodBytes, 5000);
    }

    void countsRequestsByPathAndTakesTheFirstRuleThatMatches()
    {
        const Result<Scenario> scenario = parseScenario(
            quoted("{'faults': ["
                   "{'request': 2, 'status': 503}, {'request': [2, 4], 'status': 429}, "
                   "{'path': '/models', 'status': 500}]}"));
        QVERIFY(scenario);
        QVERIFY(!scenario->faultFor("/chat/completions", 1).canned);
        QCOMPARE(scenario->faultFor("/chat/completions", 2).canned->status, 503);
        QCOMPARE(scenario->faultFor("/chat/completions", 4).canned->status, 429);
        QCOMPARE(scenario->faultFor("/models", 1).canned->status, 500);
        QVERIFY(!scenario->faultFor("/user/balance", 1).canned);
    }

    void readsWholeAnswers()
    {
        const Result<Scenario> scenario = parseScenario(quoted(
            "{'faults': ["
            "{'request': 1, 'status': 429, 'headers': {'Retry-After': '3'}, 'body': {'error': "
            "'slow'}},"
            "{'request': 2, 'redirect': 'http://127.0.0.1:9/'}, {'request': 3, 'html': true},"
            "{'request': 4, 'status': 502, 'headers': {'content-type': 'text/plain'}, 'body': "
            "'no'}]}"));
        QVERIFY2(scenario, qPrintable(scenario.hasError() ? scenario.error().detail : QString()));
        const auto canned = [&scenario](int request) {
            return *scenario->faultFor("/chat/completions", request).canned;
        };
        QCOMPARE(canned(1).headers,
            (HttpHeaders{{"Retry-After", "3"}, {"Content-Type", "application/json"}}));
        QCOMPARE(canned(1).body, quoted("{'error':'slow'}"));
        QCOMPARE(canned(2).status, 307);
        QCOMPARE(canned(2).headers.first(),
            (std::pair<QByteArray, QByteArray>{"Location", "http://127.0.0.1:9/"}));
        QCOMPARE(canned(3).status, 200);
        QVERIFY(canned(3).body.startsWith("<!DOCTYPE html>"));
        QCOMPARE(canned(4).headers.size(), 1);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &json, const QString &problem) {
            QTest::newRow(name) << json << problem;
        };
        const auto rule = [](const QByteArray &fields) -> QByteArray {
            return quoted("{'faults': [{") + fields + "}]}";
        };
        row("no JSON", "{", u"it is not JSON: unterminated object at byte 1"_s);
        row("a list", "[]", u"it is not a JSON object"_s);
        row("an unknown field", quoted("{'fault': []}"), u"fault is not known"_s);
        row("a misspelled fault", rule(quoted("'dely_ms': 5")),
            u"faults[0].dely_ms is not known"_s);
        row("a rule that is none", quoted("{'faults': [5]}"), u"faults[0] is not an object"_s);
        row("a request before the first", rule(quoted("'request': 0")),
            u"faults[0].request is neither \"all\" nor a number from 1 nor a list of such"_s);
        row("no request at all", rule(quoted("'request': []")),
            u"faults[0].request is an empty list"_s);
        row("a negative delay", rule(quoted("'delay_ms': -1")),
            u"Invalid faults[0].delay_ms value, the valid range of faults[0].delay_ms is [0, 86400000]"_s);
        row("a body without a status", rule(quoted("'body': 'x'")),
            u"faults[0].status is missing, without it headers and body mean nothing"_s);
        row("a header over two lines", rule(quoted("'status': 500, 'headers': {'A': 'b\\nc'}")),
            u"faults[0].headers.A is no header"_s);
        row("another way to drop", rule(quoted("'drop': {'how': 'gently'}")),
            u"faults[0].drop.how is neither \"close\" nor \"reset\""_s);
        row("an unknown field of a stall", rule(quoted("'stall': {'how': 'close'}")),
            u"faults[0].stall.how is not known"_s);
        row("an unknown line end", rule(quoted("'line_end': 'none'")),
            u"faults[0].line_end is none of \"lf\", \"cr\" and \"crlf\""_s);
        row("an offset that is none", rule(quoted("'split_at': ['a']")),
            u"faults[0].split_at holds something that is no offset"_s);
        row("a stream error without an error", rule(quoted("'stream_error': {}")),
            u"missing field `faults[0].stream_error.error`"_s);
        row("an unknown place for usage", rule(quoted("'usage': 'none'")),
            u"faults[0].usage is none of \"missing\", \"extra_chunk\", \"every_chunk\" and an object of figures"_s);
        row("an unknown path", rule(quoted("'path': '/v1/models'")),
            u"faults[0].path is none of /chat/completions, /completions, /models, /user/balance"_s);
        row("another currency", quoted("{'account': {'currency': 'EUR'}}"),
            u"account.currency is neither USD nor CNY"_s);
        row("done as text", rule(quoted("'done': 'no'")),
            u"faults[0].done: invalid type: string, expected a boolean"_s);
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        const Result<Scenario> scenario = parseScenario(json);
        QVERIFY(scenario.hasError());
        QCOMPARE(scenario.error().detail, problem);
    }
};

PENNYWORTH_TEST(ScenarioTest)

#include "tst_scenario.moc"
