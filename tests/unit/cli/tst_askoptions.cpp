// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askoptions.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

Result<AskOptions> read(const QStringList &words)
{
    const Result<Arguments> arguments = Arguments::parse(askSyntax(), words);
    if (!arguments)
        return arguments.error();
    return AskOptions::read(*arguments);
}

Provider provider(const QString &id)
{
    Provider provider;
    provider.id = id;
    provider.defaultModel = id + u"-model"_s;
    return provider;
}

} // namespace

class AskOptionsTest : public QObject {
    Q_OBJECT

private slots:
    void readsAll()
    {
        const AskOptions options =
            *read({u"Why?"_s, u"--model"_s, u"m"_s, u"--system"_s, u"Be brief."_s, u"--thinking"_s,
                u"off"_s, u"--temperature"_s, u"1.3"_s, u"--max-tokens"_s, u"100"_s,
                u"--json-mode"_s, u"--prefix"_s, u"Because"_s, u"--conversation"_s, u"12"_s});
        QCOMPARE(options.prompt, u"Why?"_s);
        QCOMPARE(options.prefix, u"Because"_s);
        QCOMPARE(options.conversation.value, 12);
        QVERIFY(options.keeps);
        const GenerationSettings settings = options.settingsFor(provider(u"p"_s), {});
        QCOMPARE(settings.provider, u"p"_s);
        QCOMPARE(settings.model, u"m"_s);
        QCOMPARE(settings.systemPrompt, u"Be brief."_s);
        QCOMPARE(settings.thinking, Thinking::Off);
        QCOMPARE(settings.temperatureHundredths, 130);
        QCOMPARE(settings.maxTokens, 100);
        QVERIFY(settings.jsonMode);
    }

    void theSettingsOfAConversationAreTheDefaults()
    {
        GenerationSettings before{
            .provider = u"p"_s, .model = u"chosen"_s, .systemPrompt = u"Be kind."_s};
        before.temperatureHundredths = 50;
        const AskOptions options = *read({u"Why?"_s, u"--temperature"_s, u"0"_s});
        GenerationSettings expected = before;
        expected.temperatureHundredths = 0;
        QCOMPARE(options.settingsFor(provider(u"p"_s), before), expected);
    }

    void anotherServiceHasAnotherModel()
    {
        const GenerationSettings before{.provider = u"p"_s, .model = u"chosen"_s};
        QCOMPARE(read({u"Why?"_s})->settingsFor(provider(u"q"_s), before).model, u"q-model"_s);
    }

    void theDemonstrationNeedsNoQuestion()
    {
        QVERIFY(!read({u"--demo"_s})->prompt.isEmpty());
        QCOMPARE(read({u"--demo"_s, u"Why?"_s})->prompt, u"Why?"_s);
    }

    void aDashReadsThePromptFromStandardInput()
    {
        QVERIFY(read({u"-"_s})->readsPrompt);
        QVERIFY(!read({u"--"_s, u"--really?"_s})->readsPrompt);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing to ask") << QStringList{} << u"PROMPT is missing"_s;
        QTest::newRow("a blank") << QStringList{u" "_s} << u"PROMPT is missing"_s;
        QTest::newRow("to continue nothing")
            << QStringList{u"--continue"_s} << u"--continue needs --conversation"_s;
        QTest::newRow("to continue with a prompt") << QStringList{u"Why?"_s, u"--continue"_s,
            u"--conversation"_s, u"1"_s} << u"--continue takes neither"_s;
        QTest::newRow("a conversation that is not kept") << QStringList{u"Why?"_s, u"--no-store"_s,
            u"--conversation"_s, u"1"_s} << u"--no-store and --conversation"_s;
        QTest::newRow("too many decimals")
            << QStringList{u"Why?"_s, u"--temperature"_s, u"0.125"_s} << u"--temperature wants"_s;
        QTest::newRow("below zero")
            << QStringList{u"Why?"_s, u"--temperature"_s, u"-1"_s} << u"--temperature wants"_s;
        QTest::newRow("conversation zero")
            << QStringList{u"Why?"_s, u"--conversation"_s, u"0"_s} << u"--conversation wants"_s;
    }

    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, sentence);
        const Result<AskOptions> options = read(words);
        QVERIFY(options.hasError());
        QCOMPARE(options.error().kind, ErrorKind::WrongUsage);
        QVERIFY2(options.error().detail.startsWith(sentence), qPrintable(options.error().detail));
    }
};

PENNYWORTH_TEST(AskOptionsTest)
#include "tst_askoptions.moc"
