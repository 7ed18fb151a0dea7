// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QPolygonF>
#include <QWidget>

namespace pennyworth {

/// How fast a reply came, half second by half second, as a line from the left.
class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(const Theme &theme, QWidget *parent = nullptr);

    void setValues(const QList<double> &values);

    /// The line through `values` in `size`: full width, the highest value at the top, zero at the
    /// bottom. At least eight steps wide, so that a young line grows instead of jumping.
    [[nodiscard]] static QPolygonF line(const QList<double> &values, QSizeF size);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<double> m_values;
};

} // namespace pennyworth
