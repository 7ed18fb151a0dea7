// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/account.h"
#include "api/providercatalog.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class AccountTest : public QObject {
    Q_OBJECT

private slots:
    void readsModels_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("in the order of the service")
            << R"({"object":"list","data":[{"id":"b","object":"model"},{"id":"a"}]})"_ba
            << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("none") << R"({"object":"list","data":[]})"_ba << QStringList{};
        QTest::newRow("none, in Ollama's words")
            << R"({"object":"list","data":null})"_ba << QStringList{};
        QTest::newRow("a bare array") << R"([{"id":"a"}])"_ba << QStringList{u"a"_s};
        QTest::newRow("entries without an id and twice")
            << R"({"data":[{"id":"a"},{},{"id":""},{"id":"a"},7]})"_ba << QStringList{u"a"_s};
    }

    void readsModels()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, ids);
        const Result<QList<Model>> models = parseModels(json, {});
        QVERIFY(models.hasValue());
        QStringList found;
        found.reserve(models->size());
        for (const Model &model : *models)
            found.append(model.id);
        QCOMPARE(found, ids);
    }

    void keepsTheDescriptionOfKnownModels()
    {
        const Provider provider = *ProviderCatalog::builtIn()->find(u"deepseek"_s);
        const Result<QList<Model>> models = parseModels(
            R"({"object":"list","data":[{"id":"deepseek-v4-pro"},{"id":"new"}]})", provider);
        QVERIFY(models.hasValue());
        QCOMPARE(models->size(), 2);
        QCOMPARE(models->at(0), *provider.findModel(u"deepseek-v4-pro"_s));
        QCOMPARE(models->at(1), (Model{.id = u"new"_s, .name = u"new"_s}));
    }

    void readsWhatOpenRouterSaysMore()
    {
        const Result<QList<Model>> models =
            parseModels(R"({"data":[{"id":"x/y","name":"X: Y","context_length":131072,
            "architecture":{"input_modalities":["text","image"]},"top_provider":{"max_completion_tokens":4096},
            "supported_parameters":["reasoning","temperature"]}]})",
                {});
        QVERIFY(models.hasValue());
        QCOMPARE(models->constFirst(),
            (Model{.id = u"x/y"_s,
                .name = u"X: Y"_s,
                .contextTokens = 131072,
                .maxOutputTokens = 4096,
                .thinkingSwitch = ThinkingSwitch::ReasoningObject,
                .efforts = {Effort::Low, Effort::High},
                .images = true}));
    }

    void readsABalance()
    {
        const Result<Balance> balance = parseBalance(R"({"is_available":true,"balance_infos":[
            {"currency":"CNY","total_balance":"110.00","granted_balance":"10.00","topped_up_balance":"100.00"},
            {"currency":"USD","total_balance":0.5,"granted_balance":0,"topped_up_balance":0.5}]})");
        QVERIFY(balance.hasValue());
        QVERIFY(balance->available);
        QCOMPARE(balance->entries.size(), 2);
        QCOMPARE(balance->entries.at(0).total, *Money::fromDecimal(u"110"_s, kCny));
        QCOMPARE(balance->entries.at(0).granted, *Money::fromDecimal(u"10"_s, kCny));
        QCOMPARE(balance->entries.at(0).toppedUp, *Money::fromDecimal(u"100"_s, kCny));
        QCOMPARE(balance->entries.at(1).total, *Money::fromDecimal(u"0.5"_s, kUsd));
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::newRow("a login page") << "<html><title>Log in</title></html>"_ba << u"Log in"_s;
        QTest::newRow("an error") << R"({"error":{"message":"no"}})"_ba << u"no"_s;
        QTest::newRow("something else") << R"({"hello":"world"})"_ba << u""_s;
        QTest::newRow("nothing") << ""_ba << u""_s;
    }

    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const Result<QList<Model>> models = parseModels(json, {});
        QVERIFY(models.hasError());
        QCOMPARE(models.error().kind, ErrorKind::UnexpectedAnswer);
        QCOMPARE(models.error().detail, detail);
        const Result<Balance> balance = parseBalance(json);
        QVERIFY(balance.hasError());
        QCOMPARE(balance.error().kind, ErrorKind::UnexpectedAnswer);
        QCOMPARE(balance.error().detail, detail);
    }

    void refusesAmountsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("a word")
            << R"({"currency":"USD","total_balance":"much","granted_balance":"0","topped_up_balance":"0"})"_ba;
        QTest::newRow("missing") << R"({"currency":"USD","total_balance":"1"})"_ba;
        QTest::newRow("no currency")
            << R"({"total_balance":"1","granted_balance":"0","topped_up_balance":"1"})"_ba;
    }

    void refusesAmountsThatAreNone()
    {
        QFETCH(QByteArray, entry);
        const Result<Balance> balance =
            parseBalance(R"({"is_available":true,"balance_infos":[)" + entry + "]}");
        QVERIFY(balance.hasError());
        QCOMPARE(balance.error().kind, ErrorKind::UnexpectedAnswer);
    }
};

PENNYWORTH_TEST(AccountTest)

#include "tst_account.moc"
