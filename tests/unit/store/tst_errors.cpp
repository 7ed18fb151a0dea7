// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/transaction.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <unistd.h>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

// Permission bits do not bind root, so that the tests on them go on as nobody. All threads of the
// process change at once.
class AsNobody final {
public:
    AsNobody()
        : m_wasRoot(::geteuid() == 0)
    {
        constexpr uid_t kNobody = 65534;
        if (m_wasRoot && ::setresuid(kNobody, kNobody, 0) != 0)
            qFatal("cannot become nobody");
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    bool m_wasRoot;
};

// A file system of 500 kB, where the rights allow one.
class SmallDisk final {
public:
    explicit SmallDisk(QString path)
        : m_path(std::move(path))
    {
        QDir().mkpath(m_path);
        m_mounted = QProcess::execute(u"mount"_s,
                        {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=500k"_s, u"tmpfs"_s, m_path})
            == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(u"umount"_s, {m_path});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_mounted; }

private:
    QString m_path;
    bool m_mounted = false;
};

constexpr QFile::Permissions kReadAll = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr QFile::Permissions kEnterAll = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

} // namespace

/// What the store says when the computer does not let it work. Nothing that was there is lost.
class ErrorsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    Result<Done> tryToOpen()
    {
        Store store(m_file);
        return awaited(store.open());
    }

    // A conversation with one finished reply.
    void makeStore()
    {
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        const CommittedTurn turn = awaited(store.beginTurn(sampleTurn())).value();
        QVERIFY(
            awaited(store.finishReply(finished(turn, u"kept"_s), sampleSettlement(turn.request)))
                .hasValue());
    }

    void expectKept()
    {
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        QCOMPARE(awaited(store.messages({1}))->last().text, u"kept"_s);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::setPermissions(m_folder->path(), kReadAll | kEnterAll | QFile::WriteOwner));
        m_file = m_folder->filePath(u"data/pennyworth.sqlite"_s);
    }

