// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/error.h"
#include "domain/provider.h"
#include "spend/panelcard.h"
#include "spend/pricefigures.h"

#include <optional>

namespace pennyworth {

class Button;

/// What the account of the shown conversation's service holds. Asks for nothing by itself.
class AccountCard final : public PanelCard {
    Q_OBJECT

public:
    explicit AccountCard(const Theme &theme, QWidget *parent = nullptr);

    void show(const Provider &provider, Billing billing, const std::optional<Balance> &balance);
    void showFailure(const Error &error); ///< the last question for the balance failed

signals:
    void refreshRequested();

private:
    FigureLabel *m_balance;
    FigureLabel *m_granted;
    QLabel *m_remark;
    Button *m_refresh;
};

} // namespace pennyworth
