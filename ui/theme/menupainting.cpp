// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/menupainting.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "theme/paint.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionMenuItem>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kSide = 12; // from the edge of the menu to its text
constexpr int kInset = 4; // from the edge of the menu to the mark of the chosen entry
constexpr int kGlyph = 16;
constexpr int kGlyphGap = 6;
constexpr int kKeyGap = 28; // between a text and its key
constexpr int kEntryHeight = 28;
constexpr int kLineHeight = 9;

/// Where the text begins: behind what can be ticked, if anything can.
int textLeft(const QStyleOptionMenuItem &item)
{
    const bool hasMarks = item.menuHasCheckableItems || item.maxIconWidth > 0;
    return kSide + (hasMarks ? kGlyph + kGlyphGap - kInset : 0);
}

void drawSeparator(QPainter *painter, const QStyleOptionMenuItem &item, const Theme &theme)
{
    if (item.text.isEmpty()) {
        QRect line = item.rect;
        line.setTop(item.rect.center().y());
        line.setHeight(metrics::kHairline);
        painter->fillRect(line, theme.palette().hairline);
        return;
    }
    painter->setFont(theme.font(TextSize::Caption, QFont::DemiBold));
    painter->setPen(theme.palette().muted);
    painter->drawText(item.rect.adjusted(kSide, kInset, -kSide, 0),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, item.text);
}

void drawMark(QPainter *painter, const QStyleOptionMenuItem &item, const Theme &theme)
{
    QRect place(0, 0, kGlyph, kGlyph);
    place.moveCenter({item.rect.left() + kSide - kInset + kGlyph / 2, item.rect.center().y()});
    if (item.checked)
        themedIcon(theme, Glyph::Check, Tone::Accent).paint(painter, place);
    else if (!item.icon.isNull())
        item.icon.paint(painter, place);
}

} // namespace

void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem &item, const Theme &theme)
{
    painter->save();
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        drawSeparator(painter, item, theme);
        painter->restore();
        return;
    }
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    if (isEnabled && item.state.testFlag(QStyle::State_Selected)) {
        drawRoundedBox(painter, QRectF(item.rect).adjusted(kInset, 0, -kInset, 0),
            {.fill = theme.palette().accentSoft,
                .line = {},
                .radius = metrics::kControlRadius - 1});
    }
    drawMark(painter, item, theme);
    const qsizetype tab = item.text.indexOf(u'\t');
    const QRect text = item.rect.adjusted(textLeft(item), 0, -kSide, 0);
    constexpr int kFlags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter->setFont(item.font);
    painter->setPen(isEnabled ? theme.palette().text : theme.palette().muted);
    painter->drawText(text, kFlags | Qt::AlignLeft, tab < 0 ? item.text : item.text.left(tab));
    painter->setPen(theme.palette().muted);
    if (tab >= 0)
        painter->drawText(text, kFlags | Qt::AlignRight, item.text.mid(tab + 1));
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        QRect arrow(0, 0, kGlyph, kGlyph);
        arrow.moveCenter({item.rect.right() - kSide + kInset / 2, item.rect.center().y()});
        themedIcon(theme, Glyph::ChevronRight, Tone::Muted).paint(painter, arrow);
    }
    painter->restore();
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &text, const Theme &theme)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        if (item.text.isEmpty())
            return {text.width(), kLineHeight};
        const QFontMetrics heading(theme.font(TextSize::Caption, QFont::DemiBold));
        return {heading.horizontalAdvance(item.text) + 2 * kSide, heading.height() + 2 * kInset};
    }
    int width = textLeft(item) + text.width() + kSide;
    if (item.text.contains(u'\t'))
        width += kKeyGap;
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += kGlyph + kGlyphGap;
    return {width, std::max(kEntryHeight, text.height() + metrics::kGrid)};
}

QRegion menuShape(const QRect &rect)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(rect), metrics::kControlRadius, metrics::kControlRadius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace pennyworth
