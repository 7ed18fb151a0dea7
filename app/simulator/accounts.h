// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"
#include "pricing/quote.h"
#include "simulator/scenario.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace pennyworth {
class PriceBook;
}

namespace pennyworth::simulated {

/// What one request is charged for.
struct BilledTokens {
    qint64 hit = 0;
    qint64 miss = 0;
    qint64 output = 0;
};

/// The service's books: which models are sold at its clock and for how much, and what each API
/// key's account still holds.
class Accounts final {
public:
    /// `prices` must outlive it.
    Accounts(const PriceBook &prices, AccountSettings settings, std::function<Instant()> now);

    /// Ids that the service sells now, without aliases.
    [[nodiscard]] QStringList models() const;
    /// The unit prices now; an error means that there is no such model, or no longer.
    [[nodiscard]] Result<Quote> quote(const QString &model) const;

    /// Whether the key's account can pay for a request.
    [[nodiscard]] bool hasMoney(const QString &key) const;
    /// Takes the price of the tokens at the clock's instant, granted money first, and gives what
    /// was taken.
    Money charge(const QString &key, const QString &model, const BilledTokens &tokens);
    /// The answer of GET /user/balance: two decimals, cut and not rounded.
    [[nodiscard]] QJsonObject balance(const QString &key) const;

    [[nodiscard]] Instant now() const { return m_now(); }

private:
    struct Account {
        qint64 granted = 0; ///< 10^-12 of the currency
        qint64 toppedUp = 0; ///< may fall below zero by the last request
    };
    [[nodiscard]] Account account(const QString &key) const;

    const PriceBook &m_prices;
    AccountSettings m_settings;
    std::function<Instant()> m_now;
    QHash<QString, Account> m_accounts;
};

} // namespace pennyworth::simulated
