// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "support/testregistry.h"

#include <QFile>

#include <array>

#include <pty.h>
#include <unistd.h>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class OutputTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        qunsetenv("NO_COLOR");
        QCOMPARE(::openpty(&m_terminal[0], &m_terminal[1], nullptr, nullptr, nullptr), 0);
        QVERIFY(m_file.open(QIODevice::ReadWrite | QIODevice::Truncate));
    }

    void cleanup()
    {
        m_file.close();
        ::close(m_terminal[0]);
        ::close(m_terminal[1]);
        qunsetenv("NO_COLOR");
    }

    void letsNoEscapeSequenceThroughToATerminal()
    {
        Channel terminal(m_terminal[1]);
        const Output output(terminal, terminal, Output::Form::Text);
        output.print(u"a\x1b[31mred\a\r\u009b2J\tb\n"_s);
        QCOMPARE(
            screen(), QByteArray("a[31mred2J\tb\r\n")); // the carriage return is the terminal's own
    }

    void changesNothingThatGoesIntoAFile()
    {
        Channel file(m_file.handle());
        const Output output(file, file, Output::Form::Text);
        output.print(u"a\x1b[31m\r\n"_s);
        QCOMPARE(content(), QByteArray("a\x1b[31m\r\n"));
    }

    void dimsWhispersOnATerminal()
    {
        Channel terminal(m_terminal[1]);
        Output(terminal, terminal, Output::Form::Text).whisper(u"hm\x1b[1m"_s);
        QCOMPARE(screen(), QByteArray("\x1b[2mhm[1m\x1b[0m"));
    }

    void honoursNoColor()
    {
        qputenv("NO_COLOR", "1");
        Channel terminal(m_terminal[1]);
        Output(terminal, terminal, Output::Form::Text).whisper(u"hm"_s);
        QCOMPARE(screen(), QByteArray("hm"));
    }

    void whispersNothingIntoAFile()
    {
        Channel file(m_file.handle());
        Output(file, file, Output::Form::Text).whisper(u"hm"_s);
        QCOMPARE(content(), QByteArray());
    }

    void printsAnErrorAsOneObjectOrAsASentenceWithItsRemedy()
    {
        const Error error{.kind = ErrorKind::WrongKey, .detail = u"bad key"_s, .status = 401};
        Channel file(m_file.handle());
        Output(file, file, Output::Form::Json).fail(error);
        QCOMPARE(content(),
            QByteArray(R"json({"error":{"charged":"no","kind":"wrong_key",)json"
                       R"json("message":"The service does not accept the API key. (bad key)",)json"
                       R"json("remedy":"Check the key and set it again.","status":401}})json"
                       "\n"));
        m_file.resize(0);
        m_file.seek(0);
        Output(file, file, Output::Form::Text).fail(error);
        QCOMPARE(content(),
            QByteArray("pennyworth: The service does not accept the API key. (bad key)\nCheck the "
                       "key and set it again. Nothing was charged.\n"));
    }

    void givesAnExitStatusToEveryFailure_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("wrong usage") << ErrorKind::WrongUsage << 2;
        QTest::newRow("the store is not there") << ErrorKind::StoreUnavailable << 3;
        QTest::newRow("the store may not be written") << ErrorKind::StoreReadOnly << 3;
        QTest::newRow("the disk is full") << ErrorKind::StoreFull << 3;
        QTest::newRow("the store is newer") << ErrorKind::StoreNewer << 3;
        QTest::newRow("the store is damaged") << ErrorKind::StoreDamaged << 3;
        QTest::newRow("interrupted") << ErrorKind::Cancelled << 130;
        QTest::newRow("no key") << ErrorKind::NoKey << 1;
        QTest::newRow("no such conversation") << ErrorKind::NotFound << 1;
    }

    void givesAnExitStatusToEveryFailure()
    {
        QFETCH(ErrorKind, kind);
        QTEST(static_cast<int>(exitStatusFor({.kind = kind})), "status");
    }

    void tellsHowToGoOnWithoutAKey()
    {
        const QString remedy = errorRemedy({.kind = ErrorKind::NoKey});
        QVERIFY(remedy.contains(u"pennyworth key set"_s));
        QVERIFY(remedy.contains(u"pennyworth providers"_s)); // which names the variables
        QVERIFY(remedy.contains(u"ask --demo"_s));
    }

    void writesDurations_data()
    {
        using namespace std::chrono_literals;
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("a moment") << qint64{420} << u"0.42 s"_s;
        QTest::newRow("a minute") << qint64{60'000} << u"1 min"_s;
        QTest::newRow("hours") << qint64{8'040'000} << u"2 h 14 min"_s;
        QTest::newRow("days") << qint64{183'600'000} << u"2 d 3 h"_s;
    }

    void writesDurations()
    {
        QFETCH(qint64, milliseconds);
        QTEST(spanText(std::chrono::milliseconds{milliseconds}), "text");
    }

    void groupsDigits() { QCOMPARE(groupedText(1'234'567), u"1,234,567"_s); }

private:
    QByteArray screen()
    {
        QByteArray buffer(1000, '\0');
        return buffer.left(
            ::read(m_terminal[0], buffer.data(), static_cast<size_t>(buffer.size())));
    }

    QByteArray content()
    {
        QFile copy(m_file.fileName());
        return copy.open(QIODevice::ReadOnly) ? copy.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QFile m_file{m_folder.filePath(u"output"_s)};
    std::array<int, 2> m_terminal{-1, -1};
};

PENNYWORTH_TEST(OutputTest)
#include "tst_output.moc"
