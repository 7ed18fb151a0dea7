// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "spend/panelcard.h"
#include "spend/pricefigures.h"

namespace pennyworth {

class TokenBar;

/// What the shown conversation has cost so far, and what for.
class ConversationCard final : public PanelCard {
    Q_OBJECT

public:
    explicit ConversationCard(const Theme &theme, QWidget *parent = nullptr);

    /// Figures that nobody bills are labelled so.
    void show(const ConversationTotals &totals, Billing billing);

private:
    [[nodiscard]] static QString remarkOn(const ConversationTotals &totals, Billing billing);

    FigureLabel *m_cost;
    FigureLabel *m_remark;
    TokenBar *m_tokens;
    FigureLabel *m_hitRate;
    FigureLabel *m_saved;
};

/// "$0.0042", "≈ $0.0042" with an estimate in it, "unknown" where nothing is priced; empty where
/// nothing was billed.
[[nodiscard]] QString totalCostText(const ConversationTotals &totals);

} // namespace pennyworth
