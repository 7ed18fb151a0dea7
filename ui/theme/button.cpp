// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/button.h"

#include "theme/metrics.h"
#include "theme/paint.h"

#include <QFocusEvent>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kGap = 6;
constexpr int kChevronSize = 14;
constexpr int kSmallGlyph = 16;

QColor mixed(const QColor &base, const QColor &over, float share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()),
        mix(base.blueF(), over.blueF()));
}

} // namespace

Button::Button(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setCursor(Qt::ArrowCursor);
    if (kind == ButtonKind::Primary)
        setFont(theme.font(TextSize::Interface, QFont::DemiBold));
}

void Button::setGlyph(Glyph glyph)
{
    setIcon(themedIcon(m_theme, glyph, tone()));
}

Tone Button::tone() const
{
    switch (m_kind) {
    case ButtonKind::Primary:
        return Tone::OnAccent;
    case ButtonKind::Outlined:
        return Tone::Normal;
    case ButtonKind::Quiet:
        return Tone::Muted;
    }
    Q_UNREACHABLE();
}

int Button::padding() const
{
    return m_kind == ButtonKind::Quiet ? metrics::kHalf : metrics::kGrid + metrics::kHalf;
}

int Button::glyphSize() const
{
    return icon().isNull() ? 0 : kSmallGlyph;
}

QSize Button::sizeHint() const
{
    int width = 2 * padding() + glyphSize() + fontMetrics().horizontalAdvance(text());
    if (glyphSize() > 0 && !text().isEmpty())
        width += kGap;
    if (menu())
        width += kGap + kChevronSize;
    const int height = m_kind == ButtonKind::Quiet
        ? fontMetrics().height() + metrics::kGrid
        : std::max(
            metrics::kControlHeight - metrics::kHalf, fontMetrics().height() + metrics::kGrid);
    return {std::max(width, height), height};
}

void Button::drawBox(QPainter *painter) const
{
    constexpr float kHoverShare = 0.08F;
    constexpr float kDownShare = 0.16F;
    constexpr float kDisabledShare = 0.11F;
    const Palette &colors = m_theme.palette();
    const float share = !isEnabled() ? 0 : isDown() ? kDownShare : underMouse() ? kHoverShare : 0;
    RoundedBox box{.radius = metrics::kControlRadius};
    switch (m_kind) {
    case ButtonKind::Primary:
        box.fill = isEnabled() ? mixed(colors.accent, colors.text, share)
                               : mixed(colors.raised, colors.text, kDisabledShare);
        break;
    case ButtonKind::Outlined:
        box.fill = mixed(colors.raised, colors.text, share);
        box.line = colors.hairline;
        break;
    case ButtonKind::Quiet:
        if (share > 0)
            box.fill = mixed(colors.raised, colors.text, share);
        break;
    }
    drawRoundedBox(painter, QRectF(rect()), box);
    if (hasFocus() && m_focusByKey)
        drawFocusRing(painter, QRectF(rect()), colors);
}

void Button::focusInEvent(QFocusEvent *event)
{
    // A ring around what was just clicked tells nothing.
    m_focusByKey =
        event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason;
    QPushButton::focusInEvent(event);
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter);

    const int textWidth = fontMetrics().horizontalAdvance(text());
    const int gap = glyphSize() > 0 && !text().isEmpty() ? kGap : 0;
    const int tail = menu() ? kGap + kChevronSize : 0;
    const bool startAligned = m_kind == ButtonKind::Primary && width() > sizeHint().width();
    const int content = glyphSize() + gap + textWidth + tail;
    int x = startAligned ? padding() : (width() - content) / 2;
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    if (glyphSize() > 0) {
        icon().paint(&painter, QRect(x, (height() - glyphSize()) / 2, glyphSize(), glyphSize()),
            Qt::AlignCenter, mode);
        x += glyphSize() + gap;
    }
    painter.setPen(m_theme.color(isEnabled() ? tone() : Tone::Muted));
    painter.drawText(QRect(x, 0, textWidth + 1, height()),
        Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, text());
    if (menu()) {
        const QRect chevron(
            x + textWidth + kGap, (height() - kChevronSize) / 2, kChevronSize, kChevronSize);
        themedIcon(m_theme, Glyph::ChevronDown, tone())
            .paint(&painter, chevron, Qt::AlignCenter, mode);
    }
}

} // namespace pennyworth
