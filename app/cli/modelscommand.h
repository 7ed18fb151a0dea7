// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/workspace.h"
#include "cli/command.h"
#include "cli/servicechoice.h"

namespace pennyworth {

/// `models`: what a service offers. Asks it where a key is known, otherwise says what is known
/// without asking.
class ModelsCommand final : public Command {
    Q_OBJECT

public:
    ModelsCommand(OwnedServices &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    enum class Asked { No, Yes };
    void print(const QList<Model> &models, Asked asked);

    ServiceChoice m_choice;
    Workspace m_workspace;
};

} // namespace pennyworth
