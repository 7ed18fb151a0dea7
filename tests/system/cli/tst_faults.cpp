// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// What a service can do wrong: every case ends in a sentence, a status and a kept conversation.
class FaultsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<Home>(); }

    void endsInASentence_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("httpStatus"); // 0: null
        QTest::addColumn<QString>("charged");
        QTest::addColumn<bool>("hasText");
        const auto row = [](const char *name, const char *fault, const QString &kind, int status,
                             const QString &charged, bool hasText) {
            QTest::newRow(name) << QByteArray(fault) << kind << status << charged << hasText;
        };
        row("a wrong key", "'status': 401, 'body': {'error': {'message': 'Authentication Fails'}}",
            u"wrong_key"_s, 401, u"no"_s, false);
        row("no money left",
            "'status': 402, 'body': {'error': {'message': 'Insufficient Balance'}}",
            u"insufficient_balance"_s, 402, u"no"_s, false);
        row("an invalid request", "'status': 422, 'body': {'error': {'message': 'bad'}}",
            u"invalid_request"_s, 422, u"no"_s, false);
        row("a proxy's page", "'html': true", u"unexpected_answer"_s, 200, u"maybe"_s, false);
        row("a redirect", "'redirect': 'http://127.0.0.1:9/elsewhere'", u"redirected"_s, 307,
            u"no"_s, false);
        row("cut in the middle", "'drop': {'after_bytes': 60000}", u"connection_lost"_s, 200,
            u"yes"_s, true);
        row("reset in the middle", "'drop': {'after_bytes': 60000, 'how': 'reset'}",
            u"connection_lost"_s, 200, u"yes"_s, true);
        row("cut before the first byte", "'drop': {'how': 'close'}", u"connection_lost"_s, 0,
            u"maybe"_s, false);
        row("an error in the stream",
            "'stream_error': {'after_tokens': 200, 'error': {'message': 'out of luck'}}",
            u"stream_error"_s, 200, u"yes"_s, true);
        row("compressed although nobody asked for it", "'gzip': true", u"unexpected_answer"_s, 200,
            u"maybe"_s, false);
    }

    void endsInASentence()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, kind);
        QFETCH(int, httpStatus);
        QFETCH(QString, charged);
        QFETCH(bool, hasText);
        const Service service("{'faults': [{" + fault + "}]}");
        QVERIFY(service.isRunning());

        const Run run = m_home->run(service.ask({u"Why is the sky blue?"_s, u"--json"_s}));
        QCOMPARE(run.status, 1);
        const QJsonObject answer = run.object();
        const QJsonObject error = answer.value(u"error"_s).toObject();
        QCOMPARE(error.keys(),
            (QStringList{u"charged"_s, u"kind"_s, u"message"_s, u"remedy"_s, u"status"_s}));
        QCOMPARE(error.value(u"kind"_s).toString(), kind);
        QCOMPARE(error.value(u"status"_s).toInt(), httpStatus);
        QCOMPARE(error.value(u"charged"_s).toString(), charged);
        QVERIFY(!error.value(u"remedy"_s).toString().isEmpty());
        QCOMPARE(!answer.value(u"text"_s).toString().isEmpty(), hasText);

        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        const QJsonArray messages = shown.value(u"messages"_s).toArray();
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages.at(0).toObject().value(u"text"_s).toString(), u"Why is the sky blue?"_s);
        const QJsonObject reply = messages.at(1).toObject();
        QCOMPARE(reply.value(u"text"_s), answer.value(u"text"_s));
        QCOMPARE(reply.value(u"status"_s).toString(), hasText ? u"interrupted"_s : u"failed"_s);
        QCOMPARE(reply.value(u"error"_s).toObject().value(u"kind"_s).toString(), kind);

        const Run inWords = m_home->run(service.ask({u"Again?"_s}));
        QCOMPARE(inWords.status, 1);
        QVERIFY(inWords.error.contains("pennyworth: "));
        QVERIFY(inWords.error.contains(error.value(u"remedy"_s).toString().toUtf8()));
    }

    void succeedsAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("no [DONE]") << QByteArray("'done': false");
        QTest::newRow("a wrong content type")
            << QByteArray("'content_type': 'application/octet-stream'");
        QTest::newRow("carriage returns") << QByteArray("'line_end': 'cr'");
        QTest::newRow("split anywhere")
            << QByteArray("'split_at': [1, 2, 100, 101, 333, 334, 335, 1000]");
        QTest::newRow("usage in an extra chunk") << QByteArray("'usage': 'extra_chunk'");
        QTest::newRow("usage in every chunk") << QByteArray("'usage': 'every_chunk'");
        QTest::newRow("a flood") << QByteArray("'flood_bytes': 3000000");
    }

    void succeedsAllTheSame()
    {
        QFETCH(QByteArray, fault);
        const Service service("{'faults': [{" + fault + "}]}");
        const Run run = m_home->run(service.ask({u"Why is the sky blue?"_s, u"--json"_s}));
        QVERIFY2(run.status == 0, run.standard.constData());
        const QJsonObject answer = run.object();
        QCOMPARE(answer.value(u"finish_reason"_s).toString(), u"stop"_s);
        QVERIFY(answer.value(u"usage"_s).toObject().value(u"completion"_s).toInteger() > 0);
        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        QCOMPARE(shown.value(u"messages"_s).toArray().at(1).toObject().value(u"text"_s),
            answer.value(u"text"_s));
    }

    void unknownUsageIsNull()
    {
        const Service service("{'faults': [{'usage': 'missing'}]}");
        const Run run = m_home->run(service.ask({u"Why is the sky blue?"_s, u"--json"_s}));
        QCOMPARE(run.status, 0);
        const QJsonObject usage = run.object().value(u"usage"_s).toObject();
        for (const QString &name : usage.keys())
            QCOMPARE(usage.value(name), QJsonValue());
        QCOMPARE(
            run.object().value(u"cost"_s).toObject().value(u"source"_s).toString(), u"unknown"_s);
    }

    void triesAgainWhatTheServiceRefusedForNow()
    {
        const Service service(
            "{'faults': [{'request': 1, 'status': 429, 'headers': {'Retry-After': '0'}, "
            "'body': {'error': {'message': 'slow down'}}}, {'request': 2, 'status': 503}]}");
        const Run run = m_home->run(service.ask({u"Why is the sky blue?"_s}));
        QCOMPARE(run.status, 0);
        QCOMPARE(run.error.count("Trying again"), 2);
        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        const QJsonArray requests =
            shown.value(u"messages"_s).toArray().at(1).toObject().value(u"requests"_s).toArray();
        QCOMPARE(requests.size(), 3);
        QCOMPARE(requests.at(2).toObject().value(u"attempt"_s).toInt(), 3);
    }

    void continuesAnInterruptedAnswer()
    {
        const QStringList ask{u"ask"_s, u"--demo"_s, u"--thinking"_s, u"off"_s, u"--max-tokens"_s,
            u"25"_s, u"--json"_s};
        const QString first = m_home->run(ask).object().value(u"text"_s).toString();
        const Run run =
            m_home->run(ask + QStringList{u"--conversation"_s, u"1"_s, u"--continue"_s});
        QVERIFY2(run.status == 0, run.standard.constData());
        const QString whole = run.object().value(u"text"_s).toString();
        QVERIFY(whole.startsWith(first));
        QVERIFY(whole.size() > first.size());
        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        QCOMPARE(shown.value(u"messages"_s).toArray().size(), 2);
    }

    void sendsNothingToAnUntrustedServer()
    {
        QSslServer server;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate::fromPath(
            QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/tls/untrusted.crt"))
                                              .value(0));
        QFile keyFile(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/tls/untrusted.key"));
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        server.setSslConfiguration(configuration);
        QSignalSpy accepted(&server, &QTcpServer::pendingConnectionAvailable);
        QVERIFY(server.listen(QHostAddress::LocalHost));

        const std::unique_ptr<QProcess> process =
            m_home->start({u"ask"_s, u"A secret"_s, u"--model"_s, u"m"_s, u"--base-url"_s,
                u"https://127.0.0.1:%1"_s.arg(server.serverPort()), u"--json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 30'000);
        const Run run = Home::waitFor(*process);
        QCOMPARE(run.status, 1);
        const QJsonObject error = run.object().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"kind"_s).toString(), u"certificate_refused"_s);
        QCOMPARE(error.value(u"charged"_s).toString(), u"no"_s);
        while (QTcpSocket *socket = server.nextPendingConnection())
            QCOMPARE(socket->readAll(), QByteArray()); // not a byte of the request
    }

    void saysThatNobodyIsThere()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        const Run run = m_home->run(
            {u"ask"_s, u"Hello"_s, u"--model"_s, u"m"_s, u"--base-url"_s, address, u"--json"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject error = run.object().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"kind"_s).toString(), u"connection_failed"_s);
        QCOMPARE(error.value(u"charged"_s).toString(), u"no"_s);
    }

private:
    std::unique_ptr<Home> m_home;
};

PENNYWORTH_TEST(FaultsTest)
#include "tst_faults.moc"
