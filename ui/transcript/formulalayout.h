// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"
#include "transcript/formulapicture.h"

namespace pennyworth {

/// A formula on a line of its own: centred, or scrolled sideways where it is wider than the text.
/// Selected as a whole. Its source where it is not set.
class FormulaLayout final : public BlockLayout {
public:
    /// `text` is the source and, where one follows, the break behind it.
    FormulaLayout(const QString &source, const QString &text, const TranscriptStyle &style);

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override { return m_text; }
    [[nodiscard]] qreal firstBaseline() const override;
    bool scrollBy(qreal pixels) override;
    [[nodiscard]] SidewaysBar sidewaysBar() const override;
    bool takeTypesetting() override;
    [[nodiscard]] QString tipAt(QPointF point) const override;
    [[nodiscard]] bool isSet() const { return m_picture.isSet(); }

private:
    [[nodiscard]] QRectF pictureRect() const;

    const TranscriptStyle &m_style;
    QString m_text;
    FormulaPicture m_picture;
    TextFlow m_source;
    qreal m_width = 0;
    qreal m_scroll = 0;
};

} // namespace pennyworth
