// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"
#include "transcript/codecoloring.h"
#include "transcript/codedisplay.h"
#include "transcript/codeheader.h"
#include "transcript/coderow.h"
#include "transcript/coderows.h"

#include <QHash>

namespace pennyworth {

/// A code block: a box with a header above lines that scroll sideways or are wrapped, numbered on
/// demand. Only rows that are seen are set, and of a long one only what is seen, so that length
/// costs nothing; text appended to it touches its last row only.
class CodeLayout final : public BlockLayout {
public:
    CodeLayout(const QString &code, const QString &info, const TranscriptStyle &style);

    /// The code grew at its end.
    void append(QStringView more);

    [[nodiscard]] const QString &code() const { return m_rows.code(); }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QString info() const { return m_info; } ///< what stands behind the fence

    [[nodiscard]] const CodeDisplay &display() const { return m_display; }
    void setDisplay(const CodeDisplay &display); ///< then it is to be laid out again
    [[nodiscard]] std::vector<codeheader::Control> controls() const;
    [[nodiscard]] bool isInHeader(QPointF point) const;

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    [[nodiscard]] qreal firstChange() const override { return m_firstChange; }
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override { return m_rows.code(); }
    [[nodiscard]] qreal firstBaseline() const override;
    bool scrollBy(qreal pixels) override;
    bool scrollTo(int position) override;
    [[nodiscard]] SidewaysBar sidewaysBar() const override;
    bool takeTypesetting() override;
    void finish() { m_coloring.finish(); } ///< the code grows no more

private:
    [[nodiscard]] int rowAt(qreal y) const;
    [[nodiscard]] CodeRow &rowText(int row) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> colorsOf(TextRange part) const;
    [[nodiscard]] qreal rowTop(int row) const;
    [[nodiscard]] qreal height() const { return rowTop(m_rows.rowCount()) + codeheader::kPadding; }
    [[nodiscard]] qreal gutterWidth() const;
    [[nodiscard]] qreal codeLeft() const { return codeheader::kPadding + gutterWidth(); }
    [[nodiscard]] qreal seenWidth(qreal width) const;
    [[nodiscard]] qreal farthestScroll() const;
    void forgetRowsFarFrom(int first, int last) const;
    void drawBox(QPainter *painter, QPointF at, const QRectF &visible) const;
    void drawGround(QPainter *painter, QPointF at, int row) const;
    void drawNumber(QPainter *painter, QPointF at, int row) const;
    void drawRow(QPainter *painter, QPointF at, int row, const TextMarks &marks) const;
    void drawRange(
        QPainter *painter, QPointF place, int row, TextRange range, const QColor &color) const;

    const TranscriptStyle &m_style;
    QString m_info;
    QString m_language;
    CodeDisplay m_display;
    mutable CodeRows m_rows;
    qreal m_width = 0;
    qreal m_firstChange = 0;
    qreal m_scroll = 0;
    mutable QHash<int, std::shared_ptr<CodeRow>> m_set; // rows seen lately
    mutable CodeColoring m_coloring;
    bool m_isDifference; // its added and removed lines stand on a ground of their own
};

} // namespace pennyworth
