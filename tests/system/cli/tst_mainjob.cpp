// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kShort{u"--thinking"_s, u"off"_s, u"--max-tokens"_s, u"40"_s};

qint64 count(const QJsonObject &answer, const QString &name)
{
    return answer.value(u"usage"_s).toObject().value(name).toInteger(-1);
}

} // namespace

/// Ask, stream, price, keep: as a person in a terminal does it.
class MainJobTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<Home>(); }

    void answersTheDemonstrationWithoutAKey()
    {
        const Run run = m_home->run(QStringList{u"ask"_s, u"--demo"_s} + kShort);
        QCOMPARE(run.status, 0);
        QVERIFY(run.standard.size() > 40);
        QVERIFY(run.standard.endsWith('\n'));
        QVERIFY2(run.error.contains(" → 40 tokens"), run.error.constData());
        QVERIFY2(run.error.contains("not billed · conversation 1"), run.error.constData());
        QVERIFY2(run.error.contains("was cut off"), run.error.constData());
        QVERIFY2(run.error.contains("--conversation 1 --continue"), run.error.constData());
    }

    void printsExactlyTheFieldsOfTheContract()
    {
        const Run run = m_home->run(QStringList{u"ask"_s, u"--demo"_s, u"--json"_s} + kShort);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.standard.count('\n'), 1);
        const QJsonObject answer = run.object();
        QCOMPARE(answer.keys(),
            (QStringList{u"conversation"_s, u"cost"_s, u"error"_s, u"finish_reason"_s, u"message"_s,
                u"model"_s, u"model_answered"_s, u"provider"_s, u"reasoning"_s, u"text"_s,
                u"timings"_s, u"usage"_s}));
        QCOMPARE(answer.value(u"cost"_s).toObject().keys(),
            (QStringList{
                u"amount"_s, u"currency"_s, u"high"_s, u"low"_s, u"price_row"_s, u"source"_s}));
        QCOMPARE(answer.value(u"usage"_s).toObject().keys(),
            (QStringList{
                u"cache_hit"_s, u"cache_miss"_s, u"completion"_s, u"prompt"_s, u"reasoning"_s}));
        QCOMPARE(answer.value(u"timings"_s).toObject().keys(),
            (QStringList{u"first_byte_ms"_s, u"first_token_ms"_s, u"total_ms"_s}));
        QCOMPARE(answer.value(u"provider"_s).toString(), u"demo"_s);
        QCOMPARE(answer.value(u"finish_reason"_s).toString(), u"length"_s);
        QCOMPARE(answer.value(u"error"_s), QJsonValue());
        QCOMPARE(answer.value(u"reasoning"_s), QJsonValue());
        QCOMPARE(answer.value(u"cost"_s).toObject().value(u"source"_s).toString(), u"computed"_s);
        const QJsonObject timings = answer.value(u"timings"_s).toObject();
        QVERIFY(timings.value(u"first_token_ms"_s).toInteger()
            <= timings.value(u"total_ms"_s).toInteger());
    }

    void aSecondTurnEarnsItsCacheHits()
    {
        const Service service;
        const QJsonObject first =
            m_home->run(service.ask({u"Why is the sky blue?"_s, u"--json"_s})).object();
        QCOMPARE(count(first, u"cache_hit"_s), 0);
        const QString id = QString::number(first.value(u"conversation"_s).toInteger());
        const QJsonObject second =
            m_home->run(service.ask({u"And at dusk?"_s, u"--json"_s, u"--conversation"_s, id}))
                .object();
        QVERIFY(count(second, u"cache_hit"_s) >= count(first, u"prompt"_s));
        QCOMPARE(count(second, u"cache_hit"_s) + count(second, u"cache_miss"_s),
            count(second, u"prompt"_s));
        QCOMPARE(second.value(u"conversation"_s), first.value(u"conversation"_s));
    }

    void theDemonstrationRemembersWhatItReadInAnEarlierRun()
    {
        const QStringList ask = QStringList{u"ask"_s, u"--demo"_s, u"--json"_s} + kShort;
        const QJsonObject first = m_home->run(ask).object();
        const QJsonObject second =
            m_home->run(ask + QStringList{u"--conversation"_s, u"1"_s, u"And then?"_s}).object();
        QVERIFY(count(second, u"cache_hit"_s) >= count(first, u"prompt"_s));
    }

    void listShowAndSpendAgreeWithWhatAskSaid()
    {
        const Service service;
        const QJsonObject first =
            m_home->run(service.ask({u"Why is the sky blue?"_s, u"--json"_s})).object();
        const QJsonObject second =
            m_home->run(service.ask({u"And at dusk?"_s, u"--json"_s, u"--conversation"_s, u"1"_s}))
                .object();

        const QJsonArray list = m_home->run({u"list"_s, u"--json"_s}).array();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0).toObject().value(u"title"_s).toString(), u"Why is the sky blue?"_s);
        QCOMPARE(list.at(0).toObject().value(u"unpriced"_s).toInt(),
            2); // nobody knows this service's prices

        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        const QJsonArray messages = shown.value(u"messages"_s).toArray();
        QCOMPARE(messages.size(), 4);
        QCOMPARE(messages.at(1).toObject().value(u"text"_s), first.value(u"text"_s));
        QCOMPARE(messages.at(3).toObject().value(u"text"_s), second.value(u"text"_s));
        QCOMPARE(messages.at(3)
                     .toObject()
                     .value(u"requests"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"usage"_s),
            second.value(u"usage"_s));
        const QByteArray page = m_home->run({u"show"_s, u"1"_s}).standard;
        QVERIFY(page.startsWith("# Why is the sky blue?\n"));
        QVERIFY(page.contains(second.value(u"text"_s).toString().trimmed().toUtf8()));

        for (const QString &by : {u"day"_s, u"model"_s, u"provider"_s, u"conversation"_s}) {
            const QJsonArray spend = m_home->run({u"spend"_s, u"--by"_s, by, u"--json"_s}).array();
            QCOMPARE(spend.size(), 1);
            const QJsonObject row = spend.at(0).toObject();
            QCOMPARE(row.value(u"requests"_s).toInt(), 2);
            QCOMPARE(row.value(u"unpriced"_s).toInt(), 2);
            QCOMPARE(row.value(u"amount"_s), QJsonValue());
            QCOMPARE(row.value(u"completion"_s).toInteger(),
                count(first, u"completion"_s) + count(second, u"completion"_s));
            QCOMPARE(row.value(u"cache_hit"_s).toInteger(), count(second, u"cache_hit"_s));
        }
        const QByteArray csv = m_home->run({u"spend"_s, u"--csv"_s}).standard;
        QCOMPARE(csv.split('\n').size(), 3);
        QVERIFY(csv.startsWith("group,label,currency,amount,requests"));
    }

    void theDemonstrationStandsInNoTotal()
    {
        QCOMPARE(m_home->run(QStringList{u"ask"_s, u"--demo"_s} + kShort).status, 0);
        QCOMPARE(m_home->run({u"spend"_s, u"--json"_s}).array().size(), 0);
        const QJsonObject row = m_home->run({u"list"_s, u"--json"_s}).array().at(0).toObject();
        QCOMPARE(row.value(u"demonstration"_s).toBool(), true);
        QCOMPARE(row.value(u"cost"_s).toArray().size(), 0);
    }

    void withoutStoreOnlyTheLedgerRemembers()
    {
        const Service service;
        const Run run =
            m_home->run(service.ask({u"A secret word: xylophone"_s, u"--no-store"_s, u"--json"_s}));
        QCOMPARE(run.status, 0);
        QCOMPARE(run.object().value(u"conversation"_s), QJsonValue());
        QCOMPARE(run.object().value(u"message"_s), QJsonValue());
        QCOMPARE(m_home->run({u"list"_s, u"--json"_s}).standard, QByteArray("[]\n"));
        QCOMPARE(m_home->run({u"spend"_s, u"--json"_s})
                     .array()
                     .at(0)
                     .toObject()
                     .value(u"requests"_s)
                     .toInt(),
            1);
        for (const QString &suffix : {QString(), u"-wal"_s}) {
            QFile file(m_home->databaseFile() + suffix);
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("xylophone"));
        }
    }

    void readsThePromptFromStandardInput()
    {
        const Service service;
        const Run run = m_home->run(service.ask({u"-"_s}), "Why is the\nsky blue?\n");
        QCOMPARE(run.status, 0);
        QVERIFY(m_home->run({u"show"_s, u"1"_s}).standard.contains("Why is the\nsky blue?"));
    }

    void keepsTheSettingsOfAConversation()
    {
        const Service service;
        const QStringList settings{u"--system"_s, u"Be brief."_s, u"--max-tokens"_s, u"30"_s};
        QCOMPARE(m_home->run(service.ask(QStringList{u"One?"_s} + settings)).status, 0);
        const QJsonObject second =
            m_home->run(service.ask({u"Two?"_s, u"--conversation"_s, u"1"_s, u"--json"_s}))
                .object();
        QCOMPARE(count(second, u"completion"_s), 30);
        QVERIFY(m_home->run({u"show"_s, u"1"_s}).standard.contains("Be brief."));
    }

    void takesTheFirstModelOfAServiceNamedByItsAddress()
    {
        const Service service;
        const Run run =
            m_home->run({u"ask"_s, u"Hello"_s, u"--base-url"_s, service.address(), u"--json"_s});
        QCOMPARE(run.status, 0);
        const QJsonObject answer = run.object();
        QVERIFY(answer.value(u"model"_s).toString().startsWith(u"deepseek-"_s));
        QCOMPARE(answer.value(u"model_answered"_s), answer.value(u"model"_s));
    }

    void forcesTheBeginningOfAnAnswer()
    {
        const Run run = m_home->run(
            QStringList{u"ask"_s, u"--demo"_s, u"--prefix"_s, u"In one word:"_s} + kShort);
        QCOMPARE(run.status, 0);
        QVERIFY2(run.standard.startsWith("In one word:"), run.standard.constData());
    }

    void saysWhatIsMissingWithoutAKey()
    {
        const Run run = m_home->run({u"ask"_s, u"Hello"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("pennyworth key set"), run.error.constData());
        QVERIFY2(run.error.contains("pennyworth providers"), run.error.constData());
        QVERIFY2(run.error.contains("ask --demo"), run.error.constData());
        const QJsonObject answer = m_home->run({u"ask"_s, u"Hello"_s, u"--json"_s}).object();
        QCOMPARE(answer.value(u"error"_s).toObject().value(u"charged"_s).toString(), u"no"_s);
        QCOMPARE(answer.value(u"conversation"_s), QJsonValue());
        QCOMPARE(m_home->run({u"list"_s, u"--json"_s}).standard, QByteArray("[]\n"));
    }

    void wantsNoModelNamedWhereNobodyAnswers()
    {
        const Run run =
            m_home->run({u"ask"_s, u"Hello"_s, u"--base-url"_s, u"http://127.0.0.1:1"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("cannot be reached"), run.error.constData());
        QVERIFY2(!run.error.contains("--model"), run.error.constData());
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("an unknown command") << QStringList{
            u"search"_s, u"x"_s} << QByteArray("There is no command “search”. There are: ask, ");
        QTest::newRow("an unknown option")
            << QStringList{u"list"_s, u"--all"_s} << QByteArray("There is no option --all");
        QTest::newRow("no prompt") << QStringList{u"ask"_s} << QByteArray("PROMPT is missing");
        QTest::newRow("two services") << QStringList{u"ask"_s, u"x"_s, u"--demo"_s, u"--provider"_s,
            u"openai"_s} << QByteArray("Only one of --demo, --provider");
        QTest::newRow("an address that is none") << QStringList{u"ask"_s, u"x"_s, u"--base-url"_s,
            u"localhost:80"_s} << QByteArray("http://");
        QTest::newRow("too hot") << QStringList{u"ask"_s, u"x"_s, u"--demo"_s, u"--temperature"_s,
            u"2.5"_s} << QByteArray("--temperature wants");
        QTest::newRow("half thinking")
            << QStringList{u"ask"_s, u"x"_s, u"--demo"_s, u"--thinking"_s, u"maybe"_s}
            << QByteArray("--thinking wants one of on, off");
        QTest::newRow("no tokens") << QStringList{u"ask"_s, u"x"_s, u"--demo"_s, u"--max-tokens"_s,
            u"0"_s} << QByteArray("--max-tokens wants");
        QTest::newRow("no balance to tell") << QStringList{u"balance"_s, u"--provider"_s,
            u"openai"_s} << QByteArray("OpenAI tells no balance");
        QTest::newRow("a key without a service")
            << QStringList{u"key"_s, u"set"_s} << QByteArray("PROVIDER is missing");
        QTest::newRow("a conversation that is no number")
            << QStringList{u"show"_s, u"first"_s} << QByteArray("ID is a conversation's number");
        QTest::newRow("a day that is none") << QStringList{u"spend"_s, u"--from"_s, u"yesterday"_s}
                                            << QByteArray("--from wants a date");
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        const Run run = m_home->run(arguments);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.standard, QByteArray());
        QVERIFY2(run.error.contains(sentence), run.error.constData());
        const Run asJson = m_home->run(arguments + QStringList{u"--json"_s});
        QCOMPARE(asJson.status, 2);
        const QJsonObject error = asJson.object().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"kind"_s).toString(), u"wrong_usage"_s);
    }

    void tellsWhichServicesThereAre()
    {
        const QJsonArray providers = m_home->run({u"providers"_s, u"--json"_s}).array();
        QStringList names;
        for (const QJsonValue &provider : providers)
            names += provider.toObject().value(u"provider"_s).toString();
        QCOMPARE(names,
            (QStringList{u"deepseek"_s, u"openai"_s, u"openrouter"_s, u"ollama"_s, u"lmstudio"_s}));
    }

    void tellsModelsAndBalanceAfterAsking()
    {
        const Run models = m_home->run({u"models"_s, u"--provider"_s, u"demo"_s, u"--json"_s});
        QCOMPARE(models.status, 0);
        QVERIFY(!models.array().isEmpty());
        QCOMPARE(models.array().at(0).toObject().value(u"offered"_s).toBool(), true);
        const Run balance = m_home->run({u"balance"_s, u"--provider"_s, u"demo"_s, u"--json"_s});
        QCOMPARE(balance.status, 0);
        QCOMPARE(
            balance.object().keys(), (QStringList{u"available"_s, u"balances"_s, u"provider"_s}));
        QCOMPARE(balance.object().value(u"balances"_s).toArray().at(0),
            (QJsonObject{{u"currency"_s, u"USD"_s}, {u"total"_s, u"10"_s}, {u"granted"_s, u"0"_s},
                {u"topped_up"_s, u"10"_s}}));
    }

    void tellsTheKnownModelsWithoutAKey()
    {
        const Run models = m_home->run({u"models"_s, u"--json"_s});
        QCOMPARE(models.status, 0);
        QCOMPARE(models.array().at(0).toObject().value(u"model"_s).toString(), u"deepseek-flash"_s);
        QCOMPARE(models.array().at(0).toObject().value(u"offered"_s), QJsonValue());
        QVERIFY(models.error.contains("The service was not asked"));
        const Run balance = m_home->run({u"balance"_s});
        QCOMPARE(balance.status, 1);
        QVERIFY2(balance.error.contains("pennyworth key set"), balance.error.constData());
    }

    void aKeyInTheEnvironmentIsToldByPlaceOnly()
    {
        m_home->setVariable(u"DEEPSEEK_API_KEY"_s, u"sk-of-this-run"_s);
        const Run run = m_home->run({u"key"_s, u"status"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        const QJsonObject deepseek = run.array().at(0).toObject();
        QCOMPARE(deepseek.value(u"place"_s).toString(), u"environment"_s);
        QCOMPARE(deepseek.value(u"variable"_s).toString(), u"DEEPSEEK_API_KEY"_s);
        QVERIFY(!run.all().contains("sk-of-this-run"));
    }

    void saysThatThereIsNoSuchConversation()
    {
        const Run run = m_home->run({u"show"_s, u"7"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.error.contains("There is no such conversation."));
        QCOMPARE(m_home->run({u"ask"_s, u"--demo"_s, u"--conversation"_s, u"7"_s}).status, 1);
    }

    void everyCommandHelpsAndTakesJson_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *name : {"ask", "price", "cost", "spend", "list", "show", "providers",
                 "models", "balance", "key"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyCommandHelpsAndTakesJson()
    {
        QFETCH(QString, command);
        const Run help = m_home->run({command, u"--help"_s});
        QCOMPARE(help.status, 0);
        QVERIFY(help.standard.startsWith(u"pennyworth %1 – "_s.arg(command).toUtf8()));
        QVERIFY(help.standard.contains("--json"));
        const QByteArray overview = m_home->run({u"--help"_s}).standard;
        QVERIFY(overview.contains(u"\n  %1 "_s.arg(command).toUtf8()));
    }

    void tellsItsVersion()
    {
        QVERIFY(m_home->run({u"--version"_s}).standard.startsWith("pennyworth 0."));
    }

    void saysThatThereIsNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("alone") << QStringList{};
        QTest::newRow("with --demo") << QStringList{u"--demo"_s};
    }

    void saysThatThereIsNoDisplay()
    {
        QFETCH(QStringList, arguments);
        const Run run = m_home->run(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(!run.crashed);
        QVERIFY2(run.error.contains("display"), run.error.constData());
    }

private:
    std::unique_ptr<Home> m_home;
};

PENNYWORTH_TEST(MainJobTest)
#include "tst_mainjob.moc"
