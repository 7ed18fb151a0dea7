// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ownedservices.h"
#include "support/awaited.h"
#include "support/quoted.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class OwnedServicesTest : public QObject {
    Q_OBJECT

private slots:
    void touchNothingUntilAsked()
    {
        const QTemporaryDir folder;
        const QString home = folder.filePath(u"home"_s);
        OwnedServices owned(Paths(home), 0ms);
        QVERIFY(!QDir(home).exists());

        const Services services = owned.services();
        QVERIFY(services.providers.find(u"deepseek"_s).hasValue());
        QVERIFY(!services.prices.rows().isEmpty());
        QVERIFY(awaited(services.store.open()).hasValue());
        QVERIFY(QFile::exists(Paths(home).databaseFile()));
    }

    void servicesOfOnesOwnAreKnownFromTheStart()
    {
        const QTemporaryDir folder;
        QFile file(Paths(folder.path()).servicesFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(quoted("{'services':[{'id':'bench','name':'Bench','baseUrl':'http://b/v1'}],"
                          "'defaults':{'bench':{'model':'m'}}}"));
        file.close();
        OwnedServices owned(Paths(folder.path()), 0ms);
        QVERIFY(!owned.bookError());
        QCOMPARE(owned.services().providers.find(u"bench"_s)->name, u"Bench"_s);
        QCOMPARE(owned.services().providers.startingSettings(u"bench"_s).model, u"m"_s);
    }

    void whyTheyAreMissingIsTold()
    {
        const QTemporaryDir folder;
        QFile file(Paths(folder.path()).servicesFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[]");
        file.close();
        OwnedServices owned(Paths(folder.path()), 0ms);
        QCOMPARE(owned.bookError()->kind, ErrorKind::InvalidValue);
        QVERIFY(owned.services().providers.find(u"deepseek"_s).hasValue());
    }

    void aServiceThatIsAddedIsFound()
    {
        const QTemporaryDir folder;
        OwnedServices owned(Paths(folder.path()), 0ms);
        const Services services = owned.services();
        owned.providers().add(owned.providers().demonstration(8080));
        QVERIFY(services.providers.find(u"demo"_s).hasValue());
    }
};

PENNYWORTH_TEST(OwnedServicesTest)

#include "tst_ownedservices.moc"
