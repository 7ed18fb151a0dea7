// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/figurelabel.h"

#include "theme/figures.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pennyworth {

FigureLabel::FigureLabel(const Theme &theme, TextSize size, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_size(size)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.font(size));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    update();
}

void FigureLabel::setWeight(QFont::Weight weight)
{
    setFont(m_theme.font(m_size, weight));
}

QSize FigureLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int width = static_cast<int>(std::ceil(figureWidth(font(), text())));
    return {width + margins.left() + margins.right(), minimumSizeHint().height()};
}

QSize FigureLabel::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    return {0, fontMetrics().height() + margins.top() + margins.bottom()};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(m_tone));
    const QRectF space = contentsRect();
    const QFontMetricsF metrics(font());
    QString shown = text();
    qreal width = figureWidth(font(), shown);
    if (width > space.width() + 1) {
        shown = metrics.elidedText(shown, Qt::ElideRight, space.width());
        width = figureWidth(font(), shown);
    }
    const bool rightAligned = alignment().testFlag(Qt::AlignRight);
    const qreal x = rightAligned ? std::max(space.left(), space.right() - width) : space.left();
    const qreal y = space.top() + (space.height() - metrics.height()) / 2 + metrics.ascent();
    drawFigures(&painter, {x, y}, shown);
}

void FigureLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace pennyworth
