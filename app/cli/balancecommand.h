// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/workspace.h"
#include "cli/command.h"
#include "cli/servicechoice.h"

namespace pennyworth {

/// `balance`: what an account holds, asked of its service.
class BalanceCommand final : public Command {
    Q_OBJECT

public:
    BalanceCommand(OwnedServices &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    void print(const Provider &provider, const Balance &balance);

    ServiceChoice m_choice;
    Workspace m_workspace;
};

} // namespace pennyworth
