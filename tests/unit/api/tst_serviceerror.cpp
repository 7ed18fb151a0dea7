// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/serviceerror.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ServiceErrorTest : public QObject {
    Q_OBJECT

private slots:
    void readsBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("an object")
            << R"({"error":{"message":" Insufficient Balance ","type":"unknown_error","param":null,"code":"invalid_request_error"}})"_ba
            << u"Insufficient Balance"_s;
        QTest::newRow("a text") << R"({"error":"model not found"})"_ba << u"model not found"_s;
        QTest::newRow("a number as the code")
            << R"({"error":{"code":429,"message":"Slow down","metadata":{"x":1}}})"_ba
            << u"Slow down"_s;
        QTest::newRow("an array")
            << R"([{"error":{"code":400,"message":"Bad","status":"INVALID_ARGUMENT"}}])"_ba
            << u"Bad"_s;
        QTest::newRow("a detail") << R"({"detail":"Not Found"})"_ba << u"Not Found"_s;
        QTest::newRow("details")
            << R"({"detail":[{"loc":["body","x"],"msg":"field required","type":"missing"}]})"_ba
            << u"field required"_s;
        QTest::newRow("a message") << R"({"message":"Unauthorized"})"_ba << u"Unauthorized"_s;
        QTest::newRow("a code and a message")
            << R"({"code":20012,"message":"Model does not exist.","data":null})"_ba
            << u"Model does not exist."_s;
        QTest::newRow("only a code")
            << R"({"error":{"code":"invalid_api_key"}})"_ba << u"invalid_api_key"_s;
        QTest::newRow("JSON that says nothing") << R"({"status":"x"})"_ba << u""_s;
        QTest::newRow("the title of a page")
            << "<!DOCTYPE html>\r\n<html><head><TITLE>502 Bad &amp; Gateway</TITLE></head><body><h1>nginx</h1></body></html>"_ba
            << u"502 Bad & Gateway"_s;
        QTest::newRow("a page without a title")
            << "<html><script>var a = 1 < 2;</script><style>p{}</style><p>Please&nbsp;log in</p></html>"_ba
            << u"Please log in"_s;
        QTest::newRow("an empty title")
            << "<html><title> </title><body>Gone</body></html>"_ba << u"Gone"_s;
        QTest::newRow("a page cut off") << "<html><script>endless"_ba << u""_s;
        QTest::newRow("plain text") << "upstream connect error\n or disconnect"_ba
                                    << u"upstream connect error or disconnect"_s;
        QTest::newRow("blank lines before JSON")
            << "\n\n{\"error\":{\"message\":\"late\"}}"_ba << u"late"_s;
        QTest::newRow("empty") << ""_ba << u""_s;
        QTest::newRow("500 characters at most")
            << QByteArray(2000, 'x') << QString(QString(499, u'x') + u'…');
    }

    void readsBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        QCOMPARE(detailFromBody(body), detail);
    }

    void decidesByStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Charged>("charged");
        const auto row = [](const char *name, int status, ErrorKind kind, Charged charged,
                             const QByteArray &message = "no") {
            QTest::newRow(name) << status
                                << QByteArray(R"({"error":{"message":")" + message
                                       + R"(","type":"invalid_request_error"}})")
                                << kind << charged;
        };
        row("400", 400, ErrorKind::InvalidRequest, Charged::No);
        row("400 for a prompt that does not fit", 400, ErrorKind::ContextTooLong, Charged::No,
            "This model's maximum context length is 65536 tokens. However, you requested 70000 "
            "tokens");
        row("400 in llama.cpp's words", 400, ErrorKind::ContextTooLong, Charged::No,
            "the request exceeds the available context size, try increasing it");
        row("413 for a prompt that does not fit", 413, ErrorKind::ContextTooLong, Charged::No,
            "Prompt is too long");
        row("401", 401, ErrorKind::WrongKey, Charged::No);
        row("402 whatever the type says", 402, ErrorKind::InsufficientBalance, Charged::No,
            "Insufficient Balance");
        row("403", 403, ErrorKind::Forbidden, Charged::No);
        row("404", 404, ErrorKind::NotFound, Charged::No);
        row("404 about the model", 404, ErrorKind::InvalidRequest, Charged::No,
            "The model `x` does not exist");
        row("405 is a wrong address too", 405, ErrorKind::NotFound, Charged::No);
        row("407 comes from a proxy", 407, ErrorKind::ConnectionFailed, Charged::No);
        row("408", 408, ErrorKind::TimedOut, Charged::No);
        row("413", 413, ErrorKind::ContextTooLong, Charged::No);
        row("418", 418, ErrorKind::InvalidRequest, Charged::No);
        row("422", 422, ErrorKind::InvalidRequest, Charged::No);
        row("429", 429, ErrorKind::RateLimited, Charged::No);
        row("500", 500, ErrorKind::ServerError, Charged::Maybe);
        row("502", 502, ErrorKind::ServerError, Charged::Maybe);
        row("503", 503, ErrorKind::Overloaded, Charged::Maybe);
        row("504", 504, ErrorKind::ServerError, Charged::Maybe);
        row("529", 529, ErrorKind::ServerError, Charged::Maybe);
        row("304", 304, ErrorKind::UnexpectedAnswer, Charged::No);
        QTest::newRow("429 for a used-up quota")
            << 429
            << R"({"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}})"_ba
            << ErrorKind::InsufficientBalance << Charged::No;
    }

    void decidesByStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        QFETCH(Charged, charged);
        const Error error = errorFromStatus(status, body);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.charged, charged);
        QCOMPARE(error.status, status);
        QVERIFY(!error.detail.isEmpty());
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        QTest::newRow("seconds") << "20"_ba << qint64{20'000};
        QTest::newRow("a fraction") << " 0.5 "_ba << qint64{500};
        QTest::newRow("now") << "0"_ba << qint64{0};
        QTest::newRow("a date") << "Wed, 21 Oct 2015 07:28:30 GMT"_ba << qint64{30'000};
        QTest::newRow("a date on the wrong day of the week")
            << "Mon, 21 Oct 2015 07:28:30 GMT"_ba << qint64{30'000};
        QTest::newRow("a date that has passed") << "Wed, 21 Oct 2015 07:27:00 GMT"_ba << qint64{0};
        QTest::newRow("a week is cut to a day") << "604800"_ba << qint64{86'400'000};
        QTest::newRow("beyond all numbers") << "1e300"_ba << qint64{86'400'000};
        QTest::newRow("negative") << "-5"_ba << qint64{-1};
        QTest::newRow("not a number") << "nan"_ba << qint64{-1};
        QTest::newRow("words") << "soon"_ba << qint64{-1};
        QTest::newRow("nothing") << ""_ba << qint64{-1};
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        const Instant now{std::chrono::milliseconds{1445412480000}}; // 2015-10-21T07:28:00Z
        const auto wait = parseRetryAfter(value, now);
        QCOMPARE(wait ? qint64{wait->count()} : qint64{-1}, milliseconds);
    }
};

PENNYWORTH_TEST(ServiceErrorTest)

#include "tst_serviceerror.moc"
