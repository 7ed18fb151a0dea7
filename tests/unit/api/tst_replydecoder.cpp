// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replydecoder.h"
#include "support/deltatext.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

Provider provider(bool splitsThinkTags = false)
{
    Provider provider;
    provider.splitsThinkTags = splitsThinkTags;
    return provider;
}

/// A chunk whose choice has this delta.
QByteArray chunk(const QByteArray &delta)
{
    return R"({"choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":null}]})";
}

QList<Delta> decode(const QList<QByteArray> &payloads, const Provider &from = provider())
{
    ReplyDecoder decoder(from);
    QList<Delta> deltas;
    for (const QByteArray &payload : payloads)
        deltas += decoder.take({.type = {}, .payload = payload});
    return deltas + decoder.finish();
}

} // namespace

class ReplyDecoderTest : public QObject {
    Q_OBJECT

private slots:
    void decodes_data()
    {
        QTest::addColumn<QList<QByteArray>>("payloads");
        QTest::addColumn<QString>("deltas");
        const auto row = [](const char *name, const QList<QByteArray> &payloads,
                             const QString &deltas) { QTest::newRow(name) << payloads << deltas; };
        row("the first chunk of a thinking reply opens no reasoning",
            {chunk(R"({"role":"assistant","content":null,"reasoning_content":""})")}, u""_s);
        row("reasoning, then the answer",
            {chunk(R"({"content":null,"reasoning_content":"Hm"})"),
                chunk(R"({"content":"Yes","reasoning_content":null})")},
            u"reasoning(Hm) text(Yes)"_s);
        row("vLLM's and OpenRouter's name for reasoning",
            {chunk(R"({"reasoning":"Hm","content":""})")}, u"reasoning(Hm)"_s);
        row("reasoning said twice in one chunk counts once",
            {chunk(
                R"({"reasoning":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm"}]})")},
            u"reasoning(Hm)"_s);
        row("reasoning said again elsewhere in the next chunk counts once",
            {chunk(R"({"reasoning":"Hm"})"), chunk(R"({"reasoning_details":[{"text":"Hm"}]})")},
            u"reasoning(Hm)"_s);
        row("reasoning in details alone",
            {chunk(
                R"({"reasoning_details":[{"type":"reasoning.text","text":"Hm"},{"type":"reasoning.summary","summary":"So"},{"type":"reasoning.encrypted","data":"x"}]})")},
            u"reasoning(HmSo)"_s);
        row("Mistral's array",
            {chunk(
                R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm"}]},{"type":"text","text":"Yes"}]})")},
            u"reasoning(Hm) text(Yes)"_s);
        row("a thought that is a plain string",
            {chunk(R"({"content":[{"type":"thinking","thinking":"Hm"}]})")}, u"reasoning(Hm)"_s);
        row("null and missing fields",
            {chunk(R"({"content":null,"role":null,"tool_calls":null})"), chunk("{}"), chunk("null"),
                R"({"choices":[{}]})", R"({"choices":[null]})"},
            u""_s);
        row("empty choices before, within and at the end",
            {R"({"choices":[]})", chunk(R"({"content":"a"})"), R"({"choices":[],"usage":null})",
                chunk(R"({"content":"b"})"), R"({"choices":null})"},
            u"text(a) text(b)"_s);
        row("usage on a chunk of its own",
            {R"({"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}})"},
            u"usage(3=-+-,4,-)"_s);
        row("usage on the finishing chunk",
            {R"({"choices":[{"index":0,"delta":{"content":"","role":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":3}})"},
            u"usage(3=-+-,-,-) finish(1,stop)"_s);
        row("usage on every chunk is passed on, not added up",
            {R"({"choices":[],"usage":{"completion_tokens":1}})",
                R"({"choices":[],"usage":{"completion_tokens":2}})",
                R"({"choices":[],"usage":null})"},
            u"usage(-=-+-,1,-) usage(-=-+-,2,-)"_s);
        row("usage in the choice",
            {R"({"choices":[{"index":0,"delta":{},"usage":{"prompt_tokens":3,"cached_tokens":1}}]})"},
            u"usage(3=1+2,-,-)"_s);
        row("Groq's usage", {R"({"choices":[],"x_groq":{"usage":{"prompt_tokens":3}}})"},
            u"usage(3=-+-,-,-)"_s);
        row("who answers, once and again when it changes",
            {R"({"id":"1","model":"m","system_fingerprint":"f","choices":[]})",
                R"({"id":"1","model":"m","system_fingerprint":"f","choices":[]})",
                R"({"id":"1","model":"n","choices":[]})"},
            u"origin(1,m,f) origin(1,n,f)"_s);
        row("tool calls",
            {chunk(
                R"({"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}]})")},
            u"call(0,c,f,{})"_s);
        row("a refusal is an answer", {chunk(R"({"content":null,"refusal":"No."})")},
            u"text(No.)"_s);
        row("a second choice is not asked for",
            {R"({"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}]})"},
            u"text(a)"_s);
        row("a whole message behind the pieces is not repeated",
            {chunk(R"({"content":"a"})"),
                R"({"choices":[{"index":0,"message":{"content":"a"},"finish_reason":"stop"}]})"},
            u"text(a) finish(1,stop)"_s);
        row("[DONE], and nothing behind it",
            {chunk(R"({"content":"a"})"), " [DONE] ", chunk(R"({"content":"b"})"), "broken"},
            u"text(a)"_s);
        row("blank data and wrapped comments",
            {"", "  ", ": keepalive", chunk(R"({"content":"a"})")}, u"text(a)"_s);
        row("a name without end is cut",
            {R"({"model":")" + QByteArray(1000, 'm') + R"(","choices":[]})"},
            u"origin(,%1,)"_s.arg(QString(256, u'm')));
        row("a ping object", {R"({"type":"ping"})"}, u""_s);
        row("a duplicate finish_reason",
            {R"({"choices":[{"delta":{},"finish_reason":"stop"}]})",
                R"({"choices":[{"delta":{},"finish_reason":"stop"}]})"},
            u"finish(1,stop)"_s);
        row("an empty finish_reason is none",
            {R"({"choices":[{"delta":{"content":"a"},"finish_reason":""}]})"}, u"text(a)"_s);
        row("one bad byte in the text",
            {chunk("{\"content\":\"a\xFF"
                   "b\"}")},
            u"text(a\uFFFDb)"_s);
    }

    void decodes()
    {
        QFETCH(QList<QByteArray>, payloads);
        QFETCH(QString, deltas);
        QCOMPARE(deltaText(decode(payloads)), deltas);
    }

    void knowsTheFinishReasons_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<FinishReason>("reason");
        QTest::newRow("stop") << "stop"_ba << FinishReason::Stop;
        QTest::newRow("Gemini's capitals") << "STOP"_ba << FinishReason::Stop;
        QTest::newRow("length") << "length"_ba << FinishReason::Length;
        QTest::newRow("filter") << "content_filter"_ba << FinishReason::ContentFilter;
        QTest::newRow("tools") << "tool_calls"_ba << FinishReason::ToolCalls;
        QTest::newRow("out of capacity")
            << "insufficient_system_resource"_ba << FinishReason::InsufficientResource;
        QTest::newRow("anything else") << "repetition_truncation"_ba << FinishReason::Other;
    }

    void knowsTheFinishReasons()
    {
        QFETCH(QByteArray, word);
        QFETCH(FinishReason, reason);
        const QList<Delta> deltas = decode(
            {"{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + word + "\"}]}"});
        QCOMPARE(deltas.size(), 1);
        QCOMPARE(std::get<FinishDelta>(deltas.constFirst()),
            (FinishDelta{.reason = reason, .word = QString::fromLatin1(word)}));
    }

    void joinsSurrogateHalves_data()
    {
        QTest::addColumn<QList<QByteArray>>("payloads");
        QTest::addColumn<QString>("deltas");
        const QString smile = QString::fromUcs4(U"\U0001F600");
        QTest::newRow("in one chunk") << QList<QByteArray>{chunk(R"({"content":"\ud83d\ude00"})")}
                                      << u"text(%1)"_s.arg(smile);
        QTest::newRow("cut in two chunks") << QList<QByteArray>{chunk(R"({"content":"a\ud83d"})"),
            chunk(R"({"content":"\ude00b"})")}
                                           << u"text(a) text(%1b)"_s.arg(smile);
        QTest::newRow("with chunks between that say nothing") << QList<QByteArray>{
            chunk(R"({"content":"\ud83d"})"), chunk(R"({"content":""})"),
            chunk(R"({"content":"\ude00"})")} << u"text(%1)"_s.arg(smile);
        QTest::newRow("in the reasoning")
            << QList<QByteArray>{chunk(R"({"reasoning_content":"\ud83d"})"),
                   chunk(R"({"reasoning_content":"\ude00"})")}
            << u"reasoning(%1)"_s.arg(smile);
        QTest::newRow("each channel keeps its own half")
            << QList<QByteArray>{chunk(R"({"reasoning_content":"\ud83d","content":"\ud83d"})"),
                   chunk(R"({"reasoning_content":"\ude00","content":"\ude00"})")}
            << u"reasoning(%1) text(%1)"_s.arg(smile);
        QTest::newRow("the other half never comes")
            << QList<QByteArray>{chunk(R"({"content":"a\ud83d"})"), chunk(R"({"content":"b"})")}
            << u"text(a) text(\uFFFDb)"_s;
        QTest::newRow("the stream ends before it")
            << QList<QByteArray>{chunk(R"({"content":"a\ud83d"})")} << u"text(a) text(\uFFFD)"_s;
        QTest::newRow("a second half alone")
            << QList<QByteArray>{chunk(R"({"content":"a\ude00b"})")} << u"text(a\uFFFDb)"_s;
    }

    void joinsSurrogateHalves()
    {
        QFETCH(QList<QByteArray>, payloads);
        QFETCH(QString, deltas);
        QCOMPARE(deltaText(decode(payloads)), deltas);
    }

    void splitsThinkTagsWhereTheProviderWantsIt()
    {
        const QList<QByteArray> payloads{chunk(R"({"content":"<thi"})"),
            chunk(R"({"content":"nk>Hm</th"})"), chunk(R"({"content":"ink>\n\nYes"})")};
        QCOMPARE(deltaText(decode(payloads, provider(true))), u"reasoning(Hm) text(Yes)"_s);
        QCOMPARE(deltaText(decode(payloads, provider(false))),
            u"text(<thi) text(nk>Hm</th) text(ink>\n\nYes)"_s);
    }

    void leavesTagsAloneWhereReasoningHasItsOwnPlace()
    {
        const QList<QByteArray> payloads{chunk(R"({"content":"\n"})"),
            chunk(R"({"reasoning_content":"Hm"})"), chunk(R"({"content":"<think>a</think>"})")};
        QCOMPARE(deltaText(decode(payloads, provider(true))),
            u"text(\n) reasoning(Hm) text(<think>a</think>)"_s);
    }

    void recognisesErrors_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &payload, const QString &detail,
                             ErrorKind kind = ErrorKind::StreamError, const QByteArray &type = {}) {
            QTest::newRow(name) << type << payload << kind << detail;
        };
        row("an error object", R"({"error":{"message":"Server busy","type":"x","code":"y"}})",
            u"Server busy"_s);
        row("an error text", R"({"error":"Server busy"})", u"Server busy"_s);
        row("OpenRouter's, with a number and a reason",
            R"({"id":"1","error":{"code":502,"message":"Provider disconnected","metadata":{}},"choices":[]})",
            u"Provider disconnected"_s);
        row("an error in the choice",
            R"({"choices":[{"index":0,"delta":{},"error":{"code":429,"message":"Slow down"}}]})",
            u"Slow down"_s);
        row("Gemini's array", R"([{"error":{"code":400,"message":"API key not valid"}}])",
            u"API key not valid"_s);
        row("a detail", R"({"detail":"Not here"})", u"Not here"_s);
        row("details",
            R"({"detail":[{"loc":["body"],"msg":"field required","type":"x"},{"msg":"too long"}]})",
            u"field required; too long"_s);
        row("a message", R"({"object":"error","message":"Bad","code":400})", u"Bad"_s);
        row("only a code", R"({"error":{"code":"overloaded_error"}})", u"overloaded_error"_s);
        row("an error without a word", R"({"error":{}})", u""_s);
        row("event: error", R"({"message":"Overloaded"})", u"Overloaded"_s, ErrorKind::StreamError,
            "error");
        row("event: error with plain text", "Internal server error", u"Internal server error"_s,
            ErrorKind::StreamError, "error");
        row("the prompt is too long",
            R"({"error":{"message":"The maximum context length is 1000000 tokens."}})",
            u"The maximum context length is 1000000 tokens."_s, ErrorKind::ContextTooLong);
        row("broken JSON", "{\"choices\":[{\"delta\":{\"content\":\"a",
            u"broken JSON (unterminated string): {\"choices\":[{\"delta\":{\"content\":\"a"_s,
            ErrorKind::UnexpectedAnswer);
        row("a keep-alive glued to JSON", R"({"a":: keep-alive})",
            u"broken JSON (illegal number): {\"a\":: keep-alive}"_s, ErrorKind::UnexpectedAnswer);
        row("an empty list", "[]", u"broken JSON (no object): []"_s, ErrorKind::UnexpectedAnswer);
        row("a bare word", "null", u"broken JSON (illegal value): null"_s,
            ErrorKind::UnexpectedAnswer);
    }

    void recognisesErrors()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, payload);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        ReplyDecoder decoder(provider());
        QCOMPARE(deltaText(decoder.take({.type = {}, .payload = chunk(R"({"content":"kept"})")})),
            u"text(kept)"_s);
        const QList<Delta> deltas = decoder.take({.type = type, .payload = payload});
        const auto *error =
            deltas.isEmpty() ? nullptr : std::get_if<ErrorDelta>(&deltas.constLast());
        QVERIFY(error);
        QCOMPARE(error->error.detail, detail);
        QCOMPARE(error->error.kind, kind);
    }

    void takesAWholeDocument()
    {
        ReplyDecoder decoder(provider(true));
        const QList<Delta> deltas = decoder.takeDocument(R"(

            {"id":"1","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"<think>Hm</think>Yes"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":3}})");
        QCOMPARE(deltaText(deltas),
            u"origin(1,m,) usage(3=-+-,-,-) reasoning(Hm) text(Yes) finish(1,stop)"_s);
        QVERIFY(decoder.isDone());
    }

    void isDoneOnlyBehindDone()
    {
        ReplyDecoder decoder(provider());
        decoder.take({.type = {},
            .payload = R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"});
        QVERIFY(!decoder.isDone());
        decoder.take({.type = {}, .payload = "[DONE]"});
        QVERIFY(decoder.isDone());
    }
};

PENNYWORTH_TEST(ReplyDecoderTest)

#include "tst_replydecoder.moc"
