// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spend/pricefigures.h"
#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

/// The UTC day as a bar: the dearer hours marked, and where in it one is.
class DayBar final : public QWidget {
    Q_OBJECT

public:
    explicit DayBar(const Theme &theme, QWidget *parent = nullptr);

    void setDay(const QList<DaySpan> &day, Instant now);

    /// From 0 at the start of the UTC day to 1 at its end.
    [[nodiscard]] static double partOfDay(Instant at, Instant now);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString tipAt(int x) const;

    const Theme &m_theme;
    QList<DaySpan> m_day;
    Instant m_now{};
};

} // namespace pennyworth
