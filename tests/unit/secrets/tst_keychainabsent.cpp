// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keystore.h"
#include "support/awaited.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Where there is no Secret Service; run under withkeyring.sh.
class KeychainAbsentTest : public QObject {
    Q_OBJECT

private slots:
    void everyCallSaysSoInTime()
    {
        KeyStore keys(u"pennyworth"_s, 2s);
        const Provider provider{.id = u"deepseek"_s};
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(awaited(keys.key(provider)).error().kind, ErrorKind::KeychainUnavailable);
        QCOMPARE(awaited(keys.setKey(u"deepseek"_s, u"sk-key"_s)).error().kind,
            ErrorKind::KeychainUnavailable);
        QCOMPARE(
            awaited(keys.forgetKey(u"deepseek"_s)).error().kind, ErrorKind::KeychainUnavailable);
        QCOMPARE(awaited(keys.status(provider)).error().kind, ErrorKind::KeychainUnavailable);
        QVERIFY(watch.elapsed() < 8000);
    }

    void nothingIsWrittenToAFileInstead()
    {
        QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        KeyStore keys(u"pennyworth"_s, 2s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-key"_s)).hasError());
        QVERIFY(QDir(home.path()).isEmpty());
    }
};

PENNYWORTH_TEST(KeychainAbsentTest)

#include "tst_keychainabsent.moc"
