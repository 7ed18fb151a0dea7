// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "theme/theme.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace pennyworth {

class FigureLabel;
class Workspace;

/// What the current month has cost so far, from the ledger, in one line; nothing where nothing was
/// billed. Asks again when a conversation changes, at most every second, and when a month begins.
class MonthSpend final : public QWidget {
    Q_OBJECT

public:
    MonthSpend(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    /// When it looks at the clock again by itself: as the month ends, or earlier against suspend
    /// and clock jumps. Empty while it shows nothing.
    [[nodiscard]] std::optional<Instant> nextLook() const { return m_nextLook; }

public slots:
    void look(); ///< at the clock, now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void show(QDate month, const QList<SpendRow> &rows);
    void lookAgain();

    const Theme &m_theme;
    Workspace &m_workspace;
    QTimer m_askSoon;
    QTimer m_lookTimer; // runs while something is shown
    QDate m_shownMonth; // its first day
    std::optional<Instant> m_nextLook;
    FigureLabel *m_month;
    FigureLabel *m_amount;
};

/// The sums of all rows, one a currency, with ≈ where one of them is an estimate and "+ ?" where a
/// cost is unknown; empty where nothing was billed.
[[nodiscard]] QString spendText(const QList<SpendRow> &rows);

} // namespace pennyworth
