// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/userservices.h"

#include "support/quoted.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class UserServicesTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        Provider own{.id = u"bench"_s,
            .name = u"Bench box"_s,
            .baseUrl = QUrl(u"http://10.0.0.7:8080/v1"_s),
            .needsKey = false,
            .billable = false,
            .maxTokensField = MaxTokensField::MaxCompletionTokens,
            .splitsThinkTags = true,
            .priceBookProvider = u"deepseek"_s,
            .defaultModel = u"qwen3"_s};
        own.models = {{.id = u"qwen3"_s,
            .name = u"Qwen 3"_s,
            .contextTokens = 32768,
            .thinkingSwitch = ThinkingSwitch::ReasoningEffort,
            .efforts = {Effort::Low, Effort::High},
            .images = true}};
        own.extraHeaders = {{"X-Title", "Pennyworth"}};
        const UserServices services{.services = {own},
            .offered = {{u"deepseek"_s, {{.id = u"deepseek-next"_s, .name = u"deepseek-next"_s}}}},
            .defaults = {{.provider = u"deepseek"_s,
                .model = u"deepseek-v4-pro"_s,
                .systemPrompt = u"Be brief."_s,
                .thinking = Thinking::On,
                .effort = Effort::Max,
                .temperatureHundredths = 130,
                .maxTokens = 4096}}};
        const Result<UserServices> read = readUserServices(writeUserServices(services));
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, services);
    }

    void aWrongFileNamesThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{") << u"no JSON object"_s;
        QTest::newRow("a field nobody knows")
            << quoted("{'version':1,'colour':'red'}") << u"colour is no field"_s;
        QTest::newRow("a newer file") << quoted("{'version':2}") << u"newer Pennyworth"_s;
        QTest::newRow("a service without an address") << quoted(
            "{'services':[{'id':'a','name':'A'}]}") << u"provider a: baseUrl is missing"_s;
        QTest::newRow("two of one name")
            << quoted("{'services':[{'id':'a','name':'A','baseUrl':'http://a/"
                      "'},{'id':'a','name':'A','baseUrl':'http://a/'}]}")
            << u"two services a"_s;
        QTest::newRow("a secret in a header")
            << quoted("{'services':[{'id':'a','name':'A','baseUrl':'http://a/"
                      "','extraHeaders':{'Authorization':'x'}}]}")
            << u"looks like a secret"_s;
        QTest::newRow("a temperature that is none")
            << quoted("{'defaults':{'deepseek':{'temperature':'3'}}}")
            << u"defaults of deepseek: temperature"_s;
        QTest::newRow("a model without a name")
            << quoted("{'models':{'deepseek':[{}]}}") << u"models of deepseek"_s;
    }

    void aWrongFileNamesThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const Result<UserServices> read = readUserServices(json);
        QVERIFY(read.hasError());
        QCOMPARE(read.error().kind, ErrorKind::InvalidValue);
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    }

    void secretsMustNotLieInHeaders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("a title") << u"X-Title"_s << u"Pennyworth"_s << true;
        QTest::newRow("a referer") << u"HTTP-Referer"_s << u"https://example.org/a-page"_s << true;
        QTest::newRow("an organisation") << u"OpenAI-Organization"_s << u"org-42"_s << true;
        QTest::newRow("a version") << u"api-version"_s << u"2026-10-01-preview"_s << true;
        QTest::newRow("a monkey is no key") << u"X-Monkey"_s << u"yes"_s << true;
        QTest::newRow("authorization") << u"Authorization"_s << u"whatever"_s << false;
        QTest::newRow("an API key by name") << u"api-key"_s << u"abc"_s << false;
        QTest::newRow("a cookie") << u"Cookie"_s << u"a=b"_s << false;
        QTest::newRow("a token by name") << u"X-Auth-Token"_s << u"abc"_s << false;
        QTest::newRow("a key by its look") << u"X-Thing"_s << u"sk-0123456789abcdef"_s << false;
        QTest::newRow("a bearer") << u"X-Thing"_s << u"Bearer abc"_s << false;
        QTest::newRow("a long random word")
            << u"X-Thing"_s << u"a8f3e19bc04d5572aa0192837465"_s << false;
        QTest::newRow("a line break") << u"X-Thing"_s << u"a\r\nHost: b"_s << false;
        QTest::newRow("a name with a space") << u"X Thing"_s << u"a"_s << false;
    }

    void secretsMustNotLieInHeaders()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QTEST(checkPlainHeader(name, value).hasValue(), "isPlain");
    }
};

PENNYWORTH_TEST(UserServicesTest)

#include "tst_userservices.moc"
