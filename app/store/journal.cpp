// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

void Journal::append(
    MessageId reply, qint64 process, Instant at, const QString &text, const QString &reasoning)
{
    m_transaction.execute(
        u"INSERT INTO journal (message_id, process_id, written_ms, text, reasoning)"
        " SELECT id, ?, ?, ?, ? FROM message WHERE id = ?"_s,
        {process, column(at), column(text), column(reasoning), reply.value});
}

JournaledText Journal::read(MessageId reply)
{
    JournaledText journaled;
    m_transaction.each(
        u"SELECT text, reasoning, written_ms FROM journal WHERE message_id = ? ORDER BY id"_s,
        {reply.value}, [&journaled](Row &row) {
            journaled.text += row.text();
            journaled.reasoning += row.text();
            journaled.last = row.instant();
        });
    return journaled;
}

void Journal::clear(MessageId reply)
{
    m_transaction.execute(u"DELETE FROM journal WHERE message_id = ?"_s, {reply.value});
}

} // namespace pennyworth
