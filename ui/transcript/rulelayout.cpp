// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/rulelayout.h"

#include <QPainter>

namespace pennyworth {

qreal RuleLayout::layOut(qreal width)
{
    m_width = width;
    return kHeight;
}

void RuleLayout::draw(QPainter *painter, QPointF at, const TextMarks &, const QRectF &) const
{
    painter->fillRect(
        QRectF(at + QPointF(0, kHeight / 2), QSizeF(m_width, 1)), m_style.palette.hairline);
}

} // namespace pennyworth
