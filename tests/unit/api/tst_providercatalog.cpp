// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providercatalog.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

QStringList ids(const ProviderCatalog &catalog)
{
    QStringList ids;
    ids.reserve(catalog.providers().size());
    for (const Provider &provider : catalog.providers())
        ids.append(provider.id);
    return ids;
}

} // namespace

class ProviderCatalogTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheBuiltInFiles()
    {
        const Result<ProviderCatalog> catalog = ProviderCatalog::builtIn();
        QVERIFY2(catalog.hasValue(), catalog ? "" : qPrintable(catalog.error().detail));
        QCOMPARE(ids(*catalog),
            QStringList({u"deepseek"_s, u"openai"_s, u"openrouter"_s, u"ollama"_s, u"lmstudio"_s}));
        for (const Provider &provider : catalog->providers())
            QVERIFY(provider.defaultModel.isEmpty() || provider.findModel(provider.defaultModel));
    }

    void knowsDeepSeek()
    {
        const Result<Provider> provider = ProviderCatalog::builtIn()->find(u"deepseek"_s);
        QVERIFY(provider.hasValue());
        QCOMPARE(provider->baseUrl, QUrl(u"https://api.deepseek.com"_s));
        QCOMPARE(provider->betaUrl, QUrl(u"https://api.deepseek.com/beta"_s));
        QCOMPARE(provider->keyVariable, u"DEEPSEEK_API_KEY"_s);
        QVERIFY(provider->needsKey && provider->billable && provider->hasBalance
            && provider->prefixCompletion);
        QCOMPARE(provider->reasoningPassBack, ReasoningPassBack::Always);
        QCOMPARE(provider->priceBookProvider, u"deepseek"_s);
        const Model *flash = provider->findModel(u"deepseek-flash"_s);
        QVERIFY(flash);
        QCOMPARE(*flash,
            (Model{.id = u"deepseek-flash"_s,
                .name = u"DeepSeek V4.1 Flash"_s,
                .contextTokens = 1'000'000,
                .maxOutputTokens = 384'000,
                .thinkingSwitch = ThinkingSwitch::ThinkingType,
                .efforts = {Effort::Low, Effort::High, Effort::Max},
                .temperatureWhileThinking = false,
                .images = true}));
        QStringList offered;
        QStringList retired;
        for (const Model &model : provider->models)
            (model.retired ? retired : offered).append(model.id);
        QCOMPARE(offered, QStringList({u"deepseek-flash"_s, u"deepseek-v4-pro"_s}));
        QCOMPARE(retired,
            QStringList({u"deepseek-chat"_s, u"deepseek-reasoner"_s, u"deepseek-coder"_s}));
    }

    void billsNoLocalService()
    {
        for (const QString &id : {u"ollama"_s, u"lmstudio"_s}) {
            const Result<Provider> provider = ProviderCatalog::builtIn()->find(id);
            QVERIFY(provider.hasValue());
            QVERIFY(!provider->billable && !provider->needsKey);
        }
    }

    void namesTheKnownOnesBesideAnUnknownOne()
    {
        const Result<Provider> provider = ProviderCatalog::builtIn()->find(u"deepsek"_s);
        QVERIFY(provider.hasError());
        QCOMPARE(provider.error().kind, ErrorKind::UnknownProvider);
        QCOMPARE(provider.error().detail,
            u"deepsek; known are deepseek, openai, openrouter, ollama, lmstudio"_s);
    }

    void replacesTheOneOfTheSameId()
    {
        ProviderCatalog catalog = *ProviderCatalog::builtIn();
        Provider mine;
        mine.id = u"ollama"_s;
        mine.name = u"Mine"_s;
        catalog.add(mine);
        QCOMPARE(catalog.providers().size(), 5);
        QCOMPARE(catalog.find(u"ollama"_s)->name, u"Mine"_s);
    }

    void refusesFilesThatAreNotOfTheSchema_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const QByteArray begin = R"({"id":"x","name":"X","baseUrl":"https://x.test")";
        QTest::newRow("no JSON") << "{"_ba
                                 << u"a provider file is no JSON object: unterminated object"_s;
        QTest::newRow("no address")
            << R"({"id":"x","name":"X"})"_ba << u"provider x: baseUrl is missing"_s;
        QTest::newRow("a password in the address")
            << R"({"id":"x","name":"X","baseUrl":"https://me:secret@x.test"})"_ba
            << u"provider x: baseUrl holds a user name or password"_s;
        QTest::newRow("no name") << R"({"id":"x","baseUrl":"https://x.test"})"_ba
                                 << u"provider x: name is missing"_s;
        QTest::newRow("a misspelt field")
            << QByteArray(begin + R"(,"biilable":true})") << u"provider x: biilable is no field"_s;
        QTest::newRow("a wrong kind") << QByteArray(begin + R"(,"billable":"yes"})")
                                      << u"provider x: billable is of the wrong kind"_s;
        QTest::newRow("an unknown word") << QByteArray(begin + R"(,"maxTokensField":"limit"})")
                                         << u"provider x: maxTokensField has an unknown word"_s;
        QTest::newRow("a model without id") << QByteArray(begin + R"(,"models":[{"name":"m"}]})")
                                            << u"provider x: model : id is missing"_s;
        QTest::newRow("a model with an unknown effort")
            << QByteArray(begin + R"(,"models":[{"id":"m","efforts":["huge"]}]})")
            << u"provider x: model m: efforts has an unknown word"_s;
        QTest::newRow("a count that is none")
            << QByteArray(begin + R"(,"models":[{"id":"m","contextTokens":-1}]})")
            << u"provider x: model m: contextTokens is no count"_s;
        QTest::newRow("prefix completion without a place")
            << QByteArray(begin + R"(,"prefixCompletion":true})")
            << u"provider x: prefixCompletion needs a betaUrl"_s;
    }

    void refusesFilesThatAreNotOfTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const Result<ProviderCatalog> catalog = ProviderCatalog::fromJson({json});
        QVERIFY(catalog.hasError());
        QCOMPARE(catalog.error().kind, ErrorKind::InvalidValue);
        QCOMPARE(catalog.error().detail, detail);
    }

    void takesAnyAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("baseUrl"); // empty: refused
        QTest::newRow("with a path")
            << u"http://localhost:8000/v1"_s << u"http://localhost:8000/v1"_s;
        QTest::newRow("white space and a slash around it")
            << u" https://a.test/v1/ "_s << u"https://a.test/v1"_s;
        QTest::newRow("the whole endpoint")
            << u"https://a.test/v1/chat/completions"_s << u"https://a.test/v1"_s;
        QTest::newRow("an IPv6 address") << u"http://[::1]:8000"_s << u"http://[::1]:8000"_s;
        QTest::newRow("no scheme") << u"localhost:8000"_s << u""_s;
        QTest::newRow("another scheme") << u"ftp://a.test"_s << u""_s;
        QTest::newRow("no host") << u"https://"_s << u""_s;
        QTest::newRow("a password in it") << u"https://me:secret@a.test"_s << u""_s;
        QTest::newRow("words") << u"my server"_s << u""_s;
    }

    void takesAnyAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, baseUrl);
        const Result<Provider> provider = ProviderCatalog::custom(address);
        QCOMPARE(provider.hasError(), baseUrl.isEmpty());
        if (provider.hasError()) {
            QCOMPARE(provider.error().kind, ErrorKind::InvalidValue);
            QVERIFY(!provider.error().detail.contains(u"secret"_s));
            return;
        }
        QCOMPARE(provider->id, u"custom"_s);
        QCOMPARE(provider->baseUrl.toString(), baseUrl);
        QCOMPARE(provider->keyVariable, u"PENNYWORTH_API_KEY"_s);
        QVERIFY(!provider->needsKey && provider->priceBookProvider.isEmpty());
    }

    void demonstratesWithDeepSeeksModels()
    {
        const ProviderCatalog catalog = *ProviderCatalog::builtIn();
        const Provider demo = catalog.demonstration(1234);
        QCOMPARE(demo.id, kDemonstrationProvider);
        QCOMPARE(demo.name, u"Demonstration"_s);
        QCOMPARE(demo.baseUrl, QUrl(u"http://127.0.0.1:1234"_s));
        QCOMPARE(demo.betaUrl, QUrl(u"http://127.0.0.1:1234/beta"_s));
        QCOMPARE(demo.models, catalog.find(u"deepseek"_s)->models);
        QCOMPARE(demo.defaultModel, u"deepseek-flash"_s);
        QCOMPARE(demo.priceBookProvider, u"deepseek"_s);
        QVERIFY(!demo.billable && !demo.needsKey && demo.keyVariable.isEmpty());
        QVERIFY(demo.hasBalance && demo.prefixCompletion);
    }
};

PENNYWORTH_TEST(ProviderCatalogTest)

#include "tst_providercatalog.moc"
