// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/answerwriter.h"
#include "simulator/tokens.h"
#include "support/testregistry.h"

#include <QJsonDocument>

using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

namespace {

ChatRequest asking(const QString &prompt)
{
    ChatRequest request;
    request.options.model = u"deepseek-flash"_s;
    request.messages = {{.role = WireRole::User, .content = prompt}};
    return request;
}

ChatRequest continuing(const QString &prompt, const QString &prefix)
{
    ChatRequest request = asking(prompt);
    request.messages.append({.role = WireRole::Assistant, .content = prefix, .prefix = true});
    return request;
}

WireTool weatherTool()
{
    const QByteArray schema =
        R"({"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"},
        "unit":{"type":"string","enum":["celsius","fahrenheit"]},"note":{"type":"string"}},"required":["city","days","unit"]})";
    return {.name = u"get_weather"_s,
        .description = u"The weather forecast of a city"_s,
        .parameters = QJsonDocument::fromJson(schema).object()};
}

int count(const QString &text, const QString &part)
{
    return static_cast<int>(text.count(part));
}

} // namespace

class AnswerWriterTest : public QObject {
    Q_OBJECT

private slots:
    void everyPreparedTextIsWhole()
    {
        const AnswerBook book;
        QVERIFY(book.answers().size() >= 14);
        for (const PreparedAnswer &answer : book.answers()) {
            QVERIFY2(
                !answer.title.isEmpty() && !answer.keywords.isEmpty(), qPrintable(answer.title));
            QVERIFY2(!answer.reasoning.isEmpty(), qPrintable(answer.title));
            QVERIFY2(count(answer.content, u"```"_s) % 2 == 0, qPrintable(answer.title));
            QVERIFY2(!answer.content.contains(u"==="_s), qPrintable(answer.title));
            const qint64 tokens = countTokens(answer.content);
            QVERIFY2(tokens >= 150 && tokens <= 1200,
                qPrintable(answer.title + u' ' + QString::number(tokens)));
        }
    }

    void togetherTheyShowAllThatATranscriptCan()
    {
        const AnswerBook book;
        QString all;
        for (const PreparedAnswer &answer : book.answers())
            all += answer.content + u'\n';
        const QStringList wanted{u"```cpp"_s, u"```python"_s, u"```bash"_s, u"```rust"_s,
            u"```sql"_s, u"\n|---"_s, u"$$"_s, u"\n- "_s, u"\n1. "_s, u"\n> "_s, u"\n## "_s,
            u"**"_s, u"🔍"_s, u"](https://"_s, u"\n- [ ] "_s};
        for (const QString &part : wanted)
            QVERIFY2(all.contains(part), qPrintable(part));
    }

