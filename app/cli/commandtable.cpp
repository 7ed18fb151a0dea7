// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandtable.h"

#include "cli/askcommand.h"
#include "cli/balancecommand.h"
#include "cli/costcommand.h"
#include "cli/keycommand.h"
#include "cli/listcommand.h"
#include "cli/modelscommand.h"
#include "cli/pricecommand.h"
#include "cli/providerscommand.h"
#include "cli/showcommand.h"
#include "cli/spendcommand.h"

namespace pennyworth {

namespace {

/// A command that is made from the services alone.
template <class T>
CommandEntry entry()
{
    return {
        &T::syntax, [](OwnedServices &services, const Output &output) -> std::unique_ptr<Command> {
            return std::make_unique<T>(services.services(), output);
        }};
}

} // namespace

QList<CommandEntry> commandTable()
{
    using Made = std::unique_ptr<Command>;
    return {{&AskCommand::syntax,
                [](OwnedServices &services, const Output &output) -> Made {
                    return std::make_unique<AskCommand>(services, output);
                }},
        {&PriceCommand::syntax,
            [](OwnedServices &services, const Output &output) -> Made {
                const Services parts = services.services();
                return std::make_unique<PriceCommand>(parts.prices, parts.clock, output);
            }},
        {&CostCommand::syntax,
            [](OwnedServices &services, const Output &output) -> Made {
                return std::make_unique<CostCommand>(services.services().prices, output);
            }},
        entry<SpendCommand>(), entry<ListCommand>(), entry<ShowCommand>(),
        {&ProvidersCommand::syntax,
            [](OwnedServices &services, const Output &output) -> Made {
                return std::make_unique<ProvidersCommand>(services.providers(), output);
            }},
        {&ModelsCommand::syntax,
            [](OwnedServices &services, const Output &output) -> Made {
                return std::make_unique<ModelsCommand>(services, output);
            }},
        {&BalanceCommand::syntax,
            [](OwnedServices &services, const Output &output) -> Made {
                return std::make_unique<BalanceCommand>(services, output);
            }},
        entry<KeyCommand>()};
}

} // namespace pennyworth
