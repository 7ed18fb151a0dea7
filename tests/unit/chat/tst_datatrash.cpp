// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/datatrash.h"

#include "environment/paths.h"
#include "store/processlock.h"
#include "support/fakeclock.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class DataTrashTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_paths = std::make_unique<Paths>(m_home->path());
        m_trash = std::make_unique<DataTrash>(*m_paths, m_clock);
        write({}, "old");
        write(u"-wal"_s, "old wal");
    }

    void nothingMovesBeforeTheNextStart()
    {
        QVERIFY(m_trash->requestRemoval().hasValue());
        QVERIFY(m_trash->hasRequest());
        QCOMPARE(read({}), QByteArray("old"));
        m_trash->cancelRequest();
        QVERIFY(m_trash->apply().hasValue());
        QCOMPARE(read({}), QByteArray("old"));
        QVERIFY(m_trash->removed().isEmpty());
    }

    void whatWasRemovedComesBackAndTheOtherGoes()
    {
        QVERIFY(m_trash->requestRemoval().hasValue());
        QVERIFY(m_trash->apply().hasValue());
        QVERIFY(!m_trash->hasRequest());
        QVERIFY(!QFile::exists(m_paths->databaseFile()));
        QCOMPARE(m_trash->removed().size(), 1);
        QCOMPARE(m_trash->removed().constFirst().bytes, 10);
        QCOMPARE(m_trash->removed().constFirst().removed, m_clock.now());

        write({}, "new");
        m_clock.advance(std::chrono::hours(1));
        QVERIFY(m_trash->requestReturn(m_trash->removed().constFirst().name).hasValue());
        QVERIFY(m_trash->apply().hasValue());
        QCOMPARE(read({}), QByteArray("old"));
        QCOMPARE(read(u"-wal"_s), QByteArray("old wal"));
        QCOMPARE(m_trash->removed().size(), 1);
        QCOMPARE(m_trash->removed().constFirst().bytes, 3);
    }

    void twoInOneSecondHaveTwoPlaces()
    {
        for (int i = 0; i < 2; ++i) {
            write({}, "data");
            QVERIFY(m_trash->requestRemoval().hasValue());
            QVERIFY(m_trash->apply().hasValue());
        }
        QCOMPARE(m_trash->removed().size(), 2);
    }

    void afterThirtyDaysItIsGone()
    {
        QVERIFY(m_trash->requestRemoval().hasValue());
        QVERIFY(m_trash->apply().hasValue());
        m_clock.advance(std::chrono::days(29));
        QVERIFY(m_trash->apply().hasValue());
        QCOMPARE(m_trash->removed().size(), 1);
        m_clock.advance(std::chrono::days(2));
        QVERIFY(m_trash->apply().hasValue());
        QVERIFY(m_trash->removed().isEmpty());
    }

    void anotherProcessIsNotRobbed()
    {
        const auto other = ProcessLock::acquire(m_paths->databaseFile());
        QVERIFY(other.hasValue());
        QVERIFY(m_trash->requestRemoval().hasValue());
        QCOMPARE(m_trash->apply().error().kind, ErrorKind::StoreUnavailable);
        QVERIFY(m_trash->hasRequest());
        QCOMPARE(read({}), QByteArray("old"));
    }

    void aNameThatIsNoneIsRefused()
    {
        QCOMPARE(m_trash->requestReturn(u"../.."_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(m_trash->requestReturn(u"20200101-000000"_s).error().kind, ErrorKind::NotFound);
    }

private:
    void write(const QString &part, const QByteArray &text)
    {
        QFile file(m_paths->databaseFile() + part);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray read(const QString &part) const
    {
        QFile file(m_paths->databaseFile() + part);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FakeClock m_clock{u"2026-11-23T12:00:00Z"};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Paths> m_paths;
    std::unique_ptr<DataTrash> m_trash;
};

PENNYWORTH_TEST(DataTrashTest)

#include "tst_datatrash.moc"
