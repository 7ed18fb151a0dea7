// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

class QScrollBar;

namespace pennyworth {

/// Lines on a scroll bar that say where the hits of a search are. A child of the bar, which takes
/// the mouse as before.
class ScrollMarks final : public QWidget {
    Q_OBJECT

public:
    explicit ScrollMarks(QScrollBar *bar);

    void setMarks(std::vector<double> places, const QColor &color); ///< 0: the top, 1: the bottom
    [[nodiscard]] const std::vector<double> &marks() const { return m_places; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_places;
    QColor m_color;
};

} // namespace pennyworth
