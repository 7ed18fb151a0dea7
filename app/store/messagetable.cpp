// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagetable.h"

#include "store/journal.h"
#include "store/storednames.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

std::optional<Error> readError(Row &row)
{
    const QString kind = row.text();
    Error error;
    error.status = row.smallInteger();
    error.charged = chargedFrom(row.text());
    error.detail = row.text();
    if (kind.isEmpty())
        return std::nullopt;
    error.kind = errorKindFrom(kind);
    return error;
}

Message readMessage(Row &row)
{
    Message message;
    message.id = {row.integer()};
    message.conversation = {row.integer()};
    message.parent = {row.integer()};
    message.role = roleFrom(row.text());
    message.status = messageStatusFrom(row.text());
    message.created = row.instant();
    message.provider = row.text();
    message.model = row.text();
    message.finishReason = finishReasonFrom(row.text());
    message.reasoningMs = row.integer();
    message.summarises = {row.integer()};
    message.error = readError(row);
    message.reasoning = row.text();
    message.text = row.text();
    return message;
}

// What update() writes, in its order.
QVariantList changingColumns(const Message &message)
{
    const Error error = message.error.value_or(Error());
    return {storedName(message.status), column(message.provider), column(message.model),
        storedName(message.finishReason), message.reasoningMs,
        message.error ? storedName(error.kind) : u""_s, error.status,
        message.error ? storedName(error.charged) : u""_s, column(error.detail),
        column(message.reasoning), column(message.text)};
}

} // namespace

MessageId MessageTable::insert(const Message &message, qint64 process)
{
    const bool streams = message.status == MessageStatus::Streaming;
    const QVariantList values =
        QVariantList{message.conversation.value, column(message.parent), storedName(message.role),
            column(message.created), streams ? QVariant(process) : QVariant(),
            column(message.summarises)}
        + changingColumns(message);
    return {m_transaction.insert(
        u"INSERT INTO message (conversation_id, parent_id, role, created_ms, process_id,"
        " summarises_id, status, provider, model, finish_reason, reasoning_ms, error_kind,"
        " error_status, error_charged, error_detail, reasoning, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values)};
}

bool MessageTable::update(const Message &message)
{
    const int changed = m_transaction.execute(
        u"UPDATE message SET status = ?, provider = ?, model = ?, finish_reason = ?, reasoning_ms "
        u"= ?, error_kind = ?,"
        " error_status = ?, error_charged = ?, error_detail = ?, reasoning = ?, text = ?,"
        " process_id = CASE WHEN ? THEN process_id END WHERE id = ?"_s,
        changingColumns(message)
            + QVariantList{message.status == MessageStatus::Streaming ? 1 : 0, message.id.value});
    return changed > 0;
}

void MessageTable::setStreaming(MessageId id, qint64 process)
{
    m_transaction.execute(u"UPDATE message SET status = 'streaming', process_id = ?, finish_reason "
                          u"= '', error_kind = '',"
                          " error_status = 0, error_charged = '', error_detail = '' WHERE id = ?"_s,
        {process, id.value});
}

void MessageTable::removeSubtree(MessageId root)
{
    m_transaction.execute(u"WITH RECURSIVE gone (id) AS (SELECT ? UNION SELECT m.id FROM gone"
                          " JOIN message m ON m.parent_id = gone.id)"
                          " DELETE FROM message WHERE id IN (SELECT id FROM gone)"_s,
        {root.value});
}

QList<Message> MessageTable::branchTo(MessageId leaf)
{
    return read(u"WHERE id IN (WITH RECURSIVE branch (id) AS (SELECT ?"
                " UNION SELECT m.parent_id FROM branch JOIN message m ON m.id = branch.id"
                " WHERE m.parent_id IS NOT NULL) SELECT id FROM branch) ORDER BY id"_s,
        {leaf.value});
}

std::optional<Message> MessageTable::find(MessageId id)
{
    const QList<Message> found = read(u"WHERE id = ?"_s, {id.value});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<Message> MessageTable::all(ConversationId conversation)
{
    return read(u"WHERE conversation_id = ? ORDER BY id"_s, {conversation.value});
}

QList<Message> MessageTable::latest(ConversationId conversation, int count)
{
    // A parent is always older than its children, so that the order of the branch is the order of
    // the ids.
    return read(u"WHERE id IN (WITH RECURSIVE branch (id) AS ("
                " SELECT current_leaf_id FROM conversation WHERE id = ?"
                " UNION ALL SELECT m.parent_id FROM branch JOIN message m ON m.id = branch.id "
                "WHERE m.parent_id IS NOT NULL"
                " LIMIT ?) SELECT id FROM branch) ORDER BY id"_s,
        {conversation.value, count});
}

QList<Message> MessageTable::streamingOf(qint64 process)
{
    return read(u"WHERE status = 'streaming' AND process_id = ? ORDER BY id"_s, {process});
}

QList<Message> MessageTable::read(const QString &tail, const QVariantList &values)
{
    QList<Message> messages;
    m_transaction.each(
        u"SELECT id, conversation_id, parent_id, role, status, created_ms, provider, model, "
        u"finish_reason,"
        " reasoning_ms, summarises_id, error_kind, error_status, error_charged, error_detail, reasoning, text FROM message "_s
            % tail,
        values, [&messages](Row &row) { messages.append(readMessage(row)); });
    Journal journal(m_transaction);
    for (Message &message : messages) {
        if (message.status != MessageStatus::Streaming)
            continue;
        const JournaledText journaled = journal.read(message.id);
        message.text += journaled.text;
        message.reasoning += journaled.reasoning;
    }
    return messages;
}

} // namespace pennyworth
