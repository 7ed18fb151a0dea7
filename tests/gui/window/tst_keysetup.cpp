// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keysetup.h"

#include "chat/workspace.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Runs on a session bus with an unlocked keyring of its own.
class KeySetupTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        qunsetenv("DEEPSEEK_API_KEY");
        m_workspace = std::make_unique<Workspace>(Services{.store = *m_room->store,
            .keys = m_keys,
            .transport = m_room->transport,
            .prices = m_room->prices,
            .providers = m_room->providers,
            .clock = m_room->clock});
        m_setup = std::make_unique<KeySetup>(*m_workspace);
    }

    void cleanup()
    {
        m_setup.reset();
        m_workspace.reset();
        m_room.reset();
    }

    void aKeyThatWorksIsKept()
    {
        m_room->transport.setDocument(u"/models"_s,
            QByteArray(R"({"object":"list","data":[{"id":"deepseek-flash","object":"model"}]})"));
        m_room->transport.setDocument(u"/user/balance"_s,
            QByteArray(
                R"({"is_available":true,"balance_infos":[{"currency":"USD","total_balance":"14.31",)"
                R"("granted_balance":"0.00","topped_up_balance":"14.31"}]})"));
        QSignalSpy accepted(m_setup.get(), &KeySetup::accepted);
        m_setup->start(u"deepseek"_s, u"sk-right"_s);
        QTRY_COMPARE(accepted.size(), 1);
        const auto balance = accepted.first().at(1).value<std::optional<Balance>>();
        QCOMPARE(balance->entries.first().total.toDecimal(), u"14.31"_s);
        QCOMPARE(awaited(m_workspace->keyStatus(u"deepseek"_s))->place, KeyPlace::Keychain);
        for (const WireRequest &request : m_room->transport.fetches())
            QVERIFY(request.headers.contains({"Authorization", "Bearer sk-right"}));
    }

    void aKeyThatIsRefusedIsForgotten()
    {
        m_room->transport.setDocument(
            u"/models"_s, Error{.kind = ErrorKind::WrongKey, .status = 401});
        QSignalSpy refused(m_setup.get(), &KeySetup::refused);
        m_setup->start(u"deepseek"_s, u"sk-wrong"_s);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().value<Error>().kind, ErrorKind::WrongKey);
        const Result<KeyStatus> status = awaited(m_workspace->keyStatus(u"deepseek"_s));
        QVERIFY(!status || status->place == KeyPlace::None);
    }

private:
    KeyStore m_keys{u"pennyworth-test"_s, std::chrono::seconds(5)};
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<KeySetup> m_setup;
};

PENNYWORTH_TEST(KeySetupTest)

#include "tst_keysetup.moc"
