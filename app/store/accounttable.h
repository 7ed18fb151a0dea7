// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/money.h"
#include "store/transaction.h"

#include <QHash>
#include <QString>

#include <optional>

namespace pennyworth {

/// What accounts are billed in, inside one transaction. An account is a provider and the mark of a
/// key, since two keys may belong to two accounts.
class AccountTable final {
public:
    explicit AccountTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    void remember(const QString &provider, const QString &keyMark, Currency currency, Instant at);
    std::optional<Currency> currency(const QString &provider, const QString &keyMark);
    QHash<QString, Currency> latest(); ///< of the account seen last, by provider

private:
    Transaction &m_transaction;
};

} // namespace pennyworth
