// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"
#include "transcript/codecoloring.h"

#include <QHash>

namespace pennyworth {

/// A code block: a box with the language and a Copy button above lines that are not wrapped and
/// scroll sideways. Only lines that are seen are set, so that length costs nothing, and text
/// appended to it touches its last line only.
class CodeLayout final : public BlockLayout {
public:
    CodeLayout(const QString &code, const QString &info, const TranscriptStyle &style);

    /// The code grew at its end.
    void append(QStringView more);

    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QString info() const { return m_info; } ///< what stands behind the fence

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    [[nodiscard]] qreal firstChange() const override { return m_firstChange; }
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override { return m_code; }
    [[nodiscard]] qreal firstBaseline() const override;
    [[nodiscard]] QRectF buttonRect() const override;
    bool scrollBy(qreal pixels) override;
    bool takeTypesetting() override;
    void finish() { m_coloring.finish(); } ///< the code grows no more

private:
    [[nodiscard]] int lineOf(int position) const;
    [[nodiscard]] int lineAt(qreal y) const;
    [[nodiscard]] int lineLength(int line) const;
    [[nodiscard]] QTextLayout &lineLayout(int line) const;
    [[nodiscard]] qreal codeTop() const;
    [[nodiscard]] qreal visibleWidth() const;
    void noteLines(qsizetype from);
    void drawBox(QPainter *painter, QPointF at) const;
    void drawLine(QPainter *painter, QPointF at, int line, const TextMarks &marks) const;
    void drawRange(
        QPainter *painter, QPointF place, int line, TextRange range, const QColor &color) const;
    void drawGround(QPainter *painter, QPointF at, int line) const;
    void drawScrollMark(QPainter *painter, QPointF at) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> colorsOf(int line) const;

    const TranscriptStyle &m_style;
    QString m_code;
    QString m_info;
    QString m_language;
    std::vector<int> m_lineStarts;
    qreal m_width = 0;
    qreal m_firstChange = 0;
    qreal m_scroll = 0;
    qreal m_widest =
        0; // of the lines so far, by the fixed width of a character where a line is not set
    // Set when first seen; as many as were ever seen since the block came into view.
    mutable QHash<int, std::shared_ptr<QTextLayout>> m_lines;
    mutable CodeColoring m_coloring;
    bool m_isDifference; // its added and removed lines stand on a ground of their own
};

} // namespace pennyworth
