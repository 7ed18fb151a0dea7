// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/serviceaccounts.h"

#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ServiceAccountsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_accounts = std::make_unique<ServiceAccounts>(m_room->services());
        m_room->transport.setDocument(u"/models"_s,
            QByteArray(R"({"object":"list","data":[{"id":"a","object":"model"},{"id":"b"}]})"));
        m_room->transport.setDocument(u"/user/balance"_s,
            QByteArray(
                R"({"is_available":true,"balance_infos":[{"currency":"USD","total_balance":"14.31",)"
                R"("granted_balance":"0.00","topped_up_balance":"14.31"}]})"));
    }

    void cleanup()
    {
        m_accounts.reset();
        m_room.reset();
    }

    void aServiceTellsModelsAndBalance()
    {
        const Result<ServiceReport> report = awaited(m_accounts->check(deepseek()));
        QVERIFY(report.hasValue());
        QCOMPARE(report->models.size(), 2);
        QCOMPARE(report->balance->entries.constFirst().total.toDecimal(), u"14.31"_s);
    }

    void aGivenKeyIsUsedInPlaceOfTheKeptOne()
    {
        QVERIFY(awaited(m_accounts->check(deepseek(), u" sk-new\n"_s)).hasValue());
        for (const WireRequest &request : m_room->transport.fetches())
            QVERIFY(request.headers.contains({"Authorization", "Bearer sk-new"}));
    }

    void aServiceThatIsBeingSetUpIsAskedWithItsHeaders()
    {
        const Provider own{.id = u"bench"_s,
            .name = u"Bench"_s,
            .baseUrl = QUrl(u"http://127.0.0.1:9"_s),
            .needsKey = false,
            .extraHeaders = {{"X-Title", "Pennyworth"}}};
        const Result<ServiceReport> report = awaited(m_accounts->check(own));
        QVERIFY(report.hasValue());
        QVERIFY(!report->balance);
        QCOMPARE(m_room->transport.fetches().size(), 1);
        QVERIFY(
            m_room->transport.fetches().constFirst().headers.contains({"X-Title", "Pennyworth"}));
    }

    void aWrongKeyIsSaid()
    {
        m_room->transport.setDocument(
            u"/models"_s, Error{.kind = ErrorKind::WrongKey, .status = 401});
        QCOMPARE(awaited(m_accounts->check(deepseek())).error().kind, ErrorKind::WrongKey);
    }

    void aBalanceKeptBackIsNoError()
    {
        m_room->transport.setDocument(u"/user/balance"_s, Error{.kind = ErrorKind::ServerError});
        const Result<ServiceReport> report = awaited(m_accounts->check(deepseek()));
        QVERIFY(report.hasValue());
        QVERIFY(!report->balance);
    }

    void aKeyOfTheSessionIsUsedUntilItIsForgotten()
    {
        const Provider own{.id = u"bench"_s, .baseUrl = QUrl(u"http://127.0.0.1:9"_s)};
        QCOMPARE(m_accounts->setSessionKey(u"bench"_s, u"two words"_s).error().kind,
            ErrorKind::InvalidValue);
        QVERIFY(m_accounts->setSessionKey(u"bench"_s, u"sk-passing "_s).hasValue());
        QCOMPARE(awaited(m_accounts->keyStatus(own))->place, KeyPlace::Session);
        QVERIFY(awaited(m_accounts->check(own)).hasValue());
        QVERIFY(m_room->transport.fetches().constLast().headers.contains(
            {"Authorization", "Bearer sk-passing"}));
        QVERIFY(awaited(m_accounts->forgetKey(u"bench"_s)).hasValue());
        const Result<KeyStatus> status = awaited(m_accounts->keyStatus(own));
        QVERIFY(!status || status->place == KeyPlace::None);
    }

private:
    [[nodiscard]] Provider deepseek() { return *m_room->providers.find(u"deepseek"_s); }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ServiceAccounts> m_accounts;
};

PENNYWORTH_TEST(ServiceAccountsTest)

#include "tst_serviceaccounts.moc"
