// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/sidewaysbar.h"

#include "theme/paint.h"

#include <algorithm>

namespace pennyworth {

namespace {

constexpr qreal kShortest = 24; // of the handle
constexpr qreal kThickness = 3;
constexpr qreal kHotThickness = 6;
constexpr float kRestingStrength = 0.55F;

} // namespace

QRectF SidewaysBar::handle() const
{
    const qreal width = std::clamp(
        track.width() * seen / content, std::min(kShortest, track.width()), track.width());
    const qreal farthest = content - seen;
    const qreal share = farthest > 0 ? std::clamp(scroll / farthest, 0.0, 1.0) : 0;
    return {track.left() + share * (track.width() - width), track.top(), width, track.height()};
}

qreal SidewaysBar::scrollAt(qreal handleLeft) const
{
    const qreal room = track.width() - handle().width();
    return room > 0 ? (handleLeft - track.left()) / room * (content - seen) : 0;
}

SidewaysBar SidewaysBar::translated(QPointF by) const
{
    SidewaysBar moved = *this;
    moved.track.translate(by);
    return moved;
}

void drawSidewaysBar(QPainter *painter, const SidewaysBar &bar, const Palette &palette, bool isHot)
{
    if (!bar.isNeeded())
        return;
    const qreal thickness = isHot ? kHotThickness : kThickness;
    QRectF shown = bar.handle();
    shown.setTop(shown.center().y() - thickness / 2);
    shown.setHeight(thickness);
    QColor color = palette.muted;
    if (!isHot)
        color.setAlphaF(kRestingStrength);
    drawRoundedBox(painter, shown, {.fill = color, .line = QColor(), .radius = thickness / 2});
}

} // namespace pennyworth
