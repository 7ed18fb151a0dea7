// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/costcommand.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"
#include "pricing/cost.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Result<CostQuery> readQuery(const Arguments &arguments)
{
    const Result<std::optional<Instant>> at = arguments.instant(u"at"_s);
    if (!at)
        return at.error();
    const Result<std::optional<Instant>> until = arguments.instant(u"until"_s);
    if (!until)
        return until.error();
    const Result<Currency> currency = arguments.currency(u"currency"_s);
    if (!currency)
        return currency.error();
    const Instant sent = at->value();
    const Instant completed = until->value_or(sent);
    if (completed < sent)
        return wrongUsage(Tr::tr("--until must not be before --at."));
    CostQuery query{.provider = arguments.value(u"provider"_s, u"deepseek"_s),
        .model = arguments.parameter(0),
        .sent = sent,
        .completed = completed,
        .currency = *currency};
    const std::initializer_list<std::pair<QString, qint64 *>> counts{{u"hit"_s, &query.hitTokens},
        {u"miss"_s, &query.missTokens}, {u"output"_s, &query.outputTokens}};
    for (const auto &[option, count] : counts) {
        const Result<std::optional<qint64>> number = arguments.wholeNumber(option, 0);
        if (!number)
            return number.error();
        *count = number->value();
    }
    return query;
}

QJsonObject costJson(const Cost &cost)
{
    return {{u"amount"_s, cost.amount.toDecimal()}, {u"low"_s, cost.low.toDecimal()},
        {u"high"_s, cost.high.toDecimal()}, {u"currency"_s, cost.amount.currency.code()},
        {u"confidence"_s, confidenceName(cost.confidence)},
        {u"price_rows"_s, QJsonArray::fromStringList(cost.priceRows)}};
}

QString costText(const Cost &cost)
{
    using enum Table::Align;
    Table table({Left, Left});
    const QString code = u' ' + cost.amount.currency.code();
    table.addRow({Tr::tr("cost"), cost.amount.toDecimal() + code});
    if (!cost.isCertain())
        table.addRow({Tr::tr("between"),
            Tr::tr("%1 and %2").arg(cost.low.toDecimal(), cost.high.toDecimal()) + code});
    table.addRow({Tr::tr("confidence"), confidenceName(cost.confidence)});
    for (const QString &row : cost.priceRows)
        table.addRow({Tr::tr("price row"), row});
    return table.toText();
}

} // namespace

CostCommand::CostCommand(const PriceBook &prices, const Output &output)
    : Command(output)
    , m_prices(prices)
{
}

Syntax CostCommand::syntax()
{
    using enum Presence;
    return {.command = u"cost"_s,
        .summary = Tr::tr("what token counts cost at an instant"),
        .parameters = {{u"MODEL"_s,
            Tr::tr("the model's name as sent to the service, also a former one")}},
        .options = {{u"at"_s, u"INSTANT"_s,
                        Tr::tr("when the request was sent, such as 2026-11-23T14:00:00Z"),
                        Required},
            {u"until"_s, u"INSTANT"_s,
                Tr::tr("when its answer was complete; at once where it is left out")},
            {u"hit"_s, u"N"_s, Tr::tr("prompt tokens found in the cache"), Required},
            {u"miss"_s, u"N"_s, Tr::tr("prompt tokens not found in the cache"), Required},
            {u"output"_s, u"N"_s, Tr::tr("tokens of the answer, reasoning included"), Required},
            {u"currency"_s, u"C"_s, Tr::tr("of the price list: USD (where it is left out) or CNY")},
            {u"provider"_s, u"P"_s, Tr::tr("whose price list; deepseek where it is left out")}},
        .details = Tr::tr("The amount is exact, at the prices of the instant of completion; low "
                          "and high are over all "
                          "prices in force between --at and --until. Asks nobody.\n"
                          "Exit status: 0 printed, 1 no price is known, 2 wrong usage.")};
}

void CostCommand::start(const Arguments &arguments)
{
    const Result<CostQuery> query = readQuery(arguments);
    if (!query) {
        fail(query.error());
        return;
    }
    const Result<Cost> cost = costOf(m_prices, *query);
    if (!cost) {
        failLookUp(cost.error());
        return;
    }
    if (output().isJson())
        output().print(costJson(*cost));
    else
        output().print(costText(*cost));
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_costcommand.cpp"
