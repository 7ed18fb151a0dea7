// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/curlcommand.h"
#include "program.h"
#include "service.h"
#include "store/store.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QStandardPaths>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// What is copied as curl does again what was done, in a real shell.
class CurlTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed");
    }

    void init()
    {
        m_home = std::make_unique<Home>();
        m_home->setVariable(u"PENNYWORTH_API_KEY"_s, u"sk-curl-0123456789"_s);
    }

    void sendsTheRequestAgain()
    {
        const Service service{QByteArray()};
        const Exchange exchange = exchangeOf(service, hostilePrompt());
        QCOMPARE(exchange.received->status, 200);
        QVERIFY(exchange.received->body.trimmed().endsWith("data: [DONE]"));

        const QString command = curlCommand(exchange.sent, u"PENNYWORTH_API_KEY"_s);
        QVERIFY(!command.contains(u"sk-curl"_s));
        const Run run = shell(command);
        QVERIFY2(run.status == 0, run.error.constData());
        QVERIFY2(run.standard.contains("\ndata: {"), run.standard.constData());
        QVERIFY2(run.standard.trimmed().endsWith("data: [DONE]"), run.standard.constData());
    }

    void theShellHandsOverTheSameBytes_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::newRow("with all that a shell reads") << hostilePrompt();
        QTest::newRow("longer than an argument may be")
            << QString(hostilePrompt() + u"it's 为 long "_s.repeated(20'000));
    }

    void theShellHandsOverTheSameBytes()
    {
        QFETCH(QString, prompt);
        const Service service{QByteArray()};
        const Exchange exchange = exchangeOf(service, prompt);
        const Run run = shell(u"curl() {\n"
                              "  for argument; do [ \"$argument\" = @- ] && cat && return; done\n"
                              "  for argument; do body=$argument; done\n"
                              "  printf %s \"$body\"\n"
                              "}\n"_s
            + curlCommand(exchange.sent, u"PENNYWORTH_API_KEY"_s));
        QCOMPARE(run.status, 0);
        QVERIFY(run.standard == exchange.sent.body);
    }

    void aSecretHeaderIsAVariable()
    {
        const SentRequest sent{.method = "POST",
            .url = u"http://127.0.0.1/v1?a=1&b=it's"_s,
            .headers = {{"Authorization", "Bearer [redacted]"}, {"X-Api-Key", "[redacted]"},
                {"X-Title", "a \"b\" $c"}},
            .body = "{}"};
        const Run run = shell(u"curl() { for argument; do printf '%s\\n' \"$argument\"; done; }\n"
                              "export X_API_KEY=second\n"_s
            + curlCommand(sent, u"PENNYWORTH_API_KEY"_s));
        const QByteArrayList arguments = run.standard.split('\n');
        QVERIFY(arguments.contains("http://127.0.0.1/v1?a=1&b=it's"));
        QVERIFY(arguments.contains("Authorization: Bearer sk-curl-0123456789"));
        QVERIFY(arguments.contains("X-Api-Key: second"));
        QVERIFY(arguments.contains("X-Title: a \"b\" $c"));
    }

private:
    static QString hostilePrompt()
    {
        return u"It's \"quoted\", $HOME and `id` \\ %s 为什么\nsecond line\t!"_s;
    }

    Exchange exchangeOf(const Service &service, const QString &prompt)
    {
        const Run run = m_home->run(service.ask({u"-"_s, u"--json"_s}), prompt.toUtf8());
        Store store(m_home->databaseFile());
        if (!awaited(store.open()))
            return {};
        const ConversationId id{run.object()[u"conversation"_s].toInteger()};
        const QList<LedgerEntry> entries = awaited(store.entries(id)).valueOr({});
        return entries.isEmpty()
            ? Exchange()
            : awaited(store.exchange(entries.constFirst().request.id)).valueOr(Exchange());
    }

    Run shell(const QString &script)
    {
        QProcess process;
        process.setProcessEnvironment(m_home->environment());
        process.start(u"sh"_s, {});
        process.write(script.toUtf8() + '\n');
        process.closeWriteChannel();
        return Home::waitFor(process);
    }

    std::unique_ptr<Home> m_home;
};

PENNYWORTH_TEST(CurlTest)

#include "tst_curl.moc"
