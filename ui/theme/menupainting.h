// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <QSize>

class QPainter;
class QRect;
class QStyleOptionMenuItem;

namespace pennyworth {

class Theme;

/// An entry of a menu, a line between entries, or the heading of some.
void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem &item, const Theme &theme);

/// What an entry takes whose text, without its key, takes `text`.
[[nodiscard]] QSize menuItemSize(
    const QStyleOptionMenuItem &item, const QSize &text, const Theme &theme);

/// The shape of a menu that fills `rect`.
[[nodiscard]] QRegion menuShape(const QRect &rect);

} // namespace pennyworth
