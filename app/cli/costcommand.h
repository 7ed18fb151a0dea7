// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "pricing/pricebook.h"

namespace pennyworth {

/// `cost MODEL`: what given token counts cost at an instant or over a stretch of time. Asks nobody.
class CostCommand final : public Command {
    Q_OBJECT

public:
    CostCommand(const PriceBook &prices, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    const PriceBook &m_prices;
};

} // namespace pennyworth
