// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

#include <array>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMayBeLost = 250; // ms of text before the kill

/// What a killed program had printed, and when the test saw it.
struct Printed {
    QByteArray text;
    qsizetype mustBeKept = 0; ///< bytes that were there kMayBeLost before the kill
};

Printed killAfter(QProcess &process, qint64 moment)
{
    struct Sample {
        qint64 at = 0;
        qsizetype size = 0;
    };
    QElapsedTimer clock;
    clock.start();
    Printed printed;
    QList<Sample> samples;
    while (clock.elapsed() < moment && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(static_cast<int>(std::max<qint64>(moment - clock.elapsed(), 1)));
        printed.text += process.readAllStandardOutput();
        samples.append({clock.elapsed(), printed.text.size()});
    }
    const qint64 killed = clock.elapsed();
    process.kill();
    process.waitForFinished();
    printed.text += process.readAllStandardOutput();
    for (const Sample &sample : samples) {
        if (sample.at <= killed - kMayBeLost)
            printed.mustBeKept = sample.size;
    }
    return printed;
}

QString integrity(const QString &file)
{
    const QString connection = u"integrity-%1"_s.arg(QRandomGenerator::global()->generate64());
    QString answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(file);
        if (!database.open())
            return u"it cannot be opened"_s;
        QSqlQuery query(u"PRAGMA integrity_check"_s, database);
        answer = query.next() ? query.value(0).toString() : u"it cannot be checked"_s;
    }
    QSqlDatabase::removeDatabase(connection);
    return answer;
}

/// Asks and kills, again and again in one home, so that each start finds what the one before left.
class Killer final {
public:
    Killer(const Service &service, int kills, quint32 seed)
        : m_service(service)
        , m_kills(kills)
        , m_random(seed)
    {
    }

    void run()
    {
        for (int i = 1; i <= m_kills; ++i)
            killOnce(u"Question %1"_s.arg(i));
    }

    [[nodiscard]] QStringList faults() const { return m_faults; }
    [[nodiscard]] int cutAnswers() const { return m_cutAnswers; }

private:
    void killOnce(const QString &question)
    {
        const int scale = isSanitized() ? 4 : 1;
        const std::unique_ptr<QProcess> process = m_home.start(m_service.ask({question}));
        const Printed printed = killAfter(*process, scale * m_random.bounded(10, 900));
        if (!QFile::exists(m_home.databaseFile())) {
            expect(printed.text.isEmpty(), question, u"it answered without a database"_s);
            return;
        }
        const QString health = integrity(m_home.databaseFile());
        expect(health == u"ok", question, u"the database: "_s + health);
        checkWhatWasKept(question, printed);
    }

    void checkWhatWasKept(const QString &question, const Printed &printed)
    {
        const QJsonObject reply = replyTo(question);
        if (reply.isEmpty()) {
            expect(printed.text.isEmpty(), question,
                u"an answer was printed, but there is no conversation"_s);
            return;
        }
        const QByteArray kept = reply.value(u"text"_s).toString().toUtf8();
        expect(kept.startsWith(printed.text) || printed.text.startsWith(kept)
                || printed.text == kept + '\n',
            question, u"what was kept is not what was printed"_s);
        expect(kept.size() >= std::min(printed.mustBeKept, printed.text.trimmed().size()), question,
            u"%1 bytes were kept, %2 had to be, %3 were printed"_s.arg(kept.size())
                .arg(printed.mustBeKept)
                .arg(printed.text.size()));
        if (reply.value(u"status"_s).toString() == u"complete")
            return;
        ++m_cutAnswers;
        expect(reply.value(u"status"_s).toString() == u"interrupted", question,
            u"its answer is "_s + reply.value(u"status"_s).toString());
        const QJsonArray requests = reply.value(u"requests"_s).toArray();
        const QJsonObject cost = requests.at(0).toObject().value(u"cost"_s).toObject();
        expect(requests.size() == 1 && cost.value(u"source"_s).toString() == u"estimated", question,
            u"its request is settled as "_s + cost.value(u"source"_s).toString());
    }

    /// The next start, and the one after: the first recovers.
    QJsonObject replyTo(const QString &question)
    {
        const QJsonArray list = m_home.run({u"list"_s, u"--json"_s}).array();
        for (const QJsonValue &row : list) {
            if (row.toObject().value(u"title"_s).toString() != question)
                continue;
            const QString id = QString::number(row.toObject().value(u"conversation"_s).toInteger());
            const QJsonArray messages =
                m_home.run({u"show"_s, id, u"--json"_s}).object().value(u"messages"_s).toArray();
            return messages.at(1).toObject();
        }
        return {};
    }

    void expect(bool isTrue, const QString &question, const QString &fault)
    {
        if (!isTrue)
            m_faults += question + u": "_s + fault;
    }

    const Service &m_service;
    const int m_kills;
    QRandomGenerator m_random;
    Home m_home;
    QStringList m_faults;
    int m_cutAnswers = 0;
};

} // namespace

/// SIGKILL at any moment of a streaming answer.
class KillsTest : public QObject {
    Q_OBJECT

private slots:
    void losesNoMoreThanTheLastQuarterOfASecond()
    {
        constexpr int kHomes = 4; // at a time
        const int kills = (isSanitized() ? 20 : 200) / kHomes;
        const Service service({}, {u"--tokens-per-second"_s, isSanitized() ? u"200"_s : u"800"_s});
        QVERIFY(service.isRunning());
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::array<std::unique_ptr<Killer>, kHomes> killers;
        std::array<std::unique_ptr<QThread>, kHomes> threads;
        for (quint32 i = 0; i < kHomes; ++i) {
            killers.at(i) = std::make_unique<Killer>(service, kills, seed + i);
            threads.at(i).reset(QThread::create([killer = killers.at(i).get()] { killer->run(); }));
            threads.at(i)->start();
        }
        int cutAnswers = 0;
        QStringList faults;
        for (quint32 i = 0; i < kHomes; ++i) {
            threads.at(i)->wait();
            faults += killers.at(i)->faults();
            cutAnswers += killers.at(i)->cutAnswers();
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY2(cutAnswers > kills, "the kills came too early or too late to cut an answer");
    }
};

PENNYWORTH_TEST(KillsTest)
#include "tst_kills.moc"
