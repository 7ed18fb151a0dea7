// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"

#include <span>

namespace pennyworth {

/// A table, or some rows of a large one: columns as wide as they need, narrowed where the text
/// column ends, hairlines between the rows. Wider than that even with every word on a line of its
/// own, it scrolls sideways. Positions run through the cells row by row.
class TableLayout final : public BlockLayout {
public:
    /// What the parts of one table share.
    struct Shared {
        std::vector<qreal> natural; ///< what each column needs; empty: the rows are asked
        std::vector<qreal> least; ///< with every word on a line of its own
        qreal scroll = 0;
    };
    enum class Rows { FromHeader, Further };

    /// `former`: this part when it was shorter; rows that are the same are taken from it.
    TableLayout(std::span<const MarkdownNode> rows, Rows kind, std::shared_ptr<Shared> shared,
        const TranscriptStyle &style, TableLayout *former);

    [[nodiscard]] const std::shared_ptr<Shared> &shared() const { return m_shared; }
    void setLast() { m_isLast = true; } ///< the table ends with these rows

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    [[nodiscard]] qreal firstChange() const override { return m_firstChange; }
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override;
    [[nodiscard]] std::vector<int> textStarts() const override;
    [[nodiscard]] InlineLink linkAt(QPointF point) const override;
    [[nodiscard]] qreal firstBaseline() const override;
    bool scrollBy(qreal pixels) override;
    bool scrollTo(int position) override;
    [[nodiscard]] SidewaysBar sidewaysBar() const override; ///< at the end of the table
    bool takeTypesetting() override;
    [[nodiscard]] QString tipAt(QPointF point) const override;

private:
    struct Cell {
        std::unique_ptr<TextFlow> flow;
        int start = 0; ///< position of its text
        qreal naturalWidth = -1; ///< not measured
        qreal leastWidth = 0;
        QPointF place;
    };
    struct Row {
        MarkdownNode node;
        std::vector<Cell> cells;
        qreal top = 0;
        qreal height = 0;
    };

    void takeRows(TableLayout &former, std::span<const MarkdownNode> rows);
    void addRow(const MarkdownNode &node, int position);
    void setColumns(qreal width);
    void askRows(std::vector<qreal> &natural, std::vector<qreal> &least);
    void placeRow(Row &row, qreal top);
    [[nodiscard]] qreal changeAfter(
        const std::vector<qreal> &columnsBefore, qreal widthBefore) const;
    [[nodiscard]] const Row *rowAt(qreal y) const;
    [[nodiscard]] const Cell *cellAt(QPointF point) const;

    const TranscriptStyle &m_style;
    Rows m_kind;
    bool m_isLast = false;
    bool m_wasLast = false; // before it grew
    std::shared_ptr<Shared> m_shared;
    std::vector<Row> m_rows;
    size_t m_taken = 0; // of m_rows, from the former table
    size_t m_formerCount = 0;
    std::vector<qreal> m_columns; // widths
    qreal m_width = -1;
    qreal m_formerWidth = -1;
    qreal m_tableWidth = 0;
    qreal m_height = 0;
    qreal m_firstChange = 0;
};

/// What the columns of a table need, judged by the lengths of its texts: for one that is too large
/// to be set to find out.
[[nodiscard]] TableLayout::Shared estimatedColumns(
    const MarkdownNode &table, const TranscriptStyle &style);

} // namespace pennyworth
