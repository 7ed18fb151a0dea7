// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "service.h"
#include "support/testregistry.h"

#include <QDir>
#include <QTcpServer>

#include <sys/mount.h>
#include <unistd.h>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

/// A small file system of its own; only root can make one.
class SmallDisk final {
public:
    explicit SmallDisk(const QString &path)
        : m_path(path.toUtf8())
    {
        QDir().mkpath(path);
        m_mounted = ::mount("tmpfs", m_path.constData(), "tmpfs", 0, "size=2m") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount("tmpfs", m_path.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=2m")
            == 0;
    }
    /// Leaves less than a page.
    void fill() const
    {
        QFile file(fillerName());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const QByteArray block(4096, 'x');
        while (file.write(block) == block.size()) { }
    }
    void clear() const { QFile::remove(fillerName()); }

private:
    [[nodiscard]] QString fillerName() const { return QString::fromUtf8(m_path) + u"/filler"_s; }

    QByteArray m_path;
    bool m_mounted = false;
};

} // namespace

/// Homes that cannot be used: a sentence, exit status 3, and nothing sent.
class HomesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<Home>();
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }

    void cleanup() { m_server.close(); }

    void aFileIsNoHome()
    {
        QFile file(m_home->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        refusesEverything(u"store_unavailable"_s);
    }

    void aHomeThatMayNotBeWritten()
    {
        const SmallDisk disk(m_home->path());
        if (disk.isThere())
            QVERIFY(disk.makeReadOnly());
        else if (::geteuid() != 0)
            QVERIFY(QFile::setPermissions(
                m_home->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        else
            QSKIP("root may write everywhere and no file system can be mounted here");
        refusesEverything(u"store_read_only"_s);
        QFile::setPermissions(m_home->path(),
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }

    void aDiskThatIsFull()
    {
        const SmallDisk disk(m_home->path());
        if (!disk.isThere())
            QSKIP("no file system can be mounted here");
        const Service service;
        QCOMPARE(m_home->run(service.ask({u"Why is the sky blue?"_s})).status, 0);
        const QByteArray before = m_home->run({u"show"_s, u"1"_s}).standard;
        disk.fill();
        refusesToAsk(u"store_full"_s);
        disk.clear();
        QCOMPARE(m_home->run({u"show"_s, u"1"_s}).standard, before);
        QCOMPARE(m_home->run(service.ask({u"And now?"_s})).status, 0);
    }

    void aDiskThatFillsWhileAnAnswerStreams()
    {
        const SmallDisk disk(m_home->path());
        if (!disk.isThere())
            QSKIP("no file system can be mounted here");
        const Service service({}, {u"--tokens-per-second"_s, u"300"_s});
        const std::unique_ptr<QProcess> process =
            m_home->start(service.ask({u"Why is the sky blue?"_s}));
        QVERIFY(process->waitForReadyRead(20'000));
        disk.fill();
        const Run run = Home::waitFor(*process);
        QVERIFY(!run.crashed);
        // SQLite may still find room in the log that it has; then nothing was wrong at all.
        if (run.status != 0) {
            QCOMPARE(run.status, 3);
            QVERIFY2(run.error.contains("no space left"), run.error.constData());
        }
        QVERIFY(run.standard.size() > 500); // the whole answer, whatever the disk does
        disk.clear();
        const QJsonObject shown = m_home->run({u"show"_s, u"1"_s, u"--json"_s}).object();
        const QJsonObject reply = shown.value(u"messages"_s).toArray().at(1).toObject();
        QVERIFY(!reply.value(u"reasoning"_s).toString().isEmpty());
        QVERIFY(run.standard.startsWith(reply.value(u"text"_s).toString().toUtf8()));
    }

private:
    void refusesEverything(const QString &kind)
    {
        refusesToAsk(kind);
        for (const QString &command : {u"list"_s, u"spend"_s}) {
            const Run run = m_home->run({command, u"--json"_s});
            QCOMPARE(run.status, 3);
            QCOMPARE(run.object().value(u"error"_s).toObject().value(u"kind"_s).toString(), kind);
        }
    }

    void refusesToAsk(const QString &kind)
    {
        const QStringList ask{u"ask"_s, u"Hello"_s, u"--model"_s, u"m"_s, u"--base-url"_s,
            u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())};
        for (const QStringList &more : {QStringList(), QStringList{u"--no-store"_s}}) {
            const Run run = m_home->run(ask + more);
            QCOMPARE(run.status, 3);
            QCOMPARE(run.standard, QByteArray());
            QVERIFY2(run.error.startsWith("pennyworth: "), run.error.constData());
            const QJsonObject error = m_home->run(ask + more + QStringList{u"--json"_s})
                                          .object()
                                          .value(u"error"_s)
                                          .toObject();
            QCOMPARE(error.value(u"kind"_s).toString(), kind);
            QCOMPARE(error.value(u"charged"_s).toString(), u"no"_s);
        }
        QVERIFY(!m_server.waitForNewConnection(0));
    }

    std::unique_ptr<Home> m_home;
    QTcpServer m_server;
};

PENNYWORTH_TEST(HomesTest)
#include "tst_homes.moc"
