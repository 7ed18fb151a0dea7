// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/paths.h"
#include "secrets/keystore.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What needs no keychain: with no time given to it, whatever answers has not asked it.
class KeyEnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void init() { qputenv("PENNYWORTH_TEST_KEY", " sk-from-environment\n"); }
    void cleanup() { qunsetenv("PENNYWORTH_TEST_KEY"); }

    void theEnvironmentWinsWithoutTheKeychain()
    {
        const QFuture<Result<QString>> key = m_keys.key(m_provider);
        QVERIFY(key.isFinished());
        QCOMPARE(key.result(), Result<QString>(u"sk-from-environment"_s));

        const QFuture<Result<KeyStatus>> status = m_keys.status(m_provider);
        QVERIFY(status.isFinished());
        QCOMPARE(status.result()->place, KeyPlace::Environment);
        QCOMPARE(status.result()->variable, u"PENNYWORTH_TEST_KEY"_s);
        QCOMPARE(status.result()->provider, u"deepseek"_s);
    }

    void aVariableThatHoldsNoKeyIsSaid()
    {
        qputenv("PENNYWORTH_TEST_KEY", "two words");
        const Result<QString> key = awaited(m_keys.key(m_provider));
        QVERIFY(key.hasError());
        QCOMPARE(key.error().kind, ErrorKind::InvalidValue);
        QVERIFY(!key.error().detail.contains(u"two words"_s));
    }

    void whatNeedsNoKeyAsksNobody()
    {
        Provider local = m_provider;
        local.needsKey = false;
        local.keyVariable.clear();
        const QFuture<Result<QString>> key = m_keys.key(local);
        QVERIFY(key.isFinished());
        QCOMPARE(key.result(), Result<QString>(QString()));
        QCOMPARE(m_keys.status(local).result()->place, KeyPlace::None);
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("nothing") << QString();
        QTest::newRow("white space") << u" \n\t"_s;
        QTest::newRow("a space inside") << u"sk-ab cd"_s;
        QTest::newRow("a line break that would add a header") << u"sk-ab\r\nHost: elsewhere"_s;
        QTest::newRow("a control character") << u"sk-ab\x01"_s + u"cd"_s;
        QTest::newRow("a letter that no header carries") << u"sk-schlüssel"_s;
        QTest::newRow("a whole file") << QString(4097, u'k');
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(QString, key);
        const QFuture<Result<Done>> set = m_keys.setKey(u"deepseek"_s, key);
        QVERIFY(set.isFinished());
        QCOMPARE(set.result().error().kind, ErrorKind::InvalidValue);
    }

    void anotherHomeHasOtherKeys()
    {
        const QString one = Paths(u"/tmp/one"_s).keychainService();
        const QString two = Paths(u"/tmp/two"_s).keychainService();
        QVERIFY(one.startsWith(u"pennyworth-"_s));
        QVERIFY(one != two);
        QCOMPARE(Paths(u"/tmp/one/"_s).keychainService(), one);
    }

    void theProcessIsNotDumpable()
    {
#ifdef Q_OS_LINUX
        makeProcessUndumpable();
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
#else
        QSKIP("only Linux has this switch");
#endif
    }

private:
    KeyStore m_keys{u"pennyworth-test"_s, 0ms};
    Provider m_provider{.id = u"deepseek"_s, .keyVariable = u"PENNYWORTH_TEST_KEY"_s};
};

PENNYWORTH_TEST(KeyEnvironmentTest)

#include "tst_keyenvironment.moc"
