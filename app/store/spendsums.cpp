// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spendsums.h"

#include "domain/provider.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

struct Grouping {
    QString group;
    QString label;
    QString join;
    QString order;
};

Grouping groupingBy(SpendGroup by)
{
    switch (by) {
    case SpendGroup::Day:
        return {u"r.day"_s, u"r.day"_s, {}, u"r.day"_s};
    case SpendGroup::Model:
        return {u"r.model"_s, u"r.model"_s, {}, u"r.model"_s};
    case SpendGroup::Provider:
        return {u"r.provider"_s, u"r.provider"_s, {}, u"r.provider"_s};
    case SpendGroup::Conversation:
        return {u"CAST(r.conversation_id AS TEXT)"_s,
            u"coalesce(c.title, CAST(r.conversation_id AS TEXT))"_s,
            u" LEFT JOIN conversation c ON c.id = r.conversation_id"_s, u"r.conversation_id"_s};
    }
    return {};
}

struct FoundSpend {
    SpendRow row;
    bool priced = false;
};

FoundSpend readSpend(Row &row)
{
    FoundSpend found;
    found.row.group = row.text();
    found.row.label = row.text();
    const QString currency = row.text();
    found.priced = !currency.isEmpty();
    found.row.currency = Currency::fromCode(currency).valueOr(kUsd);
    found.row.amount = {.picos = row.integer(), .currency = found.row.currency};
    found.row.requests = row.integer();
    found.row.estimated = row.integer();
    found.row.unpriced = row.integer();
    found.row.hitTokens = row.integer();
    found.row.missTokens = row.integer();
    found.row.outputTokens = row.integer();
    return found;
}

void addCounts(SpendRow &to, const SpendRow &from)
{
    to.requests += from.requests;
    to.unpriced += from.unpriced;
    to.hitTokens += from.hitTokens;
    to.missTokens += from.missTokens;
    to.outputTokens += from.outputTokens;
}

} // namespace

ConversationTotals SpendSums::totals(ConversationId conversation)
{
    ConversationTotals totals;
    m_transaction.each(u"SELECT currency, sum(amount_picos), sum(saved_picos), sum(requests), "
                       u"sum(unpriced), sum(estimated),"
                       " sum(hit_tokens), sum(miss_tokens), sum(output_tokens), sum(CASE WHEN "
                       "provider = ? THEN unbilled ELSE 0 END)"
                       " FROM rollup WHERE conversation_id = ? GROUP BY currency"_s,
        {QString(kDemonstrationProvider), conversation.value}, [&totals](Row &row) {
            const QString code = row.text();
            const Currency currency = Currency::fromCode(code).valueOr(kUsd);
            const Money cost{row.integer(), currency};
            const Money saved{row.integer(), currency};
            const qint64 requests = row.integer();
            if (!code.isEmpty() && requests > 0) {
                totals.cost.append(cost);
                totals.savedByCache.append(saved);
            }
            totals.requests += requests;
            totals.unpriced += row.integer();
            totals.estimated += row.integer();
            totals.hitTokens += row.integer();
            totals.missTokens += row.integer();
            totals.outputTokens += row.integer();
            totals.demonstrationRequests += row.integer();
        });
    return totals;
}

QList<SpendRow> SpendSums::spend(const SpendQuery &query)
{
    const Grouping by = groupingBy(query.by);
    const QString from = query.from ? query.from->toString(Qt::ISODate) : u"0000-01-01"_s;
    const QString to = query.to ? query.to->toString(Qt::ISODate) : u"9999-12-31"_s;
    // The row without a currency comes last in its group, when the one that takes its counts is
    // there.
    const QString sql =
        u"SELECT %1, %2, r.currency, sum(r.amount_picos), sum(r.requests), sum(r.estimated), "
        u"sum(r.unpriced),"
        " sum(r.hit_tokens), sum(r.miss_tokens), sum(r.output_tokens) FROM rollup r%3"
        " WHERE r.day BETWEEN ? AND ? GROUP BY %4, r.currency HAVING sum(r.requests) > 0"
        " ORDER BY %4, r.currency = '', r.currency"_s.arg(by.group, by.label, by.join, by.order);
    QList<SpendRow> rows;
    qsizetype firstOfGroup = 0;
    m_transaction.each(sql, {from, to}, [&rows, &firstOfGroup](Row &row) {
        const FoundSpend found = readSpend(row);
        if (rows.isEmpty() || rows.last().group != found.row.group)
            firstOfGroup = rows.size();
        if (!found.priced && firstOfGroup < rows.size())
            addCounts(rows[firstOfGroup], found.row);
        else
            rows.append(found.row);
    });
    return rows;
}

} // namespace pennyworth
