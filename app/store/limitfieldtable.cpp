// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/limitfieldtable.h"

#include "store/storednames.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

void LimitFieldTable::remember(
    const QString &address, const QString &model, MaxTokensField field, Instant at)
{
    m_transaction.execute(
        u"INSERT INTO limit_field (address, model, field, seen_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET field = excluded.field, seen_ms = excluded.seen_ms"_s,
        {column(address), column(model), storedName(field), column(at)});
}

std::optional<MaxTokensField> LimitFieldTable::find(const QString &address, const QString &model)
{
    return m_transaction.first(u"SELECT field FROM limit_field WHERE address = ? AND model = ?"_s,
        {column(address), column(model)}, [](Row &row) { return maxTokensFieldFrom(row.text()); });
}

} // namespace pennyworth
