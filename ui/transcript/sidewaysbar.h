// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"

#include <QRectF>

class QPainter;

namespace pennyworth {

/// The bar at the lower edge of a block that is wider than the text column: how wide the block is,
/// how much of it is seen and how far it is scrolled, all in pixels. A value.
struct SidewaysBar {
    QRectF track; ///< where it can be pressed; empty where there is nothing to scroll
    qreal content = 0;
    qreal seen = 0;
    qreal scroll = 0;

    [[nodiscard]] bool isNeeded() const { return content > seen && !track.isEmpty(); }
    [[nodiscard]] QRectF handle() const; ///< as high as the track
    /// How far the block is scrolled when the handle begins at that x.
    [[nodiscard]] qreal scrollAt(qreal handleLeft) const;
    [[nodiscard]] SidewaysBar translated(QPointF by) const;
};

/// Thin, but for one that is held or pointed at.
void drawSidewaysBar(QPainter *painter, const SidewaysBar &bar, const Palette &palette, bool isHot);

} // namespace pennyworth