    void choosesByKeywords_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("part");
        QTest::newRow("one word") << u"What is git bisect?"_s << u"git bisect run"_s;
        QTest::newRow("in Chinese") << u"请解释二分查找"_s << u"循环不变量"_s;
        QTest::newRow("mathematics") << u"Prove the Cauchy-Schwarz inequality"_s << u"\\le"_s;
        QTest::newRow("databases") << u"How do SQL window functions work?"_s << u"OVER ("_s;
        QTest::newRow("prices") << u"What did DeepSeek-V3 cost at launch?"_s << u"$0.27"_s;
    }

    void choosesByKeywords()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, part);
        const Answer answer = AnswerWriter(1).answerTo(asking(prompt));
        QVERIFY2(answer.content.contains(part), qPrintable(answer.content.left(200)));
        QCOMPARE(answer.finishReason, u"stop"_s);
    }

    void saysThatItIsADemonstration_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("words");
        QTest::newRow("where a text fits") << u"git bisect"_s << u"built-in demonstration"_s;
        QTest::newRow("where none fits") << u"Qwertyuiop?"_s << u"built-in demonstration"_s;
        QTest::newRow("in Chinese, where a text fits") << u"二分查找"_s << u"内置演示"_s;
        QTest::newRow("in Chinese, where none fits") << u"嗯嗯嗯"_s << u"内置演示"_s;
    }

    void saysThatItIsADemonstration()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, words);
        for (quint64 seed = 0; seed < 8; ++seed) {
            const QString content = AnswerWriter(seed).answerTo(asking(prompt)).content;
            QVERIFY2(content.section(u'\n', 0, 0).contains(words), qPrintable(content.left(200)));
            QVERIFY(!content.contains(u"{{"_s));
        }
    }

    void introducesItselfOnceInAConversation()
    {
        ChatRequest request = asking(u"git bisect"_s);
        request.messages.append({.role = WireRole::Assistant, .content = u"…"_s});
        request.messages.append({.role = WireRole::User, .content = u"And binary search?"_s});
        QVERIFY(!AnswerWriter(1).answerTo(request).content.contains(u"demonstration"_s));
    }

    void saysTheSameUnderTheSameSeedOnly()
    {
        const ChatRequest request = asking(u"Anything at all"_s);
        QCOMPARE(
            AnswerWriter(7).answerTo(request).content, AnswerWriter(7).answerTo(request).content);
        QSet<QString> different;
        for (quint64 seed = 0; seed < 10; ++seed)
            different.insert(AnswerWriter(seed).answerTo(request).content);
        QVERIFY(different.size() > 3);
    }

    void quotesThePromptWithoutItsMarkup()
    {
        const QString content =
            AnswerWriter(1).answerTo(asking(u"**git bisect** <b>`now`</b>\n# [x](y)"_s)).content;
        QVERIFY2(content.contains(u"“git bisect bnow/b x(y)”"_s), qPrintable(content.left(200)));
    }

    void thinksUnlessToldNotTo()
    {
        ChatRequest request = asking(u"git bisect"_s);
        QVERIFY(AnswerWriter(1).answerTo(request).reasoning.contains(u"git bisect"_s));
        request.thinking = false;
        QVERIFY(AnswerWriter(1).answerTo(request).reasoning.isEmpty());
    }

    void endsBeforeAStopSequence()
    {
        ChatRequest request = asking(u"git bisect"_s);
        request.options.stop = {u"no such text"_s, u"## By hand"_s};
        const Answer answer = AnswerWriter(1).answerTo(request);
        QVERIFY(answer.content.endsWith(u"about ten tests.\n\n"_s));
        QCOMPARE(answer.finishReason, u"stop"_s);
    }

    void endsAtTheLimitWithReasoningCounted()
    {
        ChatRequest request = asking(u"git bisect"_s);
        const qint64 reasoning = countTokens(AnswerWriter(1).answerTo(request).reasoning);
        request.options.maxTokens = reasoning + 5;
        const Answer answer = AnswerWriter(1).answerTo(request);
        QCOMPARE(piecesOf(answer).size(), reasoning + 5);
        QCOMPARE(countTokens(answer.content), 5);
        QCOMPARE(answer.finishReason, u"length"_s);
    }

    void continuesItsOwnAnswerWhereverItWasCut()
    {
        const QString prompt = u"git bisect"_s;
        const QString whole = AnswerWriter(1).answerTo(asking(prompt)).content;
        for (const qsizetype cut :
            {qsizetype{0}, qsizetype{1}, qsizetype{100}, whole.size() / 2, whole.size()}) {
            const Answer rest = AnswerWriter(1).answerTo(continuing(prompt, whole.first(cut)));
            QCOMPARE(whole.first(cut) + rest.content, whole);
            QCOMPARE(rest.reasoning.isEmpty(), cut > 0);
        }
    }

    void continuesFromTheEndOfAPrefixThatItKnows()
    {
        const Answer rest = AnswerWriter(1).answerTo(
            continuing(u"git bisect"_s, u"Well. For 1,000 commits that is"_s));
        QVERIFY2(
            rest.content.startsWith(u" about ten tests."_s), qPrintable(rest.content.left(100)));
    }

    void fillsACodeFence()
    {
        const Answer rest = AnswerWriter(1).answerTo(continuing(u"Fibonacci"_s, u"```python\n"_s));
        QVERIFY(rest.content.contains(u"return"_s));
        QVERIFY(rest.content.endsWith(u"```\n"_s));
    }

    void answersInJson()
    {
        ChatRequest request = asking(u"git bisect as JSON"_s);
        request.jsonMode = true;
        const QJsonDocument json =
            QJsonDocument::fromJson(AnswerWriter(1).answerTo(request).content.toUtf8());
        QVERIFY(json.isObject());
        QCOMPARE(json[u"demonstration"].toBool(), true);
        QVERIFY(!json[u"answer"].toString().isEmpty());
    }

    void callsAToolThatThePromptSpeaksOf()
    {
        ChatRequest request = asking(u"What is the weather in New York for 3 days?"_s);
        request.tools = {{.name = u"send_mail"_s}, weatherTool()};
        request.toolChoice = ToolChoice::Auto;
        const Answer answer = AnswerWriter(1).answerTo(request);
        QCOMPARE(answer.finishReason, u"tool_calls"_s);
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls.first().name, u"get_weather"_s);
        QCOMPARE(answer.toolCalls.first().arguments,
            u"{\"city\":\"New York\",\"days\":3,\"unit\":\"celsius\"}"_s);
        QVERIFY(answer.content.isEmpty());
    }

    void callsNoToolWithoutNeed()
    {
        ChatRequest request = asking(u"git bisect"_s);
        request.tools = {weatherTool()};
        request.toolChoice = ToolChoice::Auto;
        QVERIFY(AnswerWriter(1).answerTo(request).toolCalls.isEmpty());
        request.toolChoice = ToolChoice::Required;
        QCOMPARE(AnswerWriter(1).answerTo(request).toolCalls.size(), 1);
        request.toolChoice = ToolChoice::None;
        QVERIFY(AnswerWriter(1).answerTo(request).toolCalls.isEmpty());
    }

    void callsTheForcedTool()
    {
        ChatRequest request = asking(u"weather"_s);
        request.tools = {weatherTool(), {.name = u"other"_s}};
        request.toolChoice = ToolChoice::Required;
        request.forcedTool = u"other"_s;
        QCOMPARE(AnswerWriter(1).answerTo(request).toolCalls.first().name, u"other"_s);
    }

    void passesTheResultOfAToolOn()
    {
        ChatRequest request = asking(u"weather"_s);
        request.tools = {weatherTool()};
        request.toolChoice = ToolChoice::Auto;
        request.messages.append(
            {.role = WireRole::Assistant, .toolCalls = {{.id = u"c"_s, .name = u"get_weather"_s}}});
        request.messages.append({.role = WireRole::Tool, .content = u"14 °C, sunny"_s});
        const Answer answer = AnswerWriter(1).answerTo(request);
        QVERIFY(answer.content.contains(u"14 °C, sunny"_s));
        QCOMPARE(answer.finishReason, u"stop"_s);
    }

    void fillsTheMiddle()
    {
        FillRequest request;
        request.prompt = u"def fib(n):\n"_s;
        request.echo = true;
        const Answer answer = AnswerWriter(1).fill(request);
        QVERIFY(answer.content.startsWith(u"def fib(n):\n    if n < 2"_s));
    }
};

PENNYWORTH_TEST(AnswerWriterTest)

#include "tst_answerwriter.moc"
