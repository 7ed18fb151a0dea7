// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/paint.h"

#include "theme/metrics.h"

#include <QPainter>
#include <QPen>

namespace pennyworth {

void drawRoundedBox(QPainter *painter, const QRectF &rect, const RoundedBox &box)
{
    constexpr qreal kHalfLine = 0.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    painter->setPen(box.line.isValid() ? QPen(box.line, metrics::kHairline) : QPen(Qt::NoPen));
    const QRectF inner =
        box.line.isValid() ? rect.adjusted(kHalfLine, kHalfLine, -kHalfLine, -kHalfLine) : rect;
    painter->drawRoundedRect(inner, box.radius, box.radius);
    painter->restore();
}

void drawCard(QPainter *painter, const QRectF &rect, const Palette &palette)
{
    drawRoundedBox(painter, rect,
        {.fill = palette.raised, .line = palette.hairline, .radius = metrics::kCardRadius});
}

void drawFocusRing(QPainter *painter, const QRectF &rect, const Palette &palette)
{
    constexpr qreal kWidth = 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(palette.accent, kWidth));
    painter->drawRoundedRect(
        rect.adjusted(1, 1, -1, -1), metrics::kControlRadius, metrics::kControlRadius);
    painter->restore();
}

} // namespace pennyworth
