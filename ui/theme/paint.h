// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace pennyworth {

/// A box with round corners; a colour that is not valid is not painted.
struct RoundedBox {
    QColor fill;
    QColor line;
    double radius = 0;
};

void drawRoundedBox(QPainter *painter, const QRectF &rect, const RoundedBox &box);

/// The ground of a card, or of what floats over the window as one.
void drawCard(QPainter *painter, const QRectF &rect, const Palette &palette);

/// The mark of keyboard focus around a control.
void drawFocusRing(QPainter *painter, const QRectF &rect, const Palette &palette);

} // namespace pennyworth
