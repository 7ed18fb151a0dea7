// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providercatalog.h"
#include "api/requestbuilder.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

Provider deepSeek()
{
    return ProviderCatalog::builtIn()->find(u"deepseek"_s).valueOr({});
}

Message user(const QString &text)
{
    return {.role = Role::User, .text = text};
}

Message assistant(const QString &text, const QString &reasoning = {},
    MessageStatus status = MessageStatus::Complete)
{
    return {.role = Role::Assistant, .status = status, .text = text, .reasoning = reasoning};
}

ChatRequest request(const QList<Message> &branch,
    const GenerationSettings &settings = {.model = u"deepseek-flash"_s})
{
    return {.settings = settings, .branch = branch};
}

/// The bytes of the messages array without the closing bracket.
QByteArray messages(const QByteArray &body)
{
    const qsizetype begin = body.indexOf("\"messages\":[");
    return body.sliced(begin, body.indexOf("],\"stream\"") - begin);
}

/// What stands behind the messages.
QByteArray rest(const QByteArray &body)
{
    return body.sliced(body.indexOf("],\"stream\"") + 2);
}

} // namespace

class RequestBuilderTest : public QObject {
    Q_OBJECT

private slots:
    void writesTheWholeBody()
    {
        GenerationSettings settings{
            .model = u"deepseek-flash"_s, .systemPrompt = u"Be \"brief\"."_s};
        const QList<Message> branch{
            user(u"Hi\n"_s), assistant(u"Hello."_s, u"Greet."_s), user(u"你好"_s)};
        QCOMPARE(chatBody(deepSeek(), request(branch, settings)),
            "{\"model\":\"deepseek-flash\",\"messages\":["
            "{\"role\":\"system\",\"content\":\"Be \\\"brief\\\".\"},"
            "{\"role\":\"user\",\"content\":\"Hi\\n\"},"
            "{\"role\":\"assistant\",\"content\":\"Hello.\",\"reasoning_content\":\"Greet.\"},"
            "{\"role\":\"user\",\"content\":\"你好\"}],"
            "\"stream\":true,\"stream_options\":{\"include_usage\":true}}"_ba);
    }

    void passesReasoningBackOnlyWhereTheServiceTakesIt()
    {
        Provider provider = deepSeek();
        provider.reasoningPassBack = ReasoningPassBack::Never;
        QCOMPARE(messages(chatBody(
                     provider, request({user(u"a"_s), assistant(u"b"_s, u"Hm"_s), user(u"c"_s)}))),
            "\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\","
            "\"content\":\"b\"},"
            "{\"role\":\"user\",\"content\":\"c\"}"_ba);
    }

    void leavesOutRepliesWithoutAnAnswer()
    {
        const QList<Message> branch{user(u"a"_s), assistant({}, {}, MessageStatus::Failed),
            user(u"b"_s), assistant({}, u"Hm"_s, MessageStatus::Interrupted), user(u"c"_s),
            assistant(u"half"_s, {}, MessageStatus::Interrupted), user(u"d"_s)};
        QCOMPARE(messages(chatBody(deepSeek(), request(branch))),
            "\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":"
            "\"b\"},"
            "{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"half\"},"
            "{\"role\":\"user\",\"content\":\"d\"}"_ba);
    }