    void aWriteProtectedHomeSaysSo_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("there is a database") << true;
        QTest::newRow("there is none yet") << false;
    }

    void aWriteProtectedHomeSaysSo()
    {
        QFETCH(bool, exists);
        const QString folder = QFileInfo(m_file).path();
        if (exists) {
            makeStore();
            QVERIFY(QFile::setPermissions(m_file, kReadAll));
        } else {
            QVERIFY(QDir().mkpath(folder));
        }
        QVERIFY(QFile::setPermissions(folder, kReadAll | kEnterAll));
        {
            const AsNobody nobody;
            const Result<Done> opened = tryToOpen();
            QVERIFY(opened.hasError());
            QCOMPARE(opened.error().kind, ErrorKind::StoreReadOnly);
            QVERIFY2(opened.error().detail.contains(folder), qPrintable(opened.error().detail));
        }
        QVERIFY(QFile::setPermissions(folder, kReadAll | kEnterAll | QFile::WriteOwner));
        QVERIFY(!exists || QFile::setPermissions(m_file, kReadAll | QFile::WriteOwner));
        if (exists)
            expectKept();
    }

    void aWriteProtectedFileSaysSo()
    {
        makeStore();
        QVERIFY(QFile::setPermissions(m_file, kReadAll));
        const QString folder = QFileInfo(m_file).path();
        QVERIFY(QFile::setPermissions(
            folder, kReadAll | kEnterAll | QFile::WriteOwner | QFile::WriteOther));
        const AsNobody nobody;
        const Result<Done> opened = tryToOpen();
        QVERIFY(opened.hasError());
        QCOMPARE(opened.error().kind, ErrorKind::StoreReadOnly);
    }

    void aFolderThatCannotBeMadeSaysSo()
    {
        QFile inTheWay(m_folder->filePath(u"data"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const Result<Done> opened = tryToOpen();
        QVERIFY(opened.hasError());
        QCOMPARE(opened.error().kind, ErrorKind::StoreUnavailable);
        QVERIFY(opened.error().detail.contains(m_folder->path()));
    }

    void aFolderInPlaceOfTheFileSaysSo()
    {
        QVERIFY(QDir().mkpath(m_file));
        const Result<Done> opened = tryToOpen();
        QVERIFY(opened.hasError());
        QCOMPARE(opened.error().kind, ErrorKind::StoreUnavailable);
        QVERIFY(opened.error().detail.contains(m_file));
    }

    void openingIsTriedAgainAfterTheCauseIsGone()
    {
        QVERIFY(QDir().mkpath(m_file));
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasError());
        QVERIFY(QDir().rmdir(m_file));
        QVERIFY(awaited(store.open()).hasValue());
        QVERIFY(awaited(store.conversations()).hasValue());
    }

    void aFullDiskKeepsWhatIsThere()
    {
        const QString disk = m_folder->filePath(u"data"_s);
        const SmallDisk small(disk);
        if (!small.isMounted())
            QSKIP("mounting needs rights that this process has not");
        makeStore();
        {
            Store store(m_file);
            QVERIFY(awaited(store.open()).hasValue());
            const CommittedTurn turn = awaited(
                store.beginTurn(nextTurn({.conversation = {1}, .reply = {.id = {2}}}, launchDay())))
                                           .value();
            Result<Done> written = Done();
            for (int i = 0; i < 1000 && written; ++i)
                written = awaited(store.appendJournal(turn.reply.id, QString(4000, u'x'), {}));
            QVERIFY(written.hasError());
            QCOMPARE(written.error().kind, ErrorKind::StoreFull);
            QCOMPARE(awaited(store.beginTurn(sampleTurn())).error().kind, ErrorKind::StoreFull);
            QCOMPARE(awaited(store.messages({1}))->at(1).text, u"kept"_s);
        }
        const Result<Done> opened = tryToOpen();
        QVERIFY(opened.hasValue() || opened.error().kind == ErrorKind::StoreFull);
    }

    void aFullDatabaseUndoesTheTransaction()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        const auto database = Database::open(m_file, Database::Use::ReadWrite).value();
        QVERIFY(database->run(u"CREATE TABLE t (x TEXT)"_s).hasValue());
        QVERIFY(database->run(u"PRAGMA max_page_count = 10"_s).hasValue());
        {
            Transaction transaction(*database, Transaction::Kind::Write);
            transaction.execute(u"INSERT INTO t VALUES ('small')"_s);
            transaction.execute(u"INSERT INTO t VALUES (?)"_s, {QString(100000, u'x')});
            const Result<Done> done = transaction.commit();
            QVERIFY(done.hasError());
            QCOMPARE(done.error().kind, ErrorKind::StoreFull);
        }
        QCOMPARE(database->number(u"SELECT count(*) FROM t"_s).value(), 0);
    }

    void aFileThatIsNoDatabaseIsDamaged()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray noise(20000, '\0');
        QRandomGenerator random(7);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(256));
        file.write(noise);
        file.close();
        const Result<Done> opened = tryToOpen();
        QVERIFY(opened.hasError());
        QCOMPARE(opened.error().kind, ErrorKind::StoreDamaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), noise);
    }

    void noDamageCrashes()
    {
        makeStore();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QRandomGenerator random(20250208);
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            QByteArray damaged = whole;
            const int hits = 1 + random.bounded(20);
            for (int i = 0; i < hits; ++i)
                damaged[random.bounded(static_cast<int>(damaged.size()))] =
                    static_cast<char>(random.bounded(256));
            if (round % 5 == 0)
                damaged.truncate(random.bounded(static_cast<int>(damaged.size())));
            const QString copy = m_folder->filePath(u"damaged.sqlite"_s);
            QFile damagedFile(copy);
            QVERIFY(damagedFile.open(QIODevice::WriteOnly | QIODevice::Truncate));
            damagedFile.write(damaged);
            damagedFile.close();
            Store store(copy);
            store.open();
            store.messages({1});
            store.entries({1});
            store.beginTurn(sampleTurn());
            refused += awaited(store.conversations()).hasError() ? 1 : 0;
        }
        QVERIFY(refused > 0);
    }

    void everythingBeforeOpenIsRefused()
    {
        Store store(m_file);
        QCOMPARE(awaited(store.conversations()).error().kind, ErrorKind::StoreUnavailable);
        QCOMPARE(awaited(store.beginTurn(sampleTurn())).error().kind, ErrorKind::StoreUnavailable);
        QVERIFY(!QFile::exists(m_file));
    }
};

PENNYWORTH_TEST(ErrorsTest)

#include "tst_errors.moc"
