// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"

namespace pennyworth {

/// Running text: a paragraph, a heading, raw HTML shown as text.
class ParagraphLayout final : public BlockLayout {
public:
    ParagraphLayout(
        InlineText text, const QFont &font, qreal lineHeight, const TranscriptStyle &style);

    void continueFrom(ParagraphLayout &former) { m_flow.continueFrom(former.m_flow); }

    qreal layOut(qreal width) override { return m_flow.layOut(width); }
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    [[nodiscard]] qreal firstChange() const override { return m_flow.firstChange(); }
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override { return m_flow.positionAt(point); }
    [[nodiscard]] QRectF caretRect(int position) const override
    {
        return m_flow.caretRect(position);
    }
    [[nodiscard]] QString text() const override { return m_flow.text(); }
    [[nodiscard]] InlineLink linkAt(QPointF point) const override { return m_flow.linkAt(point); }
    [[nodiscard]] qreal firstBaseline() const override { return m_flow.firstBaseline(); }
    bool takeTypesetting() override { return m_flow.takeFormulas(); }
    [[nodiscard]] QString tipAt(QPointF point) const override { return m_flow.tipAt(point); }

private:
    TextFlow m_flow;
    qreal m_lineHeight;
    const TranscriptStyle &m_style;
};

} // namespace pennyworth
