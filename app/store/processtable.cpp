// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/processtable.h"

#include <QCoreApplication>

namespace pennyworth {

using namespace Qt::StringLiterals;

qint64 ProcessTable::insert(const QString &token, Instant started)
{
    return m_transaction.insert(u"INSERT INTO process (token, pid, started_ms) VALUES (?, ?, ?)"_s,
        {token, QCoreApplication::applicationPid(), column(started)});
}

QList<ProcessRow> ProcessTable::others(qint64 own)
{
    QList<ProcessRow> processes;
    m_transaction.each(u"SELECT id, token FROM process WHERE id <> ? ORDER BY id"_s, {own},
        [&processes](Row &row) {
            const qint64 id = row.integer();
            processes.append({.id = id, .token = row.text()});
        });
    return processes;
}

void ProcessTable::remove(qint64 id)
{
    m_transaction.execute(u"DELETE FROM process WHERE id = ?"_s, {id});
}

bool ProcessTable::hasUnfinished(qint64 id)
{
    return m_transaction.exists(
        u"SELECT 1 WHERE EXISTS (SELECT 1 FROM message WHERE status = 'streaming' AND process_id = "
        u"?)"
        " OR EXISTS (SELECT 1 FROM request r WHERE r.process_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.request_id = r.id))"_s,
        {id, id});
}

} // namespace pennyworth
