// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "theme/theme.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

namespace pennyworth {

class FigureLabel;
class Workspace;

/// What the current month has cost so far, from the ledger, in one line; nothing where nothing was
/// billed. Asks again when a conversation changes, at most every second.
class MonthSpend final : public QWidget {
    Q_OBJECT

public:
    MonthSpend(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void show(QDate month, const QList<SpendRow> &rows);

    const Theme &m_theme;
    Workspace &m_workspace;
    QTimer m_askSoon;
    FigureLabel *m_month;
    FigureLabel *m_amount;
};

/// The sums of all rows, one a currency, with ≈ where one of them is an estimate and "+ ?" where a
/// cost is unknown; empty where nothing was billed.
[[nodiscard]] QString spendText(const QList<SpendRow> &rows);

} // namespace pennyworth