    void writesSettings_data()
    {
        QTest::addColumn<GenerationSettings>("settings");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QByteArray>("fields"); // behind stream_options
        const QString flash = u"deepseek-flash"_s;
        const QString deepseek = u"deepseek"_s;
        const QString openRouter = u"openrouter"_s;
        const QString openAi = u"openai"_s;
        const auto row = [](const char *name, const QString &provider,
                             const GenerationSettings &settings, const QByteArray &fields) {
            QTest::newRow(name) << settings << provider << fields;
        };
        row("defaults", deepseek, {.model = flash}, "");
        row("thinking on", deepseek, {.model = flash, .thinking = Thinking::On},
            R"(,"thinking":{"type":"enabled"})");
        row("thinking off", deepseek, {.model = flash, .thinking = Thinking::Off},
            R"(,"thinking":{"type":"disabled"})");
        row("effort", deepseek, {.model = flash, .thinking = Thinking::On, .effort = Effort::Max},
            R"(,"thinking":{"type":"enabled"},"reasoning_effort":"max")");
        row("effort alone", deepseek, {.model = flash, .effort = Effort::Low},
            R"(,"reasoning_effort":"low")");
        row("no effort where it does not think", deepseek,
            {.model = flash, .thinking = Thinking::Off, .effort = Effort::Max},
            R"(,"thinking":{"type":"disabled"})");
        row("no temperature while it thinks", deepseek,
            {.model = flash, .temperatureHundredths = 130}, "");
        row("temperature where it does not think", deepseek,
            {.model = flash, .thinking = Thinking::Off, .temperatureHundredths = 130},
            R"(,"thinking":{"type":"disabled"},"temperature":1.3)");
        row("temperature zero", deepseek,
            {.model = flash, .thinking = Thinking::Off, .temperatureHundredths = 0},
            R"(,"thinking":{"type":"disabled"},"temperature":0)");
        row("limit and JSON", deepseek, {.model = flash, .maxTokens = 100, .jsonMode = true},
            R"(,"max_tokens":100,"response_format":{"type":"json_object"})");
        row("a model nobody described is told like the default one", deepseek,
            {.model = u"deepseek-v4-flash"_s, .thinking = Thinking::Off},
            R"(,"thinking":{"type":"disabled"})");
        row("a retired name knows no switch", deepseek,
            {.model = u"deepseek-chat"_s, .thinking = Thinking::Off, .temperatureHundredths = 50},
            R"(,"temperature":0.5)");
        row("OpenAI's limit and effort", openAi,
            {.model = u"gpt-5-mini"_s,
                .thinking = Thinking::On,
                .effort = Effort::High,
                .maxTokens = 5},
            R"(,"reasoning_effort":"high","max_completion_tokens":5)");
        row("an effort that the model does not have", openAi,
            {.model = u"gpt-5-mini"_s, .effort = Effort::Max}, "");
        row("OpenRouter's switch", openRouter, {.model = u"x/y"_s, .thinking = Thinking::Off},
            R"(,"reasoning":{"enabled":false})");
        row("OpenRouter's effort", openRouter, {.model = u"x/y"_s, .effort = Effort::High},
            R"(,"reasoning":{"enabled":true,"effort":"high"})");
        row("a local model", u"ollama"_s,
            {.model = u"llama"_s, .thinking = Thinking::On, .temperatureHundredths = 7},
            R"(,"temperature":0.07)");
    }

    void writesSettings()
    {
        QFETCH(GenerationSettings, settings);
        QFETCH(QString, provider);
        QFETCH(QByteArray, fields);
        const Result<Provider> known = ProviderCatalog::builtIn()->find(provider);
        QVERIFY(known.hasValue());
        const QByteArray body = chatBody(*known, request({user(u"a"_s)}, settings));
        QCOMPARE(
            rest(body), R"("stream":true,"stream_options":{"include_usage":true})" + fields + '}');
        QVERIFY(QJsonDocument::fromJson(body).isObject());
    }

    void leavesOutWhatTheServiceDoesNotTake()
    {
        Provider provider = deepSeek();
        provider.takesStreamOptions = false;
        provider.takesJsonMode = false;
        QCOMPARE(rest(chatBody(provider,
                     request({user(u"a"_s)}, {.model = u"deepseek-flash"_s, .jsonMode = true}))),
            "\"stream\":true}"_ba);
    }

    void continuesAReplyAtTheBetaAddress()
    {
        ChatRequest continued =
            request({user(u"a"_s), assistant(u"half"_s, u"Hm"_s, MessageStatus::Interrupted)});
        continued.continuesLast = true;
        const Result<WireRequest> wire = chatRequest(deepSeek(), continued, u"sk-1"_s);
        QVERIFY(wire.hasValue());
        QCOMPARE(wire->url, QUrl(u"https://api.deepseek.com/beta/chat/completions"_s));
        QCOMPARE(messages(wire->body),
            "\"messages\":[{\"role\":\"user\",\"content\":\"a\"},"
            "{\"role\":\"assistant\",\"content\":\"half\",\"reasoning_content\":\"Hm\",\"prefix\":true}"_ba);

        continued.settings.thinking = Thinking::Off;
        QVERIFY(chatBody(deepSeek(), continued)
                    .contains("{\"role\":\"assistant\",\"content\":\"half\",\"prefix\":true}]"));
    }

    void forcesABeginning()
    {
        ChatRequest forced = request({user(u"a"_s)});
        forced.forcedPrefix = u"```python\n"_s;
        const Result<WireRequest> wire = chatRequest(deepSeek(), forced, {});
        QVERIFY(wire.hasValue());
        QCOMPARE(wire->url.path(), u"/beta/chat/completions"_s);
        QVERIFY(wire->body.contains(
            "{\"role\":\"assistant\",\"content\":\"```python\\n\",\"prefix\":true}]"));
    }

    void refusesAContinuationThatTheServiceCannotDo()
    {
        ChatRequest forced = request({user(u"a"_s)});
        forced.forcedPrefix = u"x"_s;
        QCOMPARE(
            chatRequest(*ProviderCatalog::builtIn()->find(u"openai"_s), forced, {}).error().kind,
            ErrorKind::InvalidRequest);

        ChatRequest nothingToContinue = request({user(u"a"_s)});
        nothingToContinue.continuesLast = true;
        QCOMPARE(
            chatRequest(deepSeek(), nothingToContinue, {}).error().kind, ErrorKind::InvalidRequest);
    }

