// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replybody.h"
#include "support/deltatext.h"
#include "support/rawserver.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHello = deltaEvent(R"({"content":"Hello"})");
const QByteArray kStop = deltaEvent("{}", "stop");
const QByteArray kDone = "data: [DONE]\n\n";

} // namespace

class ReplyBodyTest : public QObject {
    Q_OBJECT

private slots:
    void judgesTheEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("deltas");
        QTest::addColumn<int>("kind"); // of the error, -1: success
        QTest::addColumn<QString>("words"); // the error's detail, or the note
        const auto good = [](const char *name, const QByteArray &body, const QString &deltas,
                              const QString &note = {}) {
            QTest::newRow(name) << body << deltas << -1 << note;
        };
        const auto bad = [](const char *name, const QByteArray &body, const QString &deltas,
                             ErrorKind kind, const QString &detail = {}) {
            QTest::newRow(name) << body << deltas << int(kind) << detail;
        };
        good("a reply", kHello + kStop + kDone, u"text(Hello) finish(1,stop)"_s);
        good("no [DONE]", kHello + kStop, u"text(Hello) finish(1,stop)"_s, u"no [DONE]"_s);
        good("no finish_reason, but [DONE]", kHello + kDone, u"text(Hello)"_s,
            u"no finish_reason"_s);
        good("the last event lacks its blank line", kHello + kStop.trimmed(),
            u"text(Hello) finish(1,stop)"_s, u"no [DONE]"_s);
        good("cut by the limit", kHello + deltaEvent("{}", "length") + kDone,
            u"text(Hello) finish(2,length)"_s);
        good("cut by the limit before a word", deltaEvent("{}", "length") + kDone,
            u"finish(2,length)"_s);
        good("filtered", deltaEvent("{}", "content_filter") + kDone, u"finish(3,content_filter)"_s);
        good("one document",
            "\n\n"
            R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})"
            "\n",
            u"text(Hello) finish(1,stop)"_s);
        good("a byte order mark", "\xEF\xBB\xBF" + kHello + kStop + kDone,
            u"text(Hello) finish(1,stop)"_s);
        bad("no finish_reason", kHello, u"text(Hello)"_s, ErrorKind::IncompleteReply);
        bad("cut in the middle of an event", kHello + "data: {\"choices\":[{\"del",
            u"text(Hello)"_s, ErrorKind::IncompleteReply);
        bad("an unknown finish_reason", kHello + deltaEvent("{}", "tired") + kDone,
            u"text(Hello) finish(6,tired)"_s, ErrorKind::IncompleteReply, u"finish_reason tired"_s);
        bad("out of capacity keeps the text",
            kHello + deltaEvent("{}", "insufficient_system_resource") + kDone,
            u"text(Hello) finish(5,insufficient_system_resource)"_s, ErrorKind::Overloaded,
            u"insufficient_system_resource"_s);
        bad("nothing at all", "", u""_s, ErrorKind::EmptyReply);
        bad("blank lines only", "\n\n\r\n", u""_s, ErrorKind::EmptyReply);
        bad("stop without a word", kStop + kDone, u"finish(1,stop)"_s, ErrorKind::EmptyReply);
        bad("comments only", ": keep-alive\n\n: keep-alive\n\n", u""_s, ErrorKind::EmptyReply);
        bad("an error keeps the text",
            kHello + jsonEvent(R"({"error":{"message":"Busy"}})") + kStop, u"text(Hello)"_s,
            ErrorKind::StreamError, u"Busy"_s);
        bad("broken JSON keeps the text", kHello + "data: {\n\n", u"text(Hello)"_s,
            ErrorKind::UnexpectedAnswer, u"broken JSON (unterminated object): {"_s);
        bad("an error document", R"({"error":{"message":"Busy"}})", u""_s, ErrorKind::StreamError,
            u"Busy"_s);
        bad("a document that breaks off", R"({"choices":[)", u""_s, ErrorKind::UnexpectedAnswer,
            u"broken JSON (unterminated array): {\"choices\":["_s);
        bad("a login page", "<!DOCTYPE html><title>Log in</title>", u""_s,
            ErrorKind::UnexpectedAnswer, u"Log in"_s);
        bad("plain words", "Bad gateway, sorry", u""_s, ErrorKind::UnexpectedAnswer,
            u"Bad gateway, sorry"_s);
    }

    void judgesTheEnd()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, deltas);
        QFETCH(int, kind);
        QFETCH(QString, words);
        for (const qsizetype length :
            {qsizetype{1}, qsizetype{7}, std::max<qsizetype>(body.size(), 1)}) {
            ReplyBody reader{Provider{}};
            QList<Delta> found;
            for (qsizetype at = 0; at < body.size(); at += length)
                found += reader.append(
                    QByteArrayView(body).sliced(at, std::min(length, body.size() - at)));
            found += reader.finish();
            const ReplyEnd end = reader.end();
            QCOMPARE(deltaText(found), deltas);
            QCOMPARE(end.error ? int(end.error->kind) : -1, kind);
            QCOMPARE(end.error ? end.error->detail : end.note, words);
        }
    }

    void countsSignsOfLife()
    {
        ReplyBody reader{Provider{}};
        reader.append(": keep-alive\n\n");
        QCOMPARE(reader.lifeSigns(), 1);
        reader.append("data:\n\ndata: : keepalive\n\n");
        QCOMPARE(reader.lifeSigns(), 3);
        QVERIFY(!reader.hasEvent());
        reader.append(kHello);
        QCOMPARE(reader.lifeSigns(), 3);
        QVERIFY(reader.hasEvent());
    }

    void knowsWhenTheServiceWillCharge()
    {
        ReplyBody silent{Provider{}};
        silent.append(deltaEvent(R"({"role":"assistant","content":""})"));
        QVERIFY(!silent.wasUsed());
        silent.append(jsonEvent(R"({"choices":[],"usage":{"prompt_tokens":1}})"));
        QVERIFY(silent.wasUsed());
        ReplyBody speaking{Provider{}};
        speaking.append(kHello);
        QVERIFY(speaking.wasUsed());
    }

    void staysBoundedInAFloodOfText()
    {
        ReplyBody reader{Provider{}};
        const QByteArray piece =
            deltaEvent("{\"content\":\"" + QByteArray(1024 * 1024, 'x') + "\"}");
        int pieces = 0;
        while (!reader.isOver() && pieces < 100) {
            reader.append(piece);
            ++pieces;
        }
        QCOMPARE(pieces, 33);
        QCOMPARE(reader.end().error->kind, ErrorKind::UnexpectedAnswer);
    }

    void staysBoundedInAForeignFlood()
    {
        ReplyBody reader{Provider{}};
        const QByteArray piece(1024, 'x');
        reader.append("<html><title>Flood</title>");
        for (int i = 0; i < 64; ++i)
            reader.append(piece);
        QVERIFY(reader.isOver());
        QCOMPARE(reader.end().error->detail, u"Flood"_s);
    }
};

PENNYWORTH_TEST(ReplyBodyTest)

#include "tst_replybody.moc"
