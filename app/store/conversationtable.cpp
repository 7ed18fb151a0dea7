// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversationtable.h"

#include "domain/provider.h"
#include "store/storednames.h"

#include <QHash>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QVariantList columns(const GenerationSettings &settings)
{
    return {column(settings.provider), column(settings.model), column(settings.systemPrompt),
        storedName(settings.thinking), storedName(settings.effort),
        column(settings.temperatureHundredths), column(settings.maxTokens),
        column(settings.jsonMode)};
}

GenerationSettings readSettings(Row &row)
{
    GenerationSettings settings;
    settings.provider = row.text();
    settings.model = row.text();
    settings.systemPrompt = row.text();
    settings.thinking = thinkingFrom(row.text());
    settings.effort = effortFrom(row.text());
    if (const std::optional<qint64> hundredths = row.optionalInteger())
        settings.temperatureHundredths = static_cast<int>(*hundredths);
    settings.maxTokens = row.optionalInteger();
    settings.jsonMode = row.boolean();
    return settings;
}

Conversation readConversation(Row &row)
{
    Conversation conversation;
    conversation.id = {row.integer()};
    conversation.title = row.text();
    conversation.created = row.instant();
    conversation.updated = row.instant();
    conversation.currentLeaf = {row.integer()};
    conversation.contextStart = {row.integer()};
    conversation.draft = row.text();
    conversation.settings = readSettings(row);
    return conversation;
}

ConversationSummary readSummary(Row &row)
{
    ConversationSummary summary;
    summary.id = {row.integer()};
    summary.title = row.text();
    summary.created = row.instant();
    summary.updated = row.instant();
    summary.provider = row.text();
    summary.model = row.text();
    summary.pinned = row.boolean();
    summary.unread = row.boolean();
    summary.trashed = row.optionalInstant();
    return summary;
}

// What the rollup knows of one conversation in one currency.
struct Sums {
    ConversationId conversation;
    QString currency; ///< empty: requests without a known cost
    Money amount;
    qint64 billed = 0; ///< settled or open
    qint64 unpriced = 0;
    qint64 estimated = 0;
    qint64 demonstration = 0;
    qint64 otherUnbilled = 0;
};

Sums readSums(Row &row)
{
    Sums sums;
    sums.conversation = {row.integer()};
    sums.currency = row.text();
    sums.amount = {
        .picos = row.integer(), .currency = Currency::fromCode(sums.currency).valueOr(kUsd)};
    sums.billed = row.integer();
    sums.unpriced = row.integer();
    sums.estimated = row.integer();
    sums.demonstration = row.integer();
    sums.otherUnbilled = row.integer();
    return sums;
}

void apply(const QList<Sums> &sums, ConversationSummary &summary)
{
    qint64 billed = 0;
    qint64 demonstration = 0;
    qint64 otherUnbilled = 0;
    for (const Sums &sum : sums) {
        if (!sum.currency.isEmpty() && sum.billed > 0)
            summary.cost.append(sum.amount);
        summary.unpriced += static_cast<int>(sum.unpriced);
        summary.estimated += static_cast<int>(sum.estimated);
        billed += sum.billed;
        demonstration += sum.demonstration;
        otherUnbilled += sum.otherUnbilled;
    }
    summary.demonstration = billed == 0 && otherUnbilled == 0 && demonstration > 0;
    summary.local = billed == 0 && otherUnbilled > 0;
}

} // namespace

Error noSuchConversation(ConversationId id)
{
    return {.kind = ErrorKind::NotFound, .detail = u"there is no conversation %1"_s.arg(id.value)};
}