    void keepsEarlierBytes()
    {
        const Provider provider = deepSeek();
        QRandomGenerator random(64);
        const auto words = [&random] {
            QString text;
            const int length = 1 + random.bounded(30);
            for (int i = 0; i < length; ++i)
                text += QChar(static_cast<char16_t>(
                    random.bounded(8) ? 0x20 + random.bounded(0x300) : random.bounded(0xFFFF)));
            return text;
        };
        for (int round = 0; round < 200; ++round) {
            GenerationSettings settings{
                .model = u"deepseek-flash"_s, .systemPrompt = round % 2 ? words() : QString()};
            QList<Message> branch{user(words())};
            QByteArray before;
            for (int turn = 0; turn < 8; ++turn) {
                const QByteArray body = chatBody(provider, request(branch, settings));
                QVERIFY(QJsonDocument::fromJson(body).isObject());
                QVERIFY(messages(body).startsWith(before));
                QCOMPARE(chatBody(provider, request(branch, settings)), body);
                before = messages(body);
                const auto status = static_cast<MessageStatus>(1 + random.bounded(3));
                branch.append(assistant(random.bounded(5) ? words() : QString(),
                    random.bounded(2) ? words() : QString(), status));
                branch.append(user(words()));
            }
        }
    }

    void setsTheHeaders()
    {
        Provider provider = deepSeek();
        provider.extraHeaders = {{"X-Title", "Pennyworth"}};
        const Result<WireRequest> wire =
            chatRequest(provider, request({user(u"a"_s)}), u" sk-1 \n"_s);
        QVERIFY(wire.hasValue());
        const QList<std::pair<QByteArray, QByteArray>> headers{
            {"User-Agent", wire->headers.constFirst().second}, {"Authorization", "Bearer sk-1"},
            {"X-Title", "Pennyworth"}, {"Accept", "text/event-stream"},
            {"Content-Type", "application/json"}};
        QCOMPARE(wire->headers, headers);
        QVERIFY(wire->headers.constFirst().second.startsWith("Pennyworth/"));
    }

    void sendsNoAuthorizationWithoutAKey()
    {
        const Result<WireRequest> wire = modelsRequest(deepSeek(), {});
        QVERIFY(wire.hasValue());
        QCOMPARE(wire->url, QUrl(u"https://api.deepseek.com/models"_s));
        QVERIFY(wire->body.isEmpty());
        for (const auto &header : wire->headers)
            QVERIFY(header.first != "Authorization");
    }

    void refusesAKeyThatWouldBreakTheHeader_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("a second header") << u"sk-1\r\nX-Evil: 1"_s;
        QTest::newRow("white space inside") << u"sk 1"_s;
        QTest::newRow("beyond ASCII") << u"sk–1"_s;
    }

    void refusesAKeyThatWouldBreakTheHeader()
    {
        QFETCH(QString, key);
        const Result<WireRequest> wire = chatRequest(deepSeek(), request({user(u"a"_s)}), key);
        QVERIFY(wire.hasError());
        QCOMPARE(wire.error().kind, ErrorKind::InvalidValue);
        QVERIFY(!wire.error().detail.contains(key));
    }

    void appendsToTheBaseAddress_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("url"); // empty: refused
        QTest::newRow("no path") << u"http://localhost:8080"_s << u"http://localhost:8080/models"_s;
        QTest::newRow("a slash at the end")
            << u"http://localhost/v1/"_s << u"http://localhost/v1/models"_s;
        QTest::newRow("a query stays") << u"https://a.test/openai?api-version=1"_s
                                       << u"https://a.test/openai/models?api-version=1"_s;
        QTest::newRow("an escaped path stays escaped")
            << u"https://a.test/a%2Fb"_s << u"https://a.test/a%2Fb/models"_s;
        QTest::newRow("no scheme") << u"api.deepseek.com"_s << u""_s;
        QTest::newRow("a file") << u"file:///etc"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }

    void appendsToTheBaseAddress()
    {
        QFETCH(QString, base);
        QFETCH(QString, url);
        Provider provider;
        provider.baseUrl = QUrl(base);
        const Result<WireRequest> wire = modelsRequest(provider, {});
        QCOMPARE(wire.hasError(), url.isEmpty());
        if (wire.hasError())
            QCOMPARE(wire.error().kind, ErrorKind::InvalidValue);
        else
            QCOMPARE(QString::fromLatin1(wire->url.toEncoded()), url);
    }

    void asksForTheBalanceOnlyWhereThereIsOne()
    {
        QCOMPARE(
            balanceRequest(deepSeek(), {})->url, QUrl(u"https://api.deepseek.com/user/balance"_s));
        QCOMPARE(balanceRequest(*ProviderCatalog::builtIn()->find(u"ollama"_s), {}).error().kind,
            ErrorKind::InvalidRequest);
    }
};

PENNYWORTH_TEST(RequestBuilderTest)

#include "tst_requestbuilder.moc"
