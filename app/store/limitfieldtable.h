// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/provider.h"
#include "store/transaction.h"

#include <QString>

#include <optional>

namespace pennyworth {

/// How services call the limit on an answer's length, inside one transaction; by address, since
/// services that are named by it alone share an id.
class LimitFieldTable final {
public:
    explicit LimitFieldTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    void remember(const QString &address, const QString &model, MaxTokensField field, Instant at);
    std::optional<MaxTokensField> find(const QString &address, const QString &model);

private:
    Transaction &m_transaction;
};

} // namespace pennyworth
