// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/providercatalog.h"
#include "cli/command.h"

namespace pennyworth {

/// `providers`: the services that are known. Asks nobody.
class ProvidersCommand final : public Command {
    Q_OBJECT

public:
    ProvidersCommand(const ProviderCatalog &providers, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    const ProviderCatalog &m_providers;
};

} // namespace pennyworth
