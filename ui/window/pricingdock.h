// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

/// Where the pricing panel stands: beside the conversation, or over it in a window that has no room
/// beside. Over it, a click elsewhere or Escape puts it back.
class PricingDock final : public QWidget {
    Q_OBJECT

public:
    /// Takes the panel. `window` is what it stands over.
    PricingDock(const Theme &theme, QWidget *panel, QWidget &window);

    void toggleOver();
    void closeOver();
    [[nodiscard]] bool isOver() const;

signals:
    void closed(); ///< it stood over the window and does no more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Veil;

    void openOver();
    void place();

    QWidget *m_panel;
    QWidget &m_window;
    Veil *m_veil;
};

} // namespace pennyworth
