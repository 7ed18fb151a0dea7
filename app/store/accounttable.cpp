// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accounttable.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

void AccountTable::remember(
    const QString &provider, const QString &keyMark, Currency currency, Instant at)
{
    m_transaction.execute(
        u"INSERT INTO account (provider, key_mark, currency, seen_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET currency = excluded.currency, seen_ms = excluded.seen_ms"_s,
        {column(provider), column(keyMark), currency.code(), column(at)});
}

std::optional<Currency> AccountTable::currency(const QString &provider, const QString &keyMark)
{
    const auto code =
        m_transaction.first(u"SELECT currency FROM account WHERE provider = ? AND key_mark = ?"_s,
            {column(provider), column(keyMark)}, [](Row &row) { return row.text(); });
    const Result<Currency> currency = Currency::fromCode(code.value_or(QString()));
    return currency ? std::optional(*currency) : std::nullopt;
}

QHash<QString, Currency> AccountTable::latest()
{
    QHash<QString, Currency> currencies;
    m_transaction.each(
        u"SELECT provider, currency FROM account ORDER BY seen_ms"_s, {}, [&currencies](Row &row) {
            const QString provider = row.text();
            const Result<Currency> currency = Currency::fromCode(row.text());
            if (currency)
                currencies.insert(provider, *currency);
        });
    return currencies;
}

} // namespace pennyworth
