// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kHeight = 32;
constexpr qreal kLineWidth = 1.5;
constexpr qsizetype kFewestSteps = 8;

} // namespace

Sparkline::Sparkline(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double> &values)
{
    if (m_values == values)
        return;
    m_values = values;
    update();
}

QPolygonF Sparkline::line(const QList<double> &values, QSizeF size)
{
    QPolygonF points;
    if (values.isEmpty())
        return points;
    const double highest = std::max(*std::ranges::max_element(values), 1.0);
    const double step =
        size.width() / static_cast<double>(std::max(values.size() - 1, kFewestSteps));
    points.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        points +=
            QPointF(step * static_cast<double>(i), size.height() * (1 - values.at(i) / highest));
    return points;
}

QSize Sparkline::sizeHint() const
{
    return {0, kHeight};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_theme.palette().accent, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(kLineWidth, kLineWidth);
    painter.drawPolyline(line(m_values, QSizeF(size()) - QSizeF(2 * kLineWidth, 2 * kLineWidth)));
}

} // namespace pennyworth
