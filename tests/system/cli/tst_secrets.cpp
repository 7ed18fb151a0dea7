// SPDX-License-Identifier: GPL-3.0-or-later
// The signals are over before the locals that they count in: clazy:excludeall=lambda-in-connect
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

QStringList filesThatHold(const QByteArray &secret, const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
            found += file.fileName();
    }
    return found;
}

} // namespace

/// A key goes to the keychain and to its service, and nowhere else.
class SecretsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<Home>();
        m_key = "sk-" + QByteArray::number(QRandomGenerator::global()->generate64(), 16)
            + QByteArray::number(QRandomGenerator::global()->generate64(), 16);
    }

    void aKeyFromTheEnvironmentIsNotKept()
    {
        const Service service("{'faults': [{'request': 2, 'status': 401}]}");
        m_home->setVariable(u"PENNYWORTH_API_KEY"_s, QString::fromLatin1(m_key));
        for (int i = 0; i < 2; ++i) {
            const Run run = m_home->run(service.ask({u"Hello"_s, u"--json"_s}));
            QCOMPARE(run.status, i);
            QVERIFY(!run.all().contains(m_key));
        }
        QCOMPARE(filesThatHold(m_key, m_home->folder()), QStringList());
    }

    void aKeyInTheKeychainIsNowhereElse()
    {
        if (QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
            || QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty())
            QSKIP("gnome-keyring and dbus are not installed");
        // Stands for the way to the real service: a proxy that lets nobody through.
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray seenByProxy;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&seenByProxy, socket] {
                seenByProxy += socket->readAll();
                if (!seenByProxy.contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });

        m_home->setVariable(u"https_proxy"_s, u"http://127.0.0.1:%1"_s.arg(proxy.serverPort()));
        const QByteArray script = "set -e\n"
                                  "cd \"$1\"\n"
                                  "./pennyworth key set deepseek\n"
                                  "./pennyworth key status --json\n"
                                  "./pennyworth ask Hello --json || echo \"ask: $?\"\n"
                                  "./pennyworth key forget deepseek\n"
                                  "./pennyworth key status --json\n";
        QProcess session;
        session.setProcessEnvironment(m_home->environment());
        session.start(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/support/withkeyring.sh"),
            {u"unlocked"_s, u"sh"_s, u"-c"_s, QString::fromLatin1(script), u"sh"_s,
                QStringLiteral(PENNYWORTH_BIN_DIR)});
        session.write(m_key + '\n');
        session.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), QProcess::NotRunning, 60'000);
        const Run run = Home::waitFor(session);
        QVERIFY2(run.status == 0, run.all().constData());
        QVERIFY2(run.standard.contains(R"("place":"keychain","provider":"deepseek")"),
            run.standard.constData());
        QVERIFY2(run.standard.contains("ask: 1"), run.standard.constData());
        QVERIFY2(run.standard.contains(R"("place":"none","provider":"deepseek")"),
            run.standard.constData());
        QVERIFY2(seenByProxy.startsWith("CONNECT api.deepseek.com:443"), seenByProxy.constData());

        QVERIFY(!run.all().contains(m_key));
        QVERIFY(!seenByProxy.contains(m_key));
        QCOMPARE(filesThatHold(m_key, m_home->folder()), QStringList());
    }

    void withoutAKeychainASentenceSaysSo()
    {
        const Run run = m_home->run({u"key"_s, u"set"_s, u"deepseek"_s}, m_key + '\n');
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("keychain"), run.error.constData());
        QVERIFY(!run.all().contains(m_key));
        QCOMPARE(filesThatHold(m_key, m_home->folder()), QStringList());
    }

    void anEmptyKeyIsNone()
    {
        const Run run = m_home->run({u"key"_s, u"set"_s, u"deepseek"_s}, "\n");
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("the key is empty"), run.error.constData());
    }

private:
    std::unique_ptr<Home> m_home;
    QByteArray m_key;
};

PENNYWORTH_TEST(SecretsTest)
#include "tst_secrets.moc"
