// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "cli/command.h"

namespace pennyworth {

/// `spend`: sums from the ledger, one row a group and currency.
class SpendCommand final : public Command {
    Q_OBJECT

public:
    SpendCommand(const Services &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    Services m_services;
};

} // namespace pennyworth
