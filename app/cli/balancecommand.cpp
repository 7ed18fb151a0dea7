// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/balancecommand.h"

#include "cli/failure.h"
#include "cli/table.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

BalanceCommand::BalanceCommand(OwnedServices &services, const Output &output)
    : Command(output)
    , m_choice(services)
    , m_workspace(services.services())
{
}

Syntax BalanceCommand::syntax()
{
    return {.command = u"balance"_s,
        .summary = Tr::tr("what an account holds"),
        .parameters = {},
        .options = {{u"provider"_s, u"P"_s, Tr::tr("the service; deepseek where it is left out")}},
        .details = Tr::tr(
            "Asks the service. Granted money is spent first.\n"
            "JSON: {provider, available, balances [{currency, total, granted, topped_up}]}.\n"
            "Exit status: 0 printed, 1 the request failed, 2 wrong usage.")};
}

void BalanceCommand::start(const Arguments &arguments)
{
    const Result<Provider> provider = m_choice.choose(arguments, u"deepseek"_s);
    if (!provider) {
        fail(provider.error());
        return;
    }
    if (!provider->hasBalance) {
        fail(wrongUsage(Tr::tr("%1 tells no balance.", "%1: a service").arg(provider->name)));
        return;
    }
    await(m_workspace.fetchBalance(provider->id),
        [this, asked = *provider](const Balance &balance) { print(asked, balance); });
}

void BalanceCommand::print(const Provider &provider, const Balance &balance)
{
    using enum Table::Align;
    QJsonArray balances;
    Table table({Left, Right, Right, Right});
    table.addRow({QString(), Tr::tr("TOTAL"), Tr::tr("GRANTED"), Tr::tr("TOPPED UP")});
    for (const BalanceEntry &entry : balance.entries) {
        balances.append(QJsonObject{{u"currency"_s, entry.total.currency.code()},
            {u"total"_s, entry.total.toDecimal()}, {u"granted"_s, entry.granted.toDecimal()},
            {u"topped_up"_s, entry.toppedUp.toDecimal()}});
        table.addRow({entry.total.currency.code(), moneyText(entry.total), moneyText(entry.granted),
            moneyText(entry.toppedUp)});
    }
    if (output().isJson()) {
        output().print(QJsonObject{{u"provider"_s, provider.id},
            {u"available"_s, balance.available}, {u"balances"_s, balances}});
    } else {
        output().print(table.toText());
        if (!balance.available)
            output().note(Tr::tr("The account cannot pay for requests."));
    }
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_balancecommand.cpp"
