// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/paragraphlayout.h"

#include <QPainter>

#include <cmath>

namespace pennyworth {

ParagraphLayout::ParagraphLayout(
    InlineText text, const QFont &font, qreal lineHeight, const TranscriptStyle &style)
    : m_flow(std::move(text), font, lineHeight)
    , m_lineHeight(lineHeight)
    , m_style(style)
{
}

qreal ParagraphLayout::estimatedHeight(qreal width) const
{
    constexpr qreal kCharacterWidth = 0.31; // of the line height, in running prose
    const qreal length = qreal(m_flow.text().size()) * m_lineHeight * kCharacterWidth;
    return std::max(1.0, std::ceil(length / width)) * m_lineHeight;
}

void ParagraphLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    painter->setPen(m_style.palette.text);
    m_flow.draw(painter, at, marks, m_style.palette, visible);
}

} // namespace pennyworth
