// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/card.h"

#include "theme/metrics.h"
#include "theme/paint.h"

#include <QPainter>

namespace pennyworth {

Card::Card(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
}

void Card::setMarked(bool marked)
{
    if (m_marked == marked)
        return;
    m_marked = marked;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawRoundedBox(&painter, QRectF(rect()),
        {.fill = m_theme.palette().raised,
            .line = m_marked ? m_theme.palette().accent : m_theme.palette().hairline,
            .radius = metrics::kCardRadius});
}

} // namespace pennyworth
