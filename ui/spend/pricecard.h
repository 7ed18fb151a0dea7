// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spend/panelcard.h"
#include "spend/pricefigures.h"

namespace pennyworth {

class DayBar;
class PriceTable;

/// The price in force for the chosen model, when it changes next, and the day around it.
class PriceCard final : public PanelCard {
    Q_OBJECT

public:
    explicit PriceCard(const Theme &theme, QWidget *parent = nullptr);

    void show(const PriceFigures &figures);

private:
    void showQuote(const PriceFigures &figures);

    PriceTable *m_prices;
    QLabel *m_explanation;
    DayBar *m_day;
};

} // namespace pennyworth
