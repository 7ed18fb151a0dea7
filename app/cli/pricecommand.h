// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "environment/clock.h"
#include "pricing/pricebook.h"

namespace pennyworth {

/// `price MODEL`: the unit prices of a model at an instant, and why. Asks nobody.
class PriceCommand final : public Command {
    Q_OBJECT

public:
    PriceCommand(const PriceBook &prices, const Clock &clock, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    const PriceBook &m_prices;
    const Clock &m_clock;
};

} // namespace pennyworth
