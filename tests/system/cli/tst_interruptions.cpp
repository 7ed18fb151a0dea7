// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <csignal>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Ctrl-C, a kill and a reader that goes away: what arrived is kept.
class InterruptionsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<Home>(); }

    void keepWhatArrived_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("a polite kill") << SIGTERM;
        QTest::newRow("the terminal closes") << SIGHUP;
    }

    void keepWhatArrived()
    {
        QFETCH(int, signal);
        const std::unique_ptr<QProcess> process = m_home->start(ask());
        QVERIFY(process->waitForReadyRead(20'000));
        ::kill(static_cast<pid_t>(process->processId()), signal);
        const Run run = Home::waitFor(*process);
        QVERIFY(!run.crashed);
        QCOMPARE(run.status, 130);
        QVERIFY2(run.error.contains("conversation 1"), run.error.constData());
        QVERIFY2(run.error.contains("What arrived is kept"), run.error.constData());
        const QJsonObject reply = keptReply();
        QCOMPARE(reply.value(u"status"_s).toString(), u"interrupted"_s);
        QCOMPARE(reply.value(u"text"_s).toString().toUtf8() + '\n', run.standard);
    }

    void printTheObjectAllTheSame()
    {
        const std::unique_ptr<QProcess> process = m_home->start(ask() + QStringList{u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!m_home->run({u"show"_s, u"1"_s}).standard.isEmpty(), 20'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const Run run = Home::waitFor(*process);
        QCOMPARE(run.status, 130);
        QCOMPARE(
            run.object().value(u"error"_s).toObject().value(u"kind"_s).toString(), u"cancelled"_s);
        QCOMPARE(run.object().value(u"conversation"_s).toInt(), 1);
    }

    void aReaderThatGoesAwayEndsTheAnswer()
    {
        const Run run = runInShell(u"{ \"$@\"; echo $? >&2; } | head -c 10"_s, ask());
        QCOMPARE(run.standard.size(), 10);
        QVERIFY2(run.error.endsWith("\n130\n"), run.error.constData());
        const QJsonObject reply = keptReply();
        QCOMPARE(reply.value(u"status"_s).toString(), u"interrupted"_s);
        QVERIFY(reply.value(u"text"_s).toString().toUtf8().startsWith(run.standard));
    }

    void aReaderThatSleepsHoldsNothingUp()
    {
        // Longer than a pipe holds; it is complete in the store before anybody reads it.
        const QString line = u"\"$@\" | { until \"$0\" show 1 --json | grep -q '\"complete\"'; do "
                             "sleep 0.1; done; wc -c; }"_s;
        const Run run = runInShell(line, m_floodingService.ask({u"Go on?"_s}));
        QVERIFY2(run.error.contains("conversation 1"), run.error.constData());
        QVERIFY(run.standard.trimmed().toInt() > 300'000);
    }

private:
    [[nodiscard]] QStringList ask() const { return m_slowService.ask({u"Why is the sky blue?"_s}); }

    /// A line for sh in which "$0" is pennyworth and "$@" is pennyworth with `arguments`.
    [[nodiscard]] Run runInShell(const QString &line, const QStringList &arguments) const
    {
        const QString program = programPath(u"pennyworth"_s);
        QProcess shell;
        shell.setProcessEnvironment(m_home->environment());
        shell.start(u"sh"_s, QStringList{u"-c"_s, line, program, program} + arguments);
        return Home::waitFor(shell);
    }

    [[nodiscard]] QJsonObject keptReply() const
    {
        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        return shown.value(u"messages"_s).toArray().at(1).toObject();
    }

    const Service m_slowService{{}, {u"--tokens-per-second"_s, u"50"_s}};
    const Service m_floodingService{"{'faults': [{'flood_bytes': 300000}]}"};
    std::unique_ptr<Home> m_home;
};

PENNYWORTH_TEST(InterruptionsTest)
#include "tst_interruptions.moc"
