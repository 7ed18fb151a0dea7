// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chatrequest.h"
#include "support/quoted.h"
#include "support/testregistry.h"

using namespace pennyworth::simulated;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ChatRequestTest : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeRequest()
    {
        const ChatRequest request = read(quoted(
            "{'model':'deepseek-flash','stream':true,'stream_options':{'include_usage':true},"
            "'max_tokens':50,'stop':['END','\\n\\n'],'thinking':{'type':'disabled'},'response_"
            "format':{'type':'json_object'},"
            "'user_id':'u_1','tools':[{'type':'function','function':{'name':'get_weather','"
            "description':'Weather of a city',"
            "'parameters':{'type':'object'}}}],'tool_choice':'required','temperature':1.3,'seed':"
            "7,'anything':{'else':true},"
            "'messages':[{'role':'system','content':'Be "
            "brief.'},{'role':'user','content':[{'type':'text','text':'a'},"
            "{'type':'image_url','image_url':{'url':'data:,'}},{'type':'text','text':'b'}]},"
            "{'role':'assistant','content':null,'reasoning_content':'hm','tool_calls':[{'id':'c1'"
            ",'type':'function',"
            "'function':{'name':'get_weather','arguments':'{}'}}]},{'role':'tool','tool_call_id':"
            "'c1','content':'sunny'}]}"));
        QCOMPARE(request.options.model, u"deepseek-flash"_s);
        QVERIFY(request.options.stream);
        QVERIFY(request.options.includeUsage);
        QCOMPARE(request.options.maxTokens, 50);
        QCOMPARE(request.options.stop, (QStringList{u"END"_s, u"\n\n"_s}));
        QVERIFY(!request.thinking);
        QVERIFY(request.jsonMode);
        QCOMPARE(request.userId, u"u_1"_s);
        QCOMPARE(request.tools.size(), 1);
        QCOMPARE(request.toolChoice, ToolChoice::Required);
        QCOMPARE(request.messages.size(), 4);
        QCOMPARE(request.messages.at(1).content, u"ab"_s);
        QCOMPARE(request.messages.at(1).images, 1);
        QCOMPARE(request.messages.at(2).reasoning, u"hm"_s);
        QCOMPARE(request.messages.at(2).toolCalls.first().name, u"get_weather"_s);
        QCOMPARE(request.lastPrompt(), u"ab"_s);
    }

    void thinksByDefaultAndByNameBeforeV4()
    {
        const QByteArray rest = quoted(",'messages':[{'role':'user','content':'a'}]}");
        QVERIFY(read(quoted("{'model':'deepseek-flash'") + rest).thinking);
        QVERIFY(!read(quoted("{'model':'deepseek-chat'") + rest).thinking);
        QVERIFY(read(quoted("{'model':'deepseek-reasoner'") + rest).thinking);
    }

    void takesAStopSequenceAloneAndNullAsMissing()
    {
        const ChatRequest request =
            read(quoted("{'model':'m','stop':'x','max_tokens':null,'temperature':null,'tools':null,"
                        "'messages':[{'role':'user','content':'a','name':'Ann'}]}"));
        QCOMPARE(request.options.stop, QStringList{u"x"_s});
        QVERIFY(!request.options.maxTokens);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &body, int status,
                             const QString &message) {
            QTest::newRow(name) << body << status << message;
        };
        const auto chat = [](const QByteArray &messages,
                              const QByteArray &more = {}) -> QByteArray {
            return quoted("{'model':'m','messages':") + messages + more + '}';
        };
        const auto with = [&chat](const QByteArray &more) -> QByteArray {
            return chat(quoted("[{'role':'user','content':'a'}]"), ',' + more);
        };
        const QString badBody = u"Failed to deserialize the JSON body into the target type: "_s;

        row("no JSON", "hello", 400,
            u"Failed to parse the request body as JSON: illegal value at offset 1"_s);
        row("no object", "[]", 400, u"Failed to parse the request body as JSON: expected a map"_s);
        row("no model", quoted("{'messages':[]}"), 422, badBody + u"missing field `model`"_s);
        row("no messages", quoted("{'model':'m'}"), 422, badBody + u"missing field `messages`"_s);
        row("an empty list of messages", chat("[]"), 400, u"Empty input messages"_s);
        row("messages of another type", chat("5"), 422,
            badBody + u"messages: invalid type: number, expected a sequence"_s);
        row("a message without a role", chat(quoted("[{'content':'a'}]")), 422,
            badBody + u"missing field `messages[0].role`"_s);
        row("the role of another API", chat(quoted("[{'role':'developer','content':'a'}]")), 422,
            badBody
                + u"messages[0].role: unknown variant `developer`, expected one of `system`, `user`, `assistant`, `tool`"_s);
        row("a user message without content", chat(quoted("[{'role':'user'}]")), 422,
            badBody + u"missing field `messages[0].content`"_s);
        row("content that is a number", chat(quoted("[{'role':'user','content':5}]")), 422,
            badBody + u"messages[0].content: invalid type: expected a string or a sequence"_s);
        row("a tool's answer without an id", chat(quoted("[{'role':'tool','content':'a'}]")), 422,
            badBody + u"missing field `messages[0].tool_call_id`"_s);
        row("a tool's answer to nothing",
            chat(quoted("[{'role':'tool','content':'a','tool_call_id':'x'}]")), 400,
            u"Messages with role 'tool' must be a response to a preceding message with 'tool_calls'"_s);
        row("too hot", with(quoted("'temperature':2.1")), 422,
            u"Invalid temperature value, the valid range of temperature is [0, 2]"_s);
        row("temperature as text", with(quoted("'temperature':'1'")), 422,
            badBody + u"temperature: invalid type: string, expected a number"_s);
        row("top_p above one", with(quoted("'top_p':1.5")), 422,
            u"Invalid top_p value, the valid range of top_p is [0, 1]"_s);
        row("no tokens", with(quoted("'max_tokens':0")), 422,
            u"Invalid max_tokens value, the valid range of max_tokens is [1, 393216]"_s);
        row("half a token", with(quoted("'max_tokens':1.5")), 422,
            badBody + u"max_tokens: invalid type: floating point, expected an integer"_s);
        row("stream options without a stream",
            with(quoted("'stream_options':{'include_usage':true}")), 422,
            u"Invalid stream_options value, it is allowed only with stream=true"_s);
        row("seventeen stop sequences",
            with(quoted(
                "'stop':['a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a']")),
            422, u"Invalid stop value, at most 16 sequences are allowed"_s);
        row("an unknown thinking type", with(quoted("'thinking':{'type':'maybe'}")), 422,
            badBody
                + u"thinking.type: unknown variant `maybe`, expected `enabled` or `disabled`"_s);
        row("an unknown effort", with(quoted("'reasoning_effort':'huge'")), 422,
            badBody
                + u"reasoning_effort: unknown variant `huge`, expected one of `low`, `high`, `max`"_s);
        row("a response format it has not",
            with(quoted("'response_format':{'type':'json_schema'}")), 422,
            badBody
                + u"response_format.type: unknown variant `json_schema`, expected `text` or `json_object`"_s);
        row("top_logprobs alone", with(quoted("'top_logprobs':5")), 422,
            u"Invalid top_logprobs value, logprobs must be true when top_logprobs is set"_s);
        row("a function name with a blank",
            with(quoted("'tools':[{'type':'function','function':{'name':'a b'}}]")), 422,
            u"Invalid tools[0].function.name value, expected [A-Za-z0-9_-]{1,64}"_s);
        row("a choice of an unknown function",
            with(quoted(
                "'tools':[{'type':'function','function':{'name':'a'}}],'tool_choice':{'type':'"
                "function','function':{'name':'b'}}")),
            422, u"Invalid tool_choice value, there is no function `b`"_s);
        row("a user id with a blank", with(quoted("'user_id':'a b'")), 422,
            u"Invalid user_id value, expected [A-Za-z0-9_-]{1,512}"_s);
        row("a prefix outside of beta",
            chat(quoted("[{'role':'assistant','content':'a','prefix':true}]")), 400,
            u"The `prefix` parameter is a beta feature: set the base URL to .../beta to use it"_s);
        row("tools and thinking without the earlier reasoning",
            chat(
                quoted("[{'role':'user','content':'a'},{'role':'assistant','content':'b'},{'role':'"
                       "user','content':'c'}]"),
                quoted(",'tools':[{'type':'function','function':{'name':'a'}}]")),
            400, u"The `reasoning_content` in the thinking mode must be passed back to the API."_s);
    }

    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, message);
        const auto parsed = parseChatRequest(body, Endpoint::Stable);
        const auto *error = std::get_if<ApiError>(&parsed);
        QVERIFY(error != nullptr);
        QCOMPARE(error->message, message);
        QCOMPARE(error->status, status);
    }

    void aPrefixIsTheLastMessage()
    {
        const QByteArray body =
            quoted("{'model':'m','messages':[{'role':'assistant','content':'a','prefix':true},"
                   "{'role':'user','content':'b'}]}");
        const auto parsed = parseChatRequest(body, Endpoint::Beta);
        QCOMPARE(
            std::get<ApiError>(parsed).message, u"Only the last message may have `prefix` set"_s);
    }

    void needsNoReasoningWithoutTools()
    {
        read(quoted("{'model':'m','messages':[{'role':'user','content':'a'},{'role':'assistant','"
                    "content':'b'},"
                    "{'role':'user','content':'c'}]}"));
    }

    void readsAFill()
    {
        const auto parsed = parseFillRequest(
            quoted("{'model':'deepseek-v4-pro','prompt':'def f(','suffix':'pass','echo':true}"));
        const auto &request = std::get<FillRequest>(parsed);
        QCOMPARE(request.prompt, u"def f("_s);
        QCOMPARE(request.suffix, u"pass"_s);
        QVERIFY(request.echo);
        QCOMPARE(std::get<ApiError>(parseFillRequest(quoted("{'model':'m'}"))).status, 422);
    }

private:
    static ChatRequest read(const QByteArray &body)
    {
        const auto parsed = parseChatRequest(body, Endpoint::Stable);
        if (const auto *error = std::get_if<ApiError>(&parsed)) {
            QTest::qFail(qPrintable(error->message), __FILE__, __LINE__);
            return {};
        }
        return std::get<ChatRequest>(parsed);
    }
};

PENNYWORTH_TEST(ChatRequestTest)

#include "tst_chatrequest.moc"
