// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "samples.h"
#include "support/awaited.h"
#include "support/fakeclock.h"
#include "support/testregistry.h"

#include <QTemporaryDir>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What accounts are billed in.
class AccountsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store =
            std::make_unique<Store>(m_folder->filePath(u"pennyworth.sqlite"_s), m_prices, m_clock);
        QVERIFY(awaited(m_store->open()).hasValue());
    }

    void cleanup() { m_store.reset(); }

    void anAccountNobodyHasSeenIsUnknown()
    {
        QVERIFY(!*awaited(m_store->currency(u"deepseek"_s, u"a"_s)));
        QVERIFY(awaited(m_store->currencies())->isEmpty());
    }

    void twoKeysOfOneServiceMayBeTwoAccounts()
    {
        remember(u"deepseek"_s, u"a"_s, kCny);
        remember(u"deepseek"_s, u"b"_s, kUsd);
        remember(u"openrouter"_s, u"a"_s, kUsd);
        QCOMPARE(*awaited(m_store->currency(u"deepseek"_s, u"a"_s)), std::optional(kCny));
        QCOMPARE(*awaited(m_store->currency(u"deepseek"_s, u"b"_s)), std::optional(kUsd));
        QVERIFY(!*awaited(m_store->currency(u"openrouter"_s, u"b"_s)));
    }

    void theLatestWordCounts()
    {
        remember(u"deepseek"_s, u"a"_s, kUsd);
        remember(u"deepseek"_s, u"a"_s, kCny);
        QCOMPARE(*awaited(m_store->currency(u"deepseek"_s, u"a"_s)), std::optional(kCny));
    }

    void ofAServiceTheAccountSeenLastIsMeant()
    {
        remember(u"deepseek"_s, u"a"_s, kCny);
        remember(u"deepseek"_s, u"b"_s, kUsd);
        QCOMPARE(awaited(m_store->currencies())->value(u"deepseek"_s, kCny), kUsd);
        remember(u"deepseek"_s, u"a"_s, kCny);
        QCOMPARE(awaited(m_store->currencies())->value(u"deepseek"_s, kUsd), kCny);
    }

private:
    void remember(const QString &provider, const QString &mark, Currency currency)
    {
        m_clock.advance(1s);
        QVERIFY(awaited(m_store->rememberCurrency(provider, mark, currency)).hasValue());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const PriceBook m_prices = PriceBook::builtIn().value();
    FakeClock m_clock{launchDay()};
    std::unique_ptr<Store> m_store;
};

PENNYWORTH_TEST(AccountsTest)

#include "tst_accounts.moc"
