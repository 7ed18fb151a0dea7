// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "store/transaction.h"

namespace pennyworth {

/// Sums over the ledger, read from the rollup inside one transaction. Only settled, billable
/// requests count. Overflow fails the transaction.
class SpendSums final {
public:
    explicit SpendSums(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    ConversationTotals totals(ConversationId conversation);
    /// By group, then currency; the conversations by their number. What is unpriced stands in the
    /// first row of its group, or in a row of its own with an amount of nothing.
    QList<SpendRow> spend(const SpendQuery &query);

private:
    Transaction &m_transaction;
};

} // namespace pennyworth
