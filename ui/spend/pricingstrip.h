// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>

namespace pennyworth {

/// The prices in one line, where there is no room for the panel; pressed, it opens the panel.
class PricingStrip final : public QAbstractButton {
    Q_OBJECT

public:
    explicit PricingStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Shown from the first to the last part, as many as fit; the last one stands at the right.
    void setParts(const QStringList &parts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QStringList m_parts;
};

} // namespace pennyworth
