// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "store/transaction.h"

#include <QList>

namespace pennyworth {

/// A process that writes, or wrote, into the database.
struct ProcessRow {
    qint64 id = 0;
    QString token; ///< of its ProcessLock
};

/// The processes inside one transaction.
class ProcessTable final {
public:
    explicit ProcessTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    qint64 insert(const QString &token, Instant started);
    QList<ProcessRow> others(qint64 own);
    void remove(qint64 id);
    /// Whether a live reply or an open request waits for it.
    [[nodiscard]] bool hasUnfinished(qint64 id);

private:
    Transaction &m_transaction;
};

} // namespace pennyworth
