// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttpclient.h"
#include "support/testregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>

#include <unistd.h>
#include <vector>

using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kStreams = 8;
constexpr int kRounds = 6;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

/// Processor time that a process has used, in seconds; see proc(5).
double processorTime(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    return (fields.at(11).toDouble() + fields.at(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

QJsonObject question(int number)
{
    const QStringList topics{
        u"git bisect"_s, u"binary search"_s, u"sql"_s, u"rust"_s, u"bayes"_s, u"python csv"_s};
    const QString prompt = topics.at(number % topics.size());
    return {{u"model"_s, u"deepseek-flash"_s}, {u"stream"_s, true},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt}}}}};
}

} // namespace

/// How much of the computer the program takes. Processor time, so that a busy computer does not
/// change the result.
class SpeedTest : public QObject {
    Q_OBJECT

private slots:
    void eightStreamsAt5000TokensASecondTakeLessThanACore()
    {
        if (kSanitized)
            QSKIP("with sanitizers it is several times slower");
        startSimulator({u"--tokens-per-second"_s, u"5000"_s, u"--first-token-ms"_s, u"0"_s});
        const qint64 tokens = drainStreams();
        const double used = processorTime(m_process.processId());
        const double atNominalSpeed = double(tokens) / (kStreams * 5000.0);
        const QString figures =
            u"%1 s of processor for %2 tokens, which take %3 s"_s.arg(used).arg(tokens).arg(
                atNominalSpeed);
        qInfo("%s", qPrintable(figures));
        QVERIFY2(used > 0 && used < atNominalSpeed, qPrintable(figures));
    }

    void keepsUpWith20000TokensASecond()
    {
        if (kSanitized)
            QSKIP("with sanitizers it is several times slower");
        startSimulator({u"--tokens-per-second"_s, u"20000"_s, u"--first-token-ms"_s, u"0"_s});
        RawHttpClient client(m_port);
        for (int round = 0; round < kRounds; ++round)
            client.post("/chat/completions", question(round));
        QTRY_VERIFY_WITH_TIMEOUT(client.received().count("data: [DONE]") == kRounds, 60'000);
        const double used = processorTime(m_process.processId());
        const double atNominalSpeed = double(tokensOf(client)) / 20000.0;
        const QString figures =
            u"%1 s of processor for answers of %2 s"_s.arg(used).arg(atNominalSpeed);
        qInfo("%s", qPrintable(figures));
        QVERIFY2(used < atNominalSpeed, qPrintable(figures));
    }

    void cleanup()
    {
        m_process.terminate();
        QVERIFY(m_process.waitForFinished(30'000));
        QCOMPARE(m_process.exitCode(), 0);
    }

private:
    void startSimulator(const QStringList &options)
    {
        m_process.start(QStringLiteral(PENNYWORTH_BIN_DIR "/pennyworth-simulator"), options);
        QTRY_VERIFY_WITH_TIMEOUT(m_process.canReadLine(), 30'000);
        m_port = m_process.readLine().trimmed().split(':').last().toUShort();
        QVERIFY(m_port != 0);
    }

    static qint64 tokensOf(const RawHttpClient &client)
    {
        qint64 tokens = 0;
        for (const RawResponse &response : client.responses())
            tokens += response.chunks().constLast()[u"usage"][u"completion_tokens"].toInt();
        return tokens;
    }

    qint64 drainStreams() const
    {
        std::vector<std::unique_ptr<RawHttpClient>> clients;
        for (int stream = 0; stream < kStreams; ++stream) {
            clients.push_back(std::make_unique<RawHttpClient>(m_port));
            for (int round = 0; round < kRounds; ++round)
                clients.back()->post("/chat/completions", question(stream + round));
        }
        const auto isDone = [](const auto &client) {
            return client->received().count("data: [DONE]") == kRounds;
        };
        const bool allDone = QTest::qWaitFor(
            [&clients, isDone] { return std::all_of(clients.begin(), clients.end(), isDone); },
            120'000);
        qint64 tokens = 0;
        for (const auto &client : clients)
            tokens += allDone ? tokensOf(*client) : 0;
        return tokens;
    }

    QProcess m_process;
    quint16 m_port = 0;
};

PENNYWORTH_TEST(SpeedTest)

#include "tst_speed.moc"
