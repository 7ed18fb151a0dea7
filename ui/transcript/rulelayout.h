// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"

namespace pennyworth {

/// A thematic break: a hairline with air around it.
class RuleLayout final : public BlockLayout {
public:
    explicit RuleLayout(const TranscriptStyle &style)
        : m_style(style)
    {
    }

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal) const override { return kHeight; }
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF) const override { return 0; }
    [[nodiscard]] QRectF caretRect(int) const override { return {0, 0, 0, kHeight}; }
    [[nodiscard]] QString text() const override { return {}; }
    [[nodiscard]] qreal firstBaseline() const override { return kHeight; }

private:
    static constexpr qreal kHeight = 9;

    const TranscriptStyle &m_style;
    qreal m_width = 0;
};

} // namespace pennyworth
