// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/spendcommand.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Result<SpendQuery> readQuery(const Arguments &arguments)
{
    using enum SpendGroup;
    const Result<std::optional<QDate>> from = arguments.date(u"from"_s);
    if (!from)
        return from.error();
    const Result<std::optional<QDate>> to = arguments.date(u"to"_s);
    if (!to)
        return to.error();
    if (from->has_value() && to->has_value() && to->value() < from->value())
        return wrongUsage(Tr::tr("--to must not be before --from."));
    const QList<SpendGroup> groups{Day, Model, Provider, Conversation};
    const Result<std::optional<qsizetype>> by =
        arguments.oneOf(u"by"_s, {u"day"_s, u"model"_s, u"provider"_s, u"conversation"_s});
    if (!by)
        return by.error();
    if (arguments.contains(u"csv"_s) && arguments.contains(u"json"_s))
        return wrongUsage(Tr::tr("--csv and --json exclude each other."));
    return SpendQuery{.from = *from, .to = *to, .by = groups.at(by->value_or(0))};
}

/// Requests without a known cost stand in a row without a currency.
bool isPriced(const SpendRow &row)
{
    return row.unpriced < row.requests;
}

QJsonObject rowJson(const SpendRow &row)
{
    return {{u"group"_s, row.group}, {u"label"_s, row.label},
        {u"currency"_s, isPriced(row) ? QJsonValue(row.currency.code()) : QJsonValue()},
        {u"amount"_s, isPriced(row) ? QJsonValue(row.amount.toDecimal()) : QJsonValue()},
        {u"requests"_s, row.requests}, {u"estimated"_s, row.estimated},
        {u"unpriced"_s, row.unpriced}, {u"cache_hit"_s, row.hitTokens},
        {u"cache_miss"_s, row.missTokens}, {u"completion"_s, row.outputTokens}};
}

// RFC 4180.
QString quoted(QString field)
{
    const bool isPlain =
        std::ranges::none_of(field, [](QChar c) { return u",\"\r\n"_s.contains(c); });
    return isPlain ? field : QString(u'"' + field.replace(u'"', u"\"\""_s) + u'"');
}

QString csvText(const QList<SpendRow> &rows)
{
    QString text =
        u"group,label,currency,amount,requests,estimated,unpriced,cache_hit,cache_miss,completion\r\n"_s;
    for (const SpendRow &row : rows) {
        const QStringList fields{quoted(row.group), quoted(row.label),
            isPriced(row) ? row.currency.code() : QString(),
            isPriced(row) ? row.amount.toDecimal() : QString(), QString::number(row.requests),
            QString::number(row.estimated), QString::number(row.unpriced),
            QString::number(row.hitTokens), QString::number(row.missTokens),
            QString::number(row.outputTokens)};
        text += fields.join(u',') + u"\r\n"_s;
    }
    return text;
}

QString amountText(const SpendRow &row)
{
    if (!isPriced(row))
        return Tr::tr("unknown", "a cost");
    const QString text = moneyText(row.amount);
    return row.estimated > 0 ? QString(u'≈' + text) : text;
}

QString tableText(const QList<SpendRow> &rows)
{
    using enum Table::Align;
    Table table({Left, Right, Right, Right, Right, Right, Right});
    table.addRow({QString(), Tr::tr("COST"), Tr::tr("REQUESTS"), Tr::tr("UNPRICED"),
        Tr::tr("CACHED"), Tr::tr("INPUT"), Tr::tr("OUTPUT")});
    for (const SpendRow &row : rows)
        table.addRow({row.label, amountText(row), groupedText(row.requests),
            groupedText(row.unpriced), groupedText(row.hitTokens), groupedText(row.missTokens),
            groupedText(row.outputTokens)});
    return table.toText();
}

} // namespace

SpendCommand::SpendCommand(const Services &services, const Output &output)
    : Command(output)
    , m_services(services)
{
}

Syntax SpendCommand::syntax()
{
    return {.command = u"spend"_s,
        .summary = Tr::tr("what was spent, from the ledger"),
        .parameters = {},
        .options = {{u"from"_s, u"D"_s, Tr::tr("the first day, such as 2026-11-01")},
            {u"to"_s, u"D"_s, Tr::tr("the last day, included")},
            {u"by"_s, u"day|model|provider|conversation"_s,
                Tr::tr("what makes a row; day where it is left out")},
            {u"csv"_s, {}, Tr::tr("print comma-separated values")}},
        .details = Tr::tr("One row for each group and currency; currencies are never added. A day "
                          "is the local day on "
                          "which the request was sent. Deleted conversations stay in the sums, the "
                          "demonstration is in none.\n"
                          "JSON: an array of {group, label, currency, amount, requests, estimated, "
                          "unpriced, cache_hit, "
                          "cache_miss, completion}; the same columns with --csv.\n"
                          "Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.")};
}

void SpendCommand::start(const Arguments &arguments)
{
    const Result<SpendQuery> query = readQuery(arguments);
    if (!query) {
        fail(query.error());
        return;
    }
    const bool wantsCsv = arguments.contains(u"csv"_s);
    const auto print = [this, wantsCsv](const QList<SpendRow> &rows) {
        QJsonArray json;
        for (const SpendRow &row : rows)
            json.append(rowJson(row));
        if (output().isJson())
            output().print(json);
        else if (wantsCsv)
            output().print(csvText(rows));
        else if (rows.isEmpty())
            output().note(Tr::tr("Nothing was spent in that time."));
        else
            output().print(tableText(rows));
        finish(ExitStatus::Done);
    };
    await(m_services.store.open(),
        [this, query, print](Done) { await(m_services.store.spend(*query), print); });
}

} // namespace pennyworth

#include "moc_spendcommand.cpp"
