// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/paragraphlayout.h"

#include <QPainter>

namespace pennyworth {

void ParagraphLayout::draw(QPainter *painter, QPointF at, TextRange selected, const QRectF &) const
{
    painter->setPen(m_style.palette.text);
    m_flow.draw(painter, at, selected, m_style.palette);
}

} // namespace pennyworth
