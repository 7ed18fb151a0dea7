// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/retrydelay.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace std::chrono_literals;

class RetryDelayTest : public QObject {
    Q_OBJECT

private slots:
    void decides_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("requestLeft");
        QTest::addColumn<bool>("isRepeated");
        const auto row = [](const char *name, ErrorKind kind, int status, bool left,
                             bool repeated) {
            QTest::newRow(name) << kind << status << left << repeated;
        };
        using enum ErrorKind;
        row("the connection failed before anything left", ConnectionFailed, 0, false, true);
        row("the connection failed after something left", ConnectionFailed, 0, true, false);
        row("the connection was lost", ConnectionLost, 0, true, false);
        row("the service was silent", TimedOut, 0, true, false);
        row("silent before anything left", TimedOut, 0, false, false);
        row("429", RateLimited, 429, true, true);
        row("429 because the balance is used up", InsufficientBalance, 429, true, false);
        row("500", ServerError, 500, true, true);
        row("502", ServerError, 502, true, true);
        row("503", Overloaded, 503, true, true);
        row("504", ServerError, 504, true, true);
        row("529", ServerError, 529, true, false);
        row("400", InvalidRequest, 400, true, false);
        row("401", WrongKey, 401, true, false);
        row("402", InsufficientBalance, 402, true, false);
        row("404", NotFound, 404, true, false);
        row("422", InvalidRequest, 422, true, false);
        row("a certificate", CertificateRefused, 0, false, false);
        row("a redirect", Redirected, 307, true, false);
        row("stopped", Cancelled, 0, false, false);
        row("an empty reply", EmptyReply, 200, true, false);
    }

    void decides()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        QFETCH(bool, requestLeft);
        QFETCH(bool, isRepeated);
        const ReplyEnd end{
            .error = Error{.kind = kind, .status = status}, .requestLeft = requestLeft};
        QCOMPARE(retryDelay(end, 1, 0).has_value(), isRepeated);
    }

    void successIsNotRepeated() { QVERIFY(!retryDelay({.requestLeft = true}, 1, 0)); }

    void waitsLongerEachTimeAndThenNoMore()
    {
        const ReplyEnd end{
            .error = Error{.kind = ErrorKind::Overloaded, .status = 503}, .requestLeft = true};
        QCOMPARE(retryDelay(end, 1, 0), std::optional(500ms));
        QCOMPARE(retryDelay(end, 2, 0), std::optional(1000ms));
        QCOMPARE(retryDelay(end, 3, 0), std::optional(2000ms));
        QVERIFY(!retryDelay(end, 4, 0));
        QCOMPARE(retryDelay(end, 1, -100), std::optional(450ms));
        QCOMPARE(retryDelay(end, 3, 100), std::optional(2200ms));
    }

    void honoursRetryAfterUpToAMinute_data()
    {
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<qint64>("waited"); // -1: not repeated
        QTest::newRow("at once") << qint64{0} << qint64{0};
        QTest::newRow("a while") << qint64{7000} << qint64{7000};
        QTest::newRow("a minute") << qint64{60000} << qint64{60000};
        QTest::newRow("longer than anybody waits") << qint64{60001} << qint64{-1};
        QTest::newRow("a date that has passed") << qint64{-5000} << qint64{0};
    }

    void honoursRetryAfterUpToAMinute()
    {
        QFETCH(qint64, asked);
        QFETCH(qint64, waited);
        const ReplyEnd end{.error = Error{.kind = ErrorKind::RateLimited,
                               .status = 429,
                               .retryAfter = std::chrono::milliseconds(asked)},
            .requestLeft = true};
        const auto delay = retryDelay(end, 1, 100);
        QCOMPARE(delay ? delay->count() : -1, waited);
    }
};

PENNYWORTH_TEST(RetryDelayTest)

#include "tst_retrydelay.moc"
