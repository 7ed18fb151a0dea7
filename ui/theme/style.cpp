// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/style.h"

#include "theme/icons.h"
#include "theme/menupainting.h"
#include "theme/metrics.h"
#include "theme/paint.h"
#include "theme/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kScrollBarExtent = 12;
constexpr int kScrollBarInset = 3;
constexpr int kShortestHandle = 32;
constexpr int kIndicator = 16;
constexpr int kItemInset = 6; // of the text of a row, beside the mark of the chosen one
constexpr int kTabLine = 2;
constexpr int kFieldInset = 3; // of the text in a field, beside Fusion's own

} // namespace

Style::Style(const Theme &theme)
    : QProxyStyle(u"fusion"_s)
    , m_theme(theme)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case PE_FrameTabBarBase:
        painter->fillRect(
            option->rect.adjusted(0, option->rect.height() - 1, 0, 0), m_theme.palette().hairline);
        return;
    case PE_FrameMenu: // the panel has its line
        return;
    case PE_PanelLineEdit:
        if (widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
            return; // the box around it is drawn
        drawField(option, painter, metrics::kControlRadius);
        return;
    case PE_Frame: // its content has square corners
        drawField(option, painter, 2);
        return;
    case PE_FrameFocusRect:
        drawFocusRing(painter, QRectF(option->rect), m_theme.palette());
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme.palette().raised);
        drawRoundedBox(painter, QRectF(option->rect),
            {.fill = m_theme.palette().raised,
                .line = m_theme.palette().hairline,
                .radius = metrics::kControlRadius});
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_PanelItemViewItem:
        drawChosenItem(option, painter);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.palette().raised);
        painter->setPen(m_theme.palette().hairline);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    constexpr double kRadius = 4;
    const Palette &colors = m_theme.palette();
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const bool isOn = option->state.testFlag(State_On);
    const QColor mark = isEnabled ? colors.accent : colors.muted;
    drawRoundedBox(painter, QRectF(option->rect),
        {.fill = isOn ? mark : colors.raised,
            .line = isOn ? mark : colors.muted,
            .radius = kRadius});
    if (isOn)
        themedIcon(m_theme, Glyph::Check, Tone::OnAccent).paint(painter, option->rect);
}

void Style::drawChosenItem(const QStyleOption *option, QPainter *painter) const
{
    if (!option->state.testFlag(State_Selected))
        return;
    drawRoundedBox(painter, QRectF(option->rect),
        {.fill = m_theme.palette().accentSoft, .line = {}, .radius = metrics::kControlRadius});
}

void Style::drawField(const QStyleOption *option, QPainter *painter, int radius) const
{
    drawRoundedBox(painter, QRectF(option->rect),
        {.fill = m_theme.palette().raised,
            .line = option->state.testFlag(State_HasFocus) ? m_theme.palette().accent
                                                           : m_theme.palette().hairline,
            .radius = static_cast<double>(radius)});
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, m_theme.palette().hairline);
        return;
    }
    if (element == CE_TabBarTabShape) { // the chosen one is underlined
        QRect line = option->rect;
        line.setTop(line.bottom() - kTabLine + 1);
        if (option->state.testFlag(State_Selected))
            painter->fillRect(line, m_theme.palette().accent);
        return;
    }
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuItem && item) {
        drawMenuItem(painter, *item, m_theme);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        drawComboBox(option, painter, widget);
        return;
    }
    if (control == CC_SpinBox) {
        drawSpinBox(option, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawComboBox(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    constexpr int kChevron = 14;
    drawField(option, painter, metrics::kControlRadius);
    QRect arrow(0, 0, kChevron, kChevron);
    arrow.moveCenter(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget).center());
    themedIcon(m_theme, Glyph::ChevronDown, Tone::Muted).paint(painter, arrow);
}

void Style::drawSpinBox(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    constexpr int kArrow = 10;
    drawField(option, painter, metrics::kControlRadius);
    const std::pair<SubControl, PrimitiveElement> arrows[] = {
        {SC_SpinBoxUp, PE_IndicatorArrowUp}, {SC_SpinBoxDown, PE_IndicatorArrowDown}};
    for (const auto &[part, element] : arrows) {
        QStyleOption arrow = *option;
        arrow.rect = QRect(0, 0, kArrow, kArrow);
        arrow.rect.moveCenter(subControlRect(CC_SpinBox, option, part, widget).center());
        QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
    }
}

void Style::drawScrollBar(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const QRectF thumb = QRectF(handle).adjusted(
        kScrollBarInset, kScrollBarInset, -kScrollBarInset, -kScrollBarInset);
    QColor color = m_theme.palette().muted;
    const bool held =
        bar->activeSubControls.testFlag(SC_ScrollBarSlider) && bar->state.testFlag(State_Sunken);
    color.setAlphaF(held ? 0.8F : bar->state.testFlag(State_MouseOver) ? 0.6F : 0.35F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
        const bool isText = (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
            || (control == CC_SpinBox && subControl == SC_SpinBoxEditField);
        return isText ? rect.adjusted(metrics::kHalf, 0, 0, 0) : rect;
    }

    // No arrows: the handle has the whole length.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64{bar->maximum} - bar->minimum;
    const qint64 page = std::max(bar->pageStep, 1);
    const int handle = std::clamp(static_cast<int>(length * page / (range + page)),
        std::min(kShortestHandle, length), length);
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

QRect Style::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_ItemViewItemText)
        return rect.adjusted(kItemInset, 0, -kItemInset, 0);
    const bool isField = element == SE_LineEditContents && widget
        && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
    return isField ? rect.adjusted(kFieldInset, 0, -kFieldInset, 0) : rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
    const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (type == CT_MenuItem && item)
        return menuItemSize(*item, contents, m_theme);
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ItemViewItem)
        return size + QSize(2 * kItemInset, metrics::kGrid);
    const bool isBox = type == CT_ComboBox; // its text stands further in
    return isBox ? size + QSize(metrics::kGrid, metrics::kHalf) : size;
}

QIcon Style::standardIcon(
    StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return themedIcon(m_theme, Glyph::Close, Tone::Muted);
    return QProxyStyle::standardIcon(icon, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_MenuVMargin:
        return metrics::kHalf;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return kIndicator;
    case PM_SplitterWidth:
        return metrics::kHairline;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return metrics::kIconSize;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Menu_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returnData)) {
            mask->region = menuShape(option->rect);
            return 1;
        }
        return 0;
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_Scrollable:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace pennyworth
