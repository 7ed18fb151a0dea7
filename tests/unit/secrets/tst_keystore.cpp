// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keystore.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QProcess>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Against a real gnome-keyring; run under withkeyring.sh.
class KeyStoreTest : public QObject {
    Q_OBJECT

private slots:
    void aKeyIsKeptTrimmed()
    {
        KeyStore keys(u"pennyworth"_s, 10s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"  sk-first\n"_s)).hasValue());

        KeyStore later(u"pennyworth"_s, 10s);
        QCOMPARE(awaited(later.key(m_provider)), Result<QString>(u"sk-first"_s));
        QCOMPARE(awaited(later.status(m_provider))->place, KeyPlace::Keychain);
    }

    void aSecondKeyReplacesTheFirst()
    {
        KeyStore keys(u"pennyworth"_s, 10s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-first"_s)).hasValue());
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-second"_s)).hasValue());
        QCOMPARE(awaited(keys.key(m_provider)), Result<QString>(u"sk-second"_s));
    }

    void anotherHomeAndAnotherProviderHaveOtherKeys()
    {
        KeyStore keys(u"pennyworth"_s, 10s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-first"_s)).hasValue());

        KeyStore elsewhere(u"pennyworth-0123456789ab"_s, 10s);
        QCOMPARE(awaited(elsewhere.key(m_provider)).error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(awaited(keys.key({.id = u"openai"_s})).error().kind, ErrorKind::KeychainLocked);
    }

    void anEmptyKeyringIsNoCertainAnswerButNoFailureOfStatus()
    {
        KeyStore keys(u"pennyworth-empty"_s, 10s);
        QCOMPARE(awaited(keys.key(m_provider)).error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(awaited(keys.status(m_provider))->place, KeyPlace::None);
        QCOMPARE(awaited(keys.forgetKey(u"deepseek"_s)).error().kind, ErrorKind::KeychainLocked);
    }

    void aForgottenKeyIsCertainlyGone()
    {
        KeyStore keys(u"pennyworth"_s, 10s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-first"_s)).hasValue());
        QVERIFY(awaited(keys.forgetKey(u"deepseek"_s)).hasValue());
        QCOMPARE(awaited(keys.key(m_provider)).error().kind, ErrorKind::NoKey);
        QVERIFY(awaited(keys.forgetKey(u"deepseek"_s)).hasValue());

        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-again"_s)).hasValue());
        QCOMPARE(awaited(keys.key(m_provider)), Result<QString>(u"sk-again"_s));
    }

    void jobsAtOnceAllEnd()
    {
        KeyStore keys(u"pennyworth"_s, 10s);
        const QFuture<Result<Done>> set = keys.setKey(u"deepseek"_s, u"sk-parallel"_s);
        QList<QFuture<Result<QString>>> reads;
        for (int i = 0; i < 8; ++i)
            reads.append(keys.key(m_provider));
        QVERIFY(awaited(set).hasValue());
        for (const QFuture<Result<QString>> &read : reads)
            QVERIFY(awaited(read).hasValue());
        QCOMPARE(awaited(keys.key(m_provider)), Result<QString>(u"sk-parallel"_s));
    }

    void jobsOutliveTheirStore()
    {
        QFuture<Result<QString>> read;
        {
            KeyStore keys(u"pennyworth"_s, 10s);
            read = keys.key(m_provider);
        }
        QVERIFY(read.isFinished());
        QCOMPARE(read.resultCount(), 0);

        KeyStore keys(u"pennyworth"_s, 10s);
        QVERIFY(awaited(keys.key(m_provider)).hasValue());
    }

    // Last, since nobody is there to unlock it again.
    void aLockedKeyringGivesASentenceInTime()
    {
        KeyStore keys(u"pennyworth"_s, 1s);
        QVERIFY(awaited(keys.setKey(u"deepseek"_s, u"sk-first"_s)).hasValue());
        const int locked = QProcess::execute(u"dbus-send"_s,
            {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.secrets"_s,
                u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
        QCOMPARE(locked, 0);

        QElapsedTimer watch;
        watch.start();
        QCOMPARE(awaited(keys.key(m_provider)).error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(awaited(keys.setKey(u"deepseek"_s, u"sk-second"_s)).error().kind,
            ErrorKind::KeychainLocked);
        QCOMPARE(awaited(keys.forgetKey(u"deepseek"_s)).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(watch.elapsed() < 4000);
    }

private:
    Provider m_provider{.id = u"deepseek"_s};
};

PENNYWORTH_TEST(KeyStoreTest)

#include "tst_keystore.moc"
