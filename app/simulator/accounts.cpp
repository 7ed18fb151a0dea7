// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/accounts.h"

#include "pricing/pricebook.h"

#include <QJsonArray>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kProvider = "deepseek"_L1;
/// The key of an account that holds nothing.
constexpr auto kEmptyKey = "sk-empty"_L1;

/// Whole cents, the rest cut off towards minus infinity.
QString twoDecimals(qint64 picos)
{
    constexpr qint64 kCent = 10'000'000'000;
    const qint64 cents = picos / kCent - (picos % kCent < 0 ? 1 : 0);
    const qint64 size = cents < 0 ? -cents : cents;
    return (cents < 0 ? u"-"_s : QString()) + QString::number(size / 100) + u'.'
        + QString::number(size % 100).rightJustified(2, u'0');
}

} // namespace

Accounts::Accounts(const PriceBook &prices, AccountSettings settings, std::function<Instant()> now)
    : m_prices(prices)
    , m_settings(settings)
    , m_now(std::move(now))
{
}

QStringList Accounts::models() const
{
    const Instant now = m_now();
    QStringList ids;
    ids.reserve(4);
    for (const PriceRow &row : m_prices.rows()) {
        const bool inForce =
            row.effectiveFrom <= now && (!row.effectiveTo || now < *row.effectiveTo);
        if (row.provider == kProvider && row.currency == m_settings.toppedUp.currency && inForce
            && !ids.contains(row.model))
            ids.append(row.model);
    }
    return ids;
}

Result<Quote> Accounts::quote(const QString &model) const
{
    return m_prices.quote(kProvider, model, m_now(), m_settings.toppedUp.currency);
}

Accounts::Account Accounts::account(const QString &key) const
{
    if (key == kEmptyKey)
        return {};
    return m_accounts.value(
        key, {.granted = m_settings.granted.picos, .toppedUp = m_settings.toppedUp.picos});
}

bool Accounts::hasMoney(const QString &key) const
{
    const Account holder = account(key);
    return holder.granted > 0 || holder.toppedUp > 0;
}

Money Accounts::charge(const QString &key, const QString &model, const BilledTokens &tokens)
{
    Money taken{.picos = 0, .currency = m_settings.toppedUp.currency};
    const Result<Quote> price = quote(model);
    if (!price)
        return taken; // retired while it answered
    const UnitPrices &unit = price->prices;
    // Products of token counts below 10^7 and prices below 10^9: far from 64 bits.
    taken.picos = tokens.hit * unit.hitOrMiss().micros + tokens.miss * unit.cacheMiss.micros
        + tokens.output * unit.output.micros;

    Account holder = account(key);
    const qint64 fromGranted = std::min(holder.granted, taken.picos);
    holder.granted -= fromGranted;
    holder.toppedUp -= taken.picos - fromGranted;
    m_accounts.insert(key, holder);
    return taken;
}

QJsonObject Accounts::balance(const QString &key) const
{
    const Account holder = account(key);
    const QJsonObject entry{
        {u"currency"_s, m_settings.toppedUp.currency.code()},
        {u"total_balance"_s, twoDecimals(holder.granted + holder.toppedUp)},
        {u"granted_balance"_s, twoDecimals(holder.granted)},
        {u"topped_up_balance"_s, twoDecimals(holder.toppedUp)},
    };
    return {{u"is_available"_s, hasMoney(key)}, {u"balance_infos"_s, QJsonArray{entry}}};
}

} // namespace pennyworth::simulated
