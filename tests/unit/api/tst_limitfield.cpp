// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/limitfield.h"
#include "support/testregistry.h"

using namespace pennyworth;

class LimitFieldTest : public QObject {
    Q_OBJECT

private slots:
    void onlyAComplaintAboutTheNameIsMeant_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("refused");
        const QByteArray old = R"({"model":"m","max_tokens":40})";
        const QByteArray current = R"({"model":"m","max_completion_tokens":40})";
        QTest::newRow("OpenAI's reasoning models")
            << 400 << old
            << QByteArray(R"({"error":{"message":"Unsupported parameter: 'max_tokens' is not )"
                          R"(supported with this model. Use 'max_completion_tokens' instead."}})")
            << true;
        QTest::newRow("an older server")
            << 400 << current
            << QByteArray(R"({"error":{"message":)"
                          R"("Unrecognized request argument supplied: max_completion_tokens"}})")
            << true;
        QTest::newRow("a validator")
            << 422 << current
            << QByteArray(R"({"detail":[{"type":"extra_forbidden","loc":["body",)"
                          R"("max_completion_tokens"],"msg":"Extra inputs are not permitted"}]})")
            << true;
        QTest::newRow("its value")
            << 400 << old
            << QByteArray(R"({"error":{"message":"max_tokens is too large: 999999. This model )"
                          R"(supports at most 4096 completion tokens"}})")
            << false;
        QTest::newRow("something else")
            << 400 << old << QByteArray(R"({"error":{"message":"temperature is not supported"}})")
            << false;
        QTest::newRow("nothing was limited")
            << 400 << QByteArray(R"({"model":"m"})")
            << QByteArray(R"({"error":{"message":"Use 'max_completion_tokens' instead."}})")
            << false;
        QTest::newRow("words of a prompt are no field")
            << 400 << QByteArray("{\"content\":\"a,\\\"max_tokens\\\":1\"}")
            << QByteArray("unsupported max_tokens") << false;
        QTest::newRow("another status") << 500 << old << QByteArray("unknown max_tokens") << false;
    }

    void onlyAComplaintAboutTheNameIsMeant()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        QFETCH(bool, refused);
        QCOMPARE(refusesLimitField(status, request, answer), refused);
    }

    void theOtherNameKeepsTheValueAndEverythingElse()
    {
        const QByteArray prompt = "{\"messages\":[{\"content\":\"say ,\\\"max_tokens\\\":9\"}],";
        const QByteArray old = prompt + R"("stream":true,"max_tokens":40})";
        const QByteArray current = prompt + R"("stream":true,"max_completion_tokens":40})";
        QCOMPARE(withOtherLimitField(old), current);
        QCOMPARE(withOtherLimitField(current), old);
        QCOMPARE(withOtherLimitField("{}"), QByteArray("{}"));
    }
};

PENNYWORTH_TEST(LimitFieldTest)

#include "tst_limitfield.moc"
