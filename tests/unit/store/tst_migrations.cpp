// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/migrations.h"
#include "store/transaction.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// tests/data/store holds one file a released schema version, written by that release's
/// store_fixture: version-001.sqlite is the first. A new migration comes with the file of its own
/// version.
class MigrationsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<Database> open(const QString &name)
    {
        return Database::open(path(name), Database::Use::ReadWrite).value();
    }

    static QStringList schemaOf(Database &database)
    {
        QStringList schema;
        Transaction transaction(database, Transaction::Kind::Read);
        transaction.each(
            u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"_s,
            {}, [&schema](Row &row) {
                schema.append(
                    QStringList{row.text(), row.text(), row.text(), row.text()}.join(u'|'));
            });
        return schema;
    }

    QStringList freshSchema(const Migrations &migrations)
    {
        const auto database = open(u"fresh.sqlite"_s);
        return migrations.apply(*database) ? schemaOf(*database) : QStringList();
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyReleasedFileUpgrades_data()
    {
        QTest::addColumn<QString>("file");
        const QDir fixtures(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/store"));
        const QStringList names = fixtures.entryList({u"version-*.sqlite"_s}, QDir::Files);
        QCOMPARE(names.size(), Migrations::builtIn().version());
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << fixtures.filePath(name);
    }

    void everyReleasedFileUpgrades()
    {
        QFETCH(QString, file);
        QVERIFY(QFile::copy(file, path(u"old.sqlite"_s)));
        QVERIFY(QFile::setPermissions(path(u"old.sqlite"_s), QFile::ReadOwner | QFile::WriteOwner));
        {
            Store store(path(u"old.sqlite"_s));
            QVERIFY(awaited(store.open()).hasValue());
            const QList<Message> messages = awaited(store.messages({1})).value();
            QCOMPARE(messages.size(), 4);
            QCOMPARE(messages.at(0).text, *sampleTurn().prompt);
            QCOMPARE(messages.at(1).text, u"Because of *scattering*."_s);
            QCOMPARE(awaited(store.conversation({1}))->settings, sampleSettings());
            QCOMPARE(*awaited(store.entries({1}))->first().settlement, sampleSettlement({1}));
            QCOMPARE(awaited(store.totals({1}))->cost, QList<Money>({{246000000, kUsd}}));
        }
        QCOMPARE(schemaOf(*open(u"old.sqlite"_s)), freshSchema(Migrations::builtIn()));
    }

    void anUpgradedFileIsLikeAFreshOne()
    {
        const QString first =
            u"-- a comment\n\nCREATE TABLE a (x INTEGER);\n\nCREATE TABLE b (y TEXT);\n"_s;
        const QString second =
            u"ALTER TABLE a ADD COLUMN z TEXT;\n\nCREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n"
            "    DELETE FROM b;\n    DELETE FROM b;\nEND;\n"_s;
        const Migrations old({first});
        const Migrations current({first, second});
        {
            const auto database = open(u"old.sqlite"_s);
            QVERIFY(old.apply(*database).hasValue());
            QVERIFY(current.apply(*database).hasValue());
            QVERIFY(current.apply(*database).hasValue());
            QCOMPARE(database->number(u"PRAGMA user_version"_s).value(), 2);
        }
        QCOMPARE(schemaOf(*open(u"old.sqlite"_s)), freshSchema(current));
    }

    void aMigrationThatFailsChangesNothing()
    {
        const Migrations good({u"CREATE TABLE a (x INTEGER);"_s});
        const Migrations broken({u"CREATE TABLE a (x INTEGER);"_s,
            u"CREATE TABLE b (y);\n\nCREATE TABLE a (again);"_s});
        const auto database = open(u"file.sqlite"_s);
        QVERIFY(good.apply(*database).hasValue());
        const QStringList before = schemaOf(*database);
        QVERIFY(broken.apply(*database).hasError());
        QCOMPARE(schemaOf(*database), before);
        QCOMPARE(database->number(u"PRAGMA user_version"_s).value(), 1);
    }

    void aNewerFileIsRefusedUntouched()
    {
        {
            const auto database = open(u"newer.sqlite"_s);
            QVERIFY(database->run(u"CREATE TABLE from_the_future (x)"_s).hasValue());
            QVERIFY(database->run(u"PRAGMA user_version = 99"_s).hasValue());
        }
        QFile file(path(u"newer.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        {
            Store store(path(u"newer.sqlite"_s));
            const Result<Done> opened = awaited(store.open());
            QVERIFY(opened.hasError());
            QCOMPARE(opened.error().kind, ErrorKind::StoreNewer);
            QVERIFY(opened.error().detail.contains(u"99"_s));
            QCOMPARE(awaited(store.conversations()).error().kind, ErrorKind::StoreNewer);
            QCOMPARE(awaited(store.beginTurn(sampleTurn())).error().kind, ErrorKind::StoreNewer);
        }
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void aDatabaseOfAnotherProgramIsRefused()
    {
        QVERIFY(open(u"other.sqlite"_s)->run(u"CREATE TABLE moz_places (x)"_s).hasValue());
        Store store(path(u"other.sqlite"_s));
        QCOMPARE(awaited(store.open()).error().kind, ErrorKind::StoreDamaged);
    }

    void everyTableAndColumnIsDocumented()
    {
        QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/app/store/SCHEMA.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString documentation = QString::fromUtf8(file.readAll());
        const auto database = open(u"fresh.sqlite"_s);
        QVERIFY(Migrations::builtIn().apply(*database).hasValue());
        Transaction transaction(*database, Transaction::Kind::Read);
        transaction.each(
            u"SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c"
            " WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'"_s,
            {}, [&documentation](Row &row) {
                const QString table = row.text();
                const QString name = row.text();
                const qsizetype section = documentation.indexOf(u"### `%1`"_s.arg(table));
                QVERIFY2(section >= 0, qPrintable(table));
                const qsizetype next = documentation.indexOf(u"\n#"_s, section + 1);
                const QString text = documentation.mid(section, next < 0 ? -1 : next - section);
                QVERIFY2(text.contains(u"`%1`"_s.arg(name)), qPrintable(table + u'.' + name));
            });
    }
};

PENNYWORTH_TEST(MigrationsTest)

#include "tst_migrations.moc"
