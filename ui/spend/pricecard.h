// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spend/panelcard.h"
#include "spend/pricefigures.h"

namespace pennyworth {

class Button;
class DayBar;
class PriceTable;

/// The price in force for the chosen model, when it changes next, and the day around it.
class PriceCard final : public PanelCard {
    Q_OBJECT

public:
    explicit PriceCard(const Theme &theme, QWidget *parent = nullptr);

    void setPriceable(bool isPriceable); ///< whether the user can say whose prices apply
    void show(const PriceFigures &figures);

signals:
    void pricesRequested(); ///< to be set

private:
    void showQuote(const PriceFigures &figures);

    PriceTable *m_prices;
    QLabel *m_explanation;
    DayBar *m_day;
    Button *m_set;
    bool m_isPriceable = false;
};

} // namespace pennyworth
