// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/usagefields.h"
#include "support/deltatext.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class UsageFieldsTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>(
            "usage"); // prompt=hit+miss,completion,reasoning; empty for nothing
        QTest::newRow("DeepSeek")
            << R"({"prompt_tokens":100,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36,"completion_tokens":50,"total_tokens":150,
                   "prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":20}})"_ba
            << u"usage(100=64+36,50,20)"_s;
        QTest::newRow("OpenAI")
            << R"({"prompt_tokens":100,"completion_tokens":50,"prompt_tokens_details":{"cached_tokens":64}})"_ba
            << u"usage(100=64+36,50,-)"_s;
        QTest::newRow("Moonshot")
            << R"({"prompt_tokens":100,"completion_tokens":50,"cached_tokens":10})"_ba
            << u"usage(100=10+90,50,-)"_s;
        QTest::newRow("Anthropic's name")
            << R"({"prompt_tokens":100,"completion_tokens":50,"cache_read_input_tokens":10})"_ba
            << u"usage(100=10+90,50,-)"_s;
        QTest::newRow("the first place that says something counts")
            << R"({"prompt_tokens":100,"prompt_cache_hit_tokens":0,"cached_tokens":10})"_ba
            << u"usage(100=0+100,-,-)"_s;
        QTest::newRow("three fields only: the split stays unknown")
            << R"({"prompt_tokens":100,"completion_tokens":50,"total_tokens":150})"_ba
            << u"usage(100=-+-,50,-)"_s;
        QTest::newRow("the prompt follows from the split")
            << R"({"prompt_cache_hit_tokens":1,"prompt_cache_miss_tokens":2})"_ba
            << u"usage(3=1+2,-,-)"_s;
        QTest::newRow("the hit follows from the miss")
            << R"({"prompt_tokens":5,"prompt_cache_miss_tokens":2})"_ba << u"usage(5=3+2,-,-)"_s;
        QTest::newRow("a hit alone")
            << R"({"prompt_cache_hit_tokens":1})"_ba << u"usage(-=1+-,-,-)"_s;
        QTest::newRow("a split that contradicts the total")
            << R"({"prompt_tokens":5,"prompt_cache_hit_tokens":4,"prompt_cache_miss_tokens":4})"_ba
            << u"usage(5=-+-,-,-)"_s;
        QTest::newRow("more cached than there is")
            << R"({"prompt_tokens":5,"cached_tokens":6})"_ba << u"usage(5=-+-,-,-)"_s;
        QTest::newRow("negative counts are no counts")
            << R"({"prompt_tokens":-5,"completion_tokens":-1})"_ba << u""_s;
        QTest::newRow("fractions and words are no counts")
            << R"({"prompt_tokens":1.5,"completion_tokens":"7"})"_ba << u""_s;
        QTest::newRow("beyond belief")
            << R"({"prompt_tokens":1e300,"completion_tokens":3})"_ba << u"usage(-=-+-,3,-)"_s;
        QTest::newRow("more reasoning than output")
            << R"({"completion_tokens":3,"completion_tokens_details":{"reasoning_tokens":4}})"_ba
            << u"usage(-=-+-,3,-)"_s;
        QTest::newRow("details that are null")
            << R"({"prompt_tokens":3,"completion_tokens":0,"prompt_tokens_details":null})"_ba
            << u"usage(3=-+-,0,-)"_s;
        QTest::newRow("a cost that nobody asked for")
            << R"({"prompt_tokens":3,"cost":1.5})"_ba << u"usage(3=-+-,-,-)"_s;
        QTest::newRow("empty") << R"({})"_ba << u""_s;
    }

    void reads()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, usage);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY(document.isObject());
        const auto delta = usageDelta(document.object(), {});
        QCOMPARE(delta ? deltaText({*delta}) : QString(), usage);
    }

    void readsTheCost_data()
    {
        QTest::addColumn<QByteArray>("cost");
        QTest::addColumn<QString>("usage");
        QTest::newRow("a number, exactly as written")
            << "0.00014"_ba << u"usage(3=-+-,-,-,$0.00014)"_s;
        QTest::newRow("with an exponent") << "1.4e-7"_ba << u"usage(3=-+-,-,-,$0.00000014)"_s;
        QTest::newRow("zero") << "0"_ba << u"usage(3=-+-,-,-,$0)"_s;
        QTest::newRow("a decimal string") << "\"0.5\""_ba << u"usage(3=-+-,-,-,$0.5)"_s;
        QTest::newRow("negative") << "-1"_ba << u"usage(3=-+-,-,-)"_s;
        QTest::newRow("too fine to be exact") << "0.12345678901234567"_ba << u"usage(3=-+-,-,-)"_s;
        QTest::newRow("null") << "null"_ba << u"usage(3=-+-,-,-)"_s;
    }

    void readsTheCost()
    {
        QFETCH(QByteArray, cost);
        QFETCH(QString, usage);
        Provider provider;
        provider.reportsCost = true;
        const auto delta = usageDelta(
            QJsonDocument::fromJson("{\"prompt_tokens\":3,\"cost\":" + cost + '}').object(),
            provider);
        QVERIFY(delta);
        QCOMPARE(deltaText({*delta}), usage);
    }
};

PENNYWORTH_TEST(UsageFieldsTest)

#include "tst_usagefields.moc"