ConversationId ConversationTable::insert(
    const QString &title, const GenerationSettings &settings, Instant created)
{
    const QVariantList values =
        QVariantList{column(title), column(created), column(created)} + columns(settings);
    return {m_transaction.insert(
        u"INSERT INTO conversation (title, created_ms, updated_ms, provider, model, system_prompt,"
        " thinking, effort, temperature_hundredths, max_tokens, json_mode)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values)};
}

std::optional<Conversation> ConversationTable::find(ConversationId id)
{
    return m_transaction.first(
        u"SELECT id, title, created_ms, updated_ms, current_leaf_id, context_start_id, draft,"
        " provider, model, system_prompt, thinking, effort, temperature_hundredths, max_tokens, "
        "json_mode"
        " FROM conversation WHERE id = ?"_s,
        {id.value}, readConversation);
}

QList<ConversationSummary> ConversationTable::summaries()
{
    return read({}, u"c.trashed_ms IS NULL"_s, u"c.updated_ms DESC, c.id DESC"_s);
}

QList<ConversationSummary> ConversationTable::trash()
{
    return read({}, u"c.trashed_ms IS NOT NULL"_s, u"c.trashed_ms DESC, c.id DESC"_s);
}

std::optional<ConversationSummary> ConversationTable::summary(ConversationId id)
{
    const QList<ConversationSummary> found = read(id, u"c.id = ?"_s, u"c.id"_s);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<ConversationId> ConversationTable::trashedBefore(Instant limit)
{
    QList<ConversationId> ids;
    m_transaction.each(u"SELECT id FROM conversation WHERE trashed_ms < ?"_s, {column(limit)},
        [&ids](Row &row) { ids.append(ConversationId{row.integer()}); });
    return ids;
}

QList<ConversationSummary> ConversationTable::read(
    std::optional<ConversationId> which, const QString &where, const QString &order)
{
    const QVariantList ids = which ? QVariantList{which->value} : QVariantList();
    QHash<ConversationId, QList<Sums>> sums;
    const QString ofRollup = which ? u" WHERE conversation_id = ?"_s : QString();
    const QVariantList demonstrationAndIds =
        QVariantList{QString(kDemonstrationProvider), QString(kDemonstrationProvider)} + ids;
    m_transaction.each(
        u"SELECT conversation_id, currency, sum(amount_picos), sum(requests + open), sum(unpriced),"
        " sum(estimated),"
        " sum(CASE WHEN provider = ? THEN unbilled ELSE 0 END),"
        " sum(CASE WHEN provider <> ? THEN unbilled ELSE 0 END) FROM rollup"_s
            % ofRollup % u" GROUP BY conversation_id, currency"_s,
        demonstrationAndIds, [&sums](Row &row) {
            const Sums found = readSums(row);
            sums[found.conversation].append(found);
        });

    QList<ConversationSummary> summaries;
    m_transaction.each(
        u"SELECT c.id, c.title, c.created_ms, c.updated_ms, m.provider, m.model, c.pinned,"
        " c.unread, c.trashed_ms FROM conversation c"
        " LEFT JOIN message m ON m.id = (SELECT id FROM message WHERE conversation_id = c.id"
        " AND role = 'assistant' ORDER BY id DESC LIMIT 1) WHERE "_s
            % where % u" ORDER BY "_s % order,
        ids, [&](Row &row) {
            summaries.append(readSummary(row));
            apply(sums.value(summaries.last().id), summaries.last());
        });
    return summaries;
}

void ConversationTable::update(
    ConversationId id, const QString &assignments, const QVariantList &values)
{
    const int changed =
        m_transaction.execute(u"UPDATE conversation SET "_s % assignments % u" WHERE id = ?"_s,
            values + QVariantList{id.value});
    if (changed == 0)
        m_transaction.fail(noSuchConversation(id));
}

void ConversationTable::setTitle(ConversationId id, const QString &title)
{
    update(id, u"title = ?"_s, {column(title)});
}

void ConversationTable::setSettings(ConversationId id, const GenerationSettings &settings)
{
    update(id,
        u"provider = ?, model = ?, system_prompt = ?, thinking = ?, effort = ?, "
        u"temperature_hundredths = ?,"
        " max_tokens = ?, json_mode = ?"_s,
        columns(settings));
}

void ConversationTable::setDraft(ConversationId id, const QString &draft)
{
    update(id, u"draft = ?"_s, {column(draft)});
}

void ConversationTable::requireMessage(ConversationId id, MessageId message)
{
    const bool belongs = m_transaction.exists(
        u"SELECT 1 FROM message WHERE id = ? AND conversation_id = ?"_s, {message.value, id.value});
    if (!belongs) {
        m_transaction.fail({.kind = ErrorKind::NotFound,
            .detail =
                u"there is no message %1 in conversation %2"_s.arg(message.value).arg(id.value)});
    }
}

void ConversationTable::setCurrentLeaf(ConversationId id, MessageId leaf)
{
    if (leaf.isValid())
        requireMessage(id, leaf);
    update(id, u"current_leaf_id = ?"_s, {column(leaf)});
}

void ConversationTable::dropMissingLeaf(ConversationId id)
{
    m_transaction.execute(u"UPDATE conversation SET current_leaf_id = NULL WHERE id = ?"
                          " AND current_leaf_id NOT IN (SELECT id FROM message)"_s,
        {id.value});
}

void ConversationTable::setContextStart(ConversationId id, MessageId first)
{
    if (first.isValid())
        requireMessage(id, first);
    update(id, u"context_start_id = ?"_s, {column(first)});
}

QString ConversationTable::newDraft()
{
    return m_transaction
        .first(u"SELECT text FROM new_draft"_s, {}, [](Row &row) { return row.text(); })
        .value_or(QString());
}

void ConversationTable::setNewDraft(const QString &draft)
{
    m_transaction.execute(u"DELETE FROM new_draft"_s, {});
    if (!draft.isEmpty())
        m_transaction.insert(u"INSERT INTO new_draft (id, text) VALUES (1, ?)"_s, {column(draft)});
}

void ConversationTable::setPinned(ConversationId id, bool pinned)
{
    update(id, u"pinned = ?"_s, {column(pinned)});
}

bool ConversationTable::setUnread(ConversationId id, bool unread)
{
    return m_transaction.execute(
               u"UPDATE conversation SET unread = ? WHERE id = ? AND unread <> ?"_s,
               {column(unread), id.value, column(unread)})
        > 0;
}

void ConversationTable::setTrashed(ConversationId id, std::optional<Instant> since)
{
    update(id, u"trashed_ms = ?"_s, {column(since)});
}

void ConversationTable::touch(ConversationId id, Instant at)
{
    update(id, u"updated_ms = max(updated_ms, ?)"_s, {column(at)});
}

void ConversationTable::remove(ConversationId id)
{
    if (m_transaction.execute(u"DELETE FROM conversation WHERE id = ?"_s, {id.value}) == 0)
        m_transaction.fail(noSuchConversation(id));
}

} // namespace pennyworth
