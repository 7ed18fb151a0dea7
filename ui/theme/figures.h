// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QStringView>

class QPainter;

namespace pennyworth {

// Text in which every digit takes the width of the widest one, so that a number that ticks does not
// wobble. Qt 6.4 has no font features to ask for tabular figures.

[[nodiscard]] qreal figureWidth(const QFont &font, QStringView text);

/// Draws from `baseline` to the right in the painter's pen and font.
void drawFigures(QPainter *painter, QPointF baseline, QStringView text);

} // namespace pennyworth
