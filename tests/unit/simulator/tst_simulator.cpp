// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "simulator/demonstration.h"
#include "simulator/simulator.h"
#include "support/rawhttpclient.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject message(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonObject chat(const QString &prompt, const QJsonObject &more = {})
{
    QJsonObject body{{u"model"_s, u"deepseek-flash"_s}, {u"max_tokens"_s, 40},
        {u"messages"_s, QJsonArray{message(u"user"_s, prompt)}}};
    for (auto field = more.begin(); field != more.end(); ++field)
        body.insert(field.key(), field.value());
    return body;
}

QJsonObject noThinking()
{
    return {{u"type"_s, u"disabled"_s}};
}

QJsonObject errorBody(const QString &text, const QString &type, const QString &code)
{
    return {{u"error"_s,
        QJsonObject{{u"message"_s, text}, {u"type"_s, type}, {u"param"_s, QJsonValue::Null},
            {u"code"_s, code}}}};
}

} // namespace

class SimulatorTest : public QObject {
    Q_OBJECT

private slots:
    void init() { start(fast()); }

    void listsTheModelsOfItsClock()
    {
        const RawResponse response = get("/models");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("content-type"), "application/json");
        QCOMPARE(response.json().value(u"object").toString(), u"list"_s);
        QStringList ids;
        const QJsonArray list = response.json().value(u"data").toArray();
        ids.reserve(list.size());
        for (const QJsonValue &model : list)
            ids.append(model[u"id"].toString());
        ids.sort();
        QCOMPARE(ids, (QStringList{u"deepseek-flash"_s, u"deepseek-v4-pro"_s}));
        QCOMPARE(
            list.first().toObject().keys(), (QStringList{u"id"_s, u"object"_s, u"owned_by"_s}));
        QCOMPARE(get("/v1/models").body, response.body);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QJsonObject>("answer");
        const QString invalid = u"invalid_request_error"_s;
        QTest::newRow("no key")
            << QByteArray() << chat(u"a"_s) << 401
            << errorBody(u"Authentication Fails (auth header format should be Bearer sk-...)"_s,
                   u"authentication_error"_s, invalid);
        QTest::newRow("a wrong key")
            << QByteArray("sk-wrong") << chat(u"a"_s) << 401
            << errorBody(u"Authentication Fails, Your api key: ****rong is invalid"_s,
                   u"authentication_error"_s, invalid);
        QTest::newRow("no money") << QByteArray("sk-empty") << chat(u"a"_s) << 402
                                  << errorBody(
                                         u"Insufficient Balance"_s, u"unknown_error"_s, invalid);
        QTest::newRow("too many requests")
            << QByteArray("sk-limited") << chat(u"a"_s) << 429
            << errorBody(u"Rate limit reached: too many concurrent requests for this account"_s,
                   u"rate_limit_error"_s, u"rate_limit_error"_s);
        QTest::newRow("a broken server")
            << QByteArray("sk-broken") << chat(u"a"_s) << 500
            << errorBody(u"Internal server error, please retry after a brief wait"_s,
                   u"server_error"_s, u"internal_error"_s);
        QTest::newRow("a busy server")
            << QByteArray("sk-busy") << chat(u"a"_s) << 503
            << errorBody(u"Service is too busy, please retry after a brief wait"_s,
                   u"service_unavailable_error"_s, u"service_unavailable_error"_s);
        QTest::newRow("a retired model")
            << QByteArray("sk-a") << chat(u"a"_s, {{u"model"_s, u"deepseek-chat"_s}}) << 400
            << errorBody(u"Model Not Exist"_s, invalid, invalid);
        QTest::newRow("a bad value")
            << QByteArray("sk-a") << chat(u"a"_s, {{u"temperature"_s, 3}}) << 422
            << errorBody(u"Invalid temperature value, the valid range of temperature is [0, 2]"_s,
                   invalid, invalid);
        QTest::newRow("an image to a model without eyes")
            << QByteArray("sk-a")
            << QJsonObject{{u"model"_s, u"deepseek-v4-pro"_s},
                   {u"messages"_s,
                       QJsonArray{QJsonObject{{u"role"_s, u"user"_s},
                           {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"image_url"_s}}}}}}}}
            << 400 << errorBody(u"This model does not support image"_s, invalid, invalid);
    }

    void refuses()
    {
        QFETCH(QByteArray, key);
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        QFETCH(QJsonObject, answer);
        const RawResponse response = post("/chat/completions", body, key);
        QCOMPARE(response.json(), answer);
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.contains("retry-after"), status == 429);
    }

    void refusesATooLongPrompt()
    {
        const RawResponse response = post("/chat/completions",
            chat(QString(u"ab, "_s).repeated(400'000), {{u"max_tokens"_s, 393'000}}));
        QCOMPARE(response.status, 400);
        QVERIFY(response.json()[u"error"][u"message"].toString().startsWith(
            u"This model's maximum context length is 1048576 tokens. However, you requested 1193004 tokens (800004 in"_s));
    }

    void knowsNoOtherPathAndMethod_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("another path") << QByteArray("GET /nothing") << 404;
        QTest::newRow("an alias of an alias") << QByteArray("GET /v1/v1/models") << 404;
        QTest::newRow("a longer name") << QByteArray("GET /v1models") << 404;
        QTest::newRow("fill in the middle outside of beta")
            << QByteArray("POST /completions") << 404;
        QTest::newRow("a chat without a body") << QByteArray("GET /chat/completions") << 405;
        QTest::newRow("posting to the models") << QByteArray("POST /models") << 405;
    }

    void knowsNoOtherPathAndMethod()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawHttpClient client(m_port);
        client.send(request + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk-a\r\n\r\n");
        QTRY_VERIFY(client.hasResponses());
        QCOMPARE(client.response().status, status);
        if (status == 404)
            QCOMPARE(client.response().json().value(u"error_msg").toString(),
                u"Not Found. Please check the configuration."_s);
    }

    void streamsInTheRightOrder()
    {
        const RawResponse response = post("/chat/completions",
            chat(u"git bisect"_s,
                {{u"stream"_s, true}, {u"max_tokens"_s, 400},
                    {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}}));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("content-type"), "text/event-stream; charset=utf-8");
        QVERIFY(response.body.startsWith(": keep-alive\n\n"));
        QCOMPARE(response.events().constLast(), "[DONE]");

        const QList<QJsonObject> chunks = response.chunks();
        const auto choice = [&chunks](qsizetype i) {
            return chunks.at(i).value(u"choices").toArray().at(0).toObject();
        };
        QCOMPARE(choice(0).value(u"delta").toObject(),
            (QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, QJsonValue::Null},
                {u"reasoning_content"_s, QString()}}));
        QVERIFY(choice(1)[u"delta"][u"content"].isNull());
        QVERIFY(!choice(1)[u"delta"][u"reasoning_content"].toString().isEmpty());
        const qsizetype last = chunks.size() - 1;
        QVERIFY(choice(last - 1)[u"delta"][u"reasoning_content"].isNull());
        QVERIFY(!choice(last - 1)[u"delta"][u"content"].toString().isEmpty());
        QCOMPARE(choice(last).value(u"delta").toObject(),
            (QJsonObject{{u"content"_s, QString()}, {u"role"_s, QJsonValue::Null}}));
        QCOMPARE(choice(last).value(u"finish_reason").toString(), u"length"_s);

        for (const QJsonObject &chunk : chunks) {
            QCOMPARE(chunk.value(u"id"), chunks.first().value(u"id"));
            QCOMPARE(chunk.value(u"created"), chunks.first().value(u"created"));
            QCOMPARE(chunk.value(u"object").toString(), u"chat.completion.chunk"_s);
            QCOMPARE(chunk.value(u"model").toString(), u"deepseek-flash"_s);
            QVERIFY(chunk.contains(u"usage"_s));
            QCOMPARE(chunk.value(u"usage").isNull(), &chunk != &chunks.last());
        }
        const QJsonValue usage = chunks.last().value(u"usage");
        QCOMPARE(usage[u"completion_tokens"].toInt(), 400);
        QCOMPARE(chunks.size(), 402); // role chunk, one for each token, finishing chunk
        // begin, user, "git", " bisect", answer mark
        QCOMPARE(usage[u"prompt_tokens"].toInt(), 5);
        QCOMPARE(usage[u"prompt_cache_miss_tokens"].toInt(), 5);
        QCOMPARE(usage[u"total_tokens"].toInt(), 405);
        QVERIFY(usage[u"completion_tokens_details"][u"reasoning_tokens"].toInt() > 50);
    }

    void showsNoUsageOnOtherChunksUnlessAsked()
    {
        const QList<QJsonObject> chunks = post(
            "/chat/completions", chat(u"a"_s, {{u"stream"_s, true}, {u"thinking"_s, noThinking()}}))
                                              .chunks();
        QVERIFY(!chunks.first().contains(u"usage"_s));
        QVERIFY(chunks.last().value(u"usage").isObject());
        QCOMPARE(chunks.first()[u"choices"][0][u"delta"].toObject(),
            (QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}));
        QVERIFY(!chunks.at(1)[u"choices"][0][u"delta"].toObject().contains(u"reasoning_content"_s));
    }

    void saysTheSameStreamedAndWhole()
    {
        const RawResponse whole =
            post("/v1/chat/completions", chat(u"git bisect"_s, {{u"max_tokens"_s, 500}}));
        QVERIFY(whole.body.startsWith('\n'));
        const QJsonObject object = whole.json();
        QCOMPARE(object.value(u"object").toString(), u"chat.completion"_s);
        const QJsonValue said = object[u"choices"][0][u"message"];
        const RawResponse streamed = post("/chat/completions",
            chat(u"git bisect"_s, {{u"max_tokens"_s, 500}, {u"stream"_s, true}}));
        QCOMPARE(streamed.joined(u"content"_s), said[u"content"].toString());
        QCOMPARE(streamed.joined(u"reasoning_content"_s), said[u"reasoning_content"].toString());
        QCOMPARE(object[u"usage"][u"completion_tokens"].toInt(), 500);
    }

    void streamsAToolCallInPieces()
    {
        const QJsonObject function{{u"name"_s, u"get_weather"_s},
            {u"parameters"_s,
                QJsonObject{{u"type"_s, u"object"_s},
                    {u"properties"_s,
                        QJsonObject{{u"city"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}}}};
        const QJsonArray tools{QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}}};
        const QList<QJsonObject> chunks = post("/chat/completions",
            chat(u"What is the weather in Paris?"_s,
                {{u"stream"_s, true}, {u"tools"_s, tools}, {u"thinking"_s, noThinking()}}))
                                              .chunks();
        const QJsonValue first = chunks.at(1)[u"choices"][0][u"delta"][u"tool_calls"][0];
        QCOMPARE(first[u"function"][u"name"].toString(), u"get_weather"_s);
        QVERIFY(first[u"id"].toString().startsWith(u"call_"_s));
        QString arguments;
        for (const QJsonObject &chunk : chunks)
            arguments += chunk[u"choices"][0][u"delta"][u"tool_calls"][0][u"function"][u"arguments"]
                             .toString();
        QCOMPARE(arguments, u"{\"city\":\"Paris\"}"_s);
        QVERIFY(chunks.size() > 5);
        QCOMPARE(chunks.last()[u"choices"][0][u"finish_reason"].toString(), u"tool_calls"_s);
    }

    void theSecondTurnEarnsItsHits()
    {
        const QJsonObject first = post("/chat/completions", chat(u"git bisect"_s)).json();
        QCOMPARE(first[u"usage"][u"prompt_cache_hit_tokens"].toInt(), 0);
        const qint64 answer = first[u"usage"][u"completion_tokens"].toInt()
            - first[u"usage"][u"completion_tokens_details"][u"reasoning_tokens"].toInt();
        const QString content = first[u"choices"][0][u"message"][u"content"].toString();
        const QJsonArray messages{message(u"user"_s, u"git bisect"_s),
            message(u"assistant"_s, content), message(u"user"_s, u"Go on."_s)};
        const QJsonValue usage =
            post("/chat/completions", chat({}, {{u"messages"_s, messages}})).json().value(u"usage");
        // begin, user, two words, answer mark, the answer, end mark
        QCOMPARE(usage[u"prompt_cache_hit_tokens"].toInt(), 5 + answer + 1);
        // user, "Go", " on", ".", answer mark
        QCOMPARE(usage[u"prompt_cache_miss_tokens"].toInt(), 5);
        // Another key's account knows nothing of it.
        const QJsonObject other =
            post("/chat/completions", chat({}, {{u"messages"_s, messages}}), "sk-other").json();
        QCOMPARE(other[u"usage"][u"prompt_cache_hit_tokens"].toInt(), 0);
    }

    void billsExactlyWhatItReports()
    {
        // begin, system, "Be", " brief", ".", user, "Hi", answer mark: 8 tokens missed, 10 made. On
        // a Monday evening in Beijing Flash costs 0.15 and 0.60 a million: 1.2 + 6.0 millionths.
        const QJsonArray messages{
            message(u"system"_s, u"Be brief."_s), message(u"user"_s, u"Hi"_s)};
        const QJsonObject body = chat({}, {{u"messages"_s, messages}, {u"max_tokens"_s, 10}});
        start("{\"account\": {\"topped_up\": \"0.0000072\"}}");
        const QJsonValue usage = post("/chat/completions", body).json().value(u"usage");
        QCOMPARE(usage[u"prompt_tokens"].toInt(), 8);
        QCOMPARE(usage[u"completion_tokens"].toInt(), 10);
        QCOMPARE(post("/chat/completions", body).status, 402);
        QCOMPARE(get("/user/balance").json().value(u"is_available").toBool(), false);

        start("{\"account\": {\"topped_up\": \"0.000007201\"}}");
        QCOMPARE(post("/chat/completions", body).status, 200);
        QCOMPARE(post("/chat/completions", body).status, 200);
        QCOMPARE(post("/chat/completions", body).status, 402);
    }

    void showsItsBalance()
    {
        start("{\"account\": {\"currency\": \"CNY\", \"granted\": \"1.5\", \"topped_up\": \"2\"}}");
        const QJsonValue entry = get("/user/balance").json()[u"balance_infos"][0];
        QCOMPARE(entry[u"currency"].toString(), u"CNY"_s);
        QCOMPARE(entry[u"total_balance"].toString(), u"3.50"_s);
        QCOMPARE(entry[u"granted_balance"].toString(), u"1.50"_s);
        QCOMPARE(entry[u"topped_up_balance"].toString(), u"2.00"_s);
        QCOMPARE(get("/user/balance", "sk-empty").json().value(u"is_available").toBool(), false);
    }

    void continuesAPrefixUnderBetaOnly()
    {
        const QString whole = post("/chat/completions",
            chat(u"git bisect"_s, {{u"thinking"_s, noThinking()}, {u"max_tokens"_s, 300}}))
                                  .json()[u"choices"][0][u"message"][u"content"]
                                  .toString();
        QJsonObject prefix = message(u"assistant"_s, whole.first(120));
        prefix.insert(u"prefix"_s, true);
        const QJsonObject body = chat({},
            {{u"thinking"_s, noThinking()}, {u"max_tokens"_s, 50},
                {u"messages"_s, QJsonArray{message(u"user"_s, u"git bisect"_s), prefix}}});
        QCOMPARE(post("/chat/completions", body).status, 400);
        const QString rest = post("/beta/chat/completions", body)
                                 .json()[u"choices"][0][u"message"][u"content"]
                                 .toString();
        QVERIFY(!rest.isEmpty());
        QCOMPARE(whole.mid(120, rest.size()), rest);
    }

    void fillsTheMiddle()
    {
        const QJsonObject body{{u"model"_s, u"deepseek-v4-pro"_s},
            {u"prompt"_s, u"def fib(n):\n"_s}, {u"suffix"_s, u"\n"_s}};
        const QJsonObject whole = post("/beta/completions", body).json();
        QCOMPARE(whole.value(u"object").toString(), u"text_completion"_s);
        QVERIFY(whole[u"choices"][0][u"text"].toString().contains(u"return"_s));
        QJsonObject streaming = body;
        streaming.insert(u"stream"_s, true);
        const RawResponse streamed = post("/beta/completions", streaming);
        QString text;
        for (const QJsonObject &chunk : streamed.chunks())
            text += chunk[u"choices"][0][u"text"].toString();
        QCOMPARE(text, whole[u"choices"][0][u"text"].toString());
        QCOMPARE(streamed.events().constLast(), "[DONE]");
    }

    void answersRequestsSentAheadOneAfterTheOther()
    {
        RawHttpClient client(m_port);
        client.get("/models");
        client.post("/chat/completions", chat(u"a"_s, {{u"stream"_s, true}}));
        client.get("/user/balance");
        QTRY_VERIFY(client.hasResponses(3));
        QCOMPARE(client.responses().at(0).json().value(u"object").toString(), u"list"_s);
        QCOMPARE(client.responses().at(1).events().constLast(), "[DONE]");
        QVERIFY(client.responses().at(2).json().contains(u"balance_infos"_s));
    }

    void answersAMalformedRequestAndCloses()
    {
        RawHttpClient client(m_port);
        client.send("nonsense\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.response().status, 400);
    }

    void closesWhenAskedTo()
    {
        RawHttpClient client(m_port);
        client.send("GET /models HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                    "k\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.response().status, 200);
    }

    void streamsToAnOldClientUntilTheEndOfTheConnection()
    {
        RawHttpClient client(m_port);
        const QByteArray body = QJsonDocument(chat(u"a"_s, {{u"stream"_s, true}})).toJson();
        client.send("POST /chat/completions HTTP/1.0\r\nAuthorization: Bearer k\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.response().headers.contains("transfer-encoding"));
        QCOMPARE(client.response().events().constLast(), "[DONE]");
    }

    void showsLifeBeforeTheFirstToken()
    {
        SimulatorOptions options = fast();
        options.pace.firstToken = std::chrono::hours(1);
        start(std::move(options));
        RawHttpClient client(m_port);
        client.post("/chat/completions", chat(u"a"_s, {{u"stream"_s, true}}));
        QTRY_COMPARE(client.response().body, ": keep-alive\n\n");
    }

    void keepsServingWhenAClientGoesAway()
    {
        SimulatorOptions options = fast();
        options.pace = {.tokensPerSecond = 5, .firstToken = std::chrono::milliseconds(0)};
        start(std::move(options));
        RawHttpClient client(m_port);
        client.post("/chat/completions", chat(u"a"_s, {{u"stream"_s, true}}));
        QTRY_VERIFY(client.received().contains("reasoning_content"));
        client.close();
        QCOMPARE(get("/models").status, 200);
    }

    void theDemonstrationNeedsNoKey()
    {
        Demonstration demonstration(*m_prices);
        const Result<quint16> port = demonstration.start(100'000);
        QVERIFY(port);
        RawHttpClient client(*port);
        client.post("/chat/completions", chat(u"git bisect"_s, {{u"stream"_s, true}}), {});
        QTRY_VERIFY(client.hasResponses());
        QCOMPARE(client.response().events().constLast(), "[DONE]");
    }

    void theDemonstrationStopsWithAReplyUnderWay()
    {
        std::optional<Demonstration> demonstration(std::in_place, *m_prices);
        const Result<quint16> port = demonstration->start(1);
        RawHttpClient client(*port);
        client.post("/chat/completions", chat(u"git bisect"_s, {{u"stream"_s, true}}), {});
        QTRY_VERIFY(client.received().contains("keep-alive"));
        demonstration.reset();
        QTRY_VERIFY(client.isClosed());
    }

private:
    static SimulatorOptions fast()
    {
        SimulatorOptions options;
        options.pace = {.tokensPerSecond = 1'000'000, .firstToken = std::chrono::milliseconds(0)};
        options.now = [] { return *parseInstant(u"2026-11-23T12:00:00Z"); };
        return options;
    }

    void start(SimulatorOptions options)
    {
        m_simulator = std::make_unique<Simulator>(*m_prices, std::move(options));
        m_port = *m_simulator->listen();
    }

    void start(const QByteArray &scenario)
    {
        SimulatorOptions options = fast();
        options.scenario = *parseScenario(scenario.isEmpty() ? "{}" : scenario);
        start(std::move(options));
    }

    RawResponse post(
        const QByteArray &path, const QJsonObject &body, const QByteArray &key = "sk-test") const
    {
        RawHttpClient client(m_port);
        client.post(path, body, key);
        return awaitResponse(client);
    }

    RawResponse get(const QByteArray &path, const QByteArray &key = "sk-test") const
    {
        RawHttpClient client(m_port);
        client.get(path, key);
        return awaitResponse(client);
    }

    const Result<PriceBook> m_prices = PriceBook::builtIn();
    std::unique_ptr<Simulator> m_simulator;
    quint16 m_port = 0;
};

PENNYWORTH_TEST(SimulatorTest)

#include "tst_simulator.moc"
