// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/keysetup.h"

#include "chat/workspace.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QDirIterator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

// Registered twice: under a real keyring, where keys are kept, and without one.
class KeySetupTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        qunsetenv("DEEPSEEK_API_KEY");
        m_keys = std::make_unique<KeyStore>(u"pennyworth-test"_s, std::chrono::seconds(5));
        m_workspace = std::make_unique<Workspace>(Services{.store = *m_room->store,
            .keys = *m_keys,
            .transport = m_room->transport,
            .prices = m_room->prices,
            .providers = m_room->providers,
            .clock = m_room->clock});
        m_setup = std::make_unique<KeySetup>(*m_workspace);
        m_room->transport.setDocument(u"/models"_s,
            QByteArray(R"({"object":"list","data":[{"id":"deepseek-flash","object":"model"}]})"));
        m_room->transport.setDocument(u"/user/balance"_s,
            QByteArray(
                R"({"is_available":true,"balance_infos":[{"currency":"USD","total_balance":"14.31",)"
                R"("granted_balance":"0.00","topped_up_balance":"14.31"}]})"));
    }

    void cleanup()
    {
        m_setup.reset();
        m_workspace.reset();
        m_keys.reset();
        m_room.reset();
    }

    void aKeyThatWorksIsKeptInTheKeychainAndNowhereElse()
    {
        if (!hasKeyring())
            QSKIP("runs under a keyring");
        QSignalSpy accepted(m_setup.get(), &KeySetup::accepted);
        m_setup->start(u"deepseek"_s, u"sk-right-0123456789"_s);
        QVERIFY(accepted.wait());
        const auto balance = accepted.constFirst().at(1).value<std::optional<Balance>>();
        QCOMPARE(balance->entries.constFirst().total.toDecimal(), u"14.31"_s);
        QCOMPARE(m_workspace->balance(u"deepseek"_s), balance);
        QCOMPARE(awaited(m_workspace->keyStatus(u"deepseek"_s))->place, KeyPlace::Keychain);
        QVERIFY(!homeHolds("sk-right-0123456789"));
    }

    void aWrongKeyLeavesTheOneBefore()
    {
        if (!hasKeyring())
            QSKIP("runs under a keyring");
        QVERIFY(awaited(m_workspace->setKey(u"deepseek"_s, u"sk-before"_s)).hasValue());
        m_room->transport.setDocument(
            u"/models"_s, Error{.kind = ErrorKind::WrongKey, .status = 401});
        QSignalSpy refused(m_setup.get(), &KeySetup::refused);
        m_setup->start(u"deepseek"_s, u"sk-wrong"_s);
        QVERIFY(refused.wait());
        QCOMPARE(refused.constFirst().constFirst().value<Error>().kind, ErrorKind::WrongKey);
        const Provider deepseek = *m_room->providers.find(u"deepseek"_s);
        QCOMPARE(awaited(m_keys->key(deepseek)), Result<QString>(u"sk-before"_s));
    }

    void withoutAKeychainTheKeyCanBeKeptForTheSession()
    {
        if (hasKeyring())
            QSKIP("runs without a keyring");
        QSignalSpy notKept(m_setup.get(), &KeySetup::notKept);
        QSignalSpy accepted(m_setup.get(), &KeySetup::accepted);
        m_setup->start(u"deepseek"_s, u"sk-passing-0123456789"_s);
        QVERIFY(notKept.wait());
        m_setup->keepForSession();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(awaited(m_workspace->keyStatus(u"deepseek"_s))->place, KeyPlace::Session);
        QVERIFY(!homeHolds("sk-passing-0123456789"));
    }

    void aServiceThatIsNotKnownIsRefused()
    {
        QSignalSpy refused(m_setup.get(), &KeySetup::refused);
        m_setup->start(u"nobody"_s, u"sk-any"_s);
        QCOMPARE(refused.size(), 1);
    }

private:
    /// withkeyring.sh says so.
    static bool hasKeyring() { return qEnvironmentVariable("PENNYWORTH_KEYRING") == u"unlocked"; }

    [[nodiscard]] bool homeHolds(const QByteArray &secret) const
    {
        QDirIterator files(
            m_room->home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<KeyStore> m_keys;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<KeySetup> m_setup;
};

PENNYWORTH_TEST(KeySetupTest)

#include "tst_keysetup.moc"
