// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/ownedservices.h"
#include "cli/command.h"

#include <memory>

namespace pennyworth {

/// A command that exists: what it takes and how one run of it is made.
struct CommandEntry {
    Syntax (*syntax)();
    std::unique_ptr<Command> (*make)(OwnedServices &services, const Output &output);
};

/// All commands, in the order of the overview.
[[nodiscard]] QList<CommandEntry> commandTable();

} // namespace pennyworth
