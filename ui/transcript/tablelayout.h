// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"

namespace pennyworth {

/// A table: columns as wide as they need, narrowed where the text column ends, hairlines between
/// the rows. Wider than that even with every word on a line of its own, it scrolls sideways.
/// Positions run through the cells row by row.
class TableLayout final : public BlockLayout {
public:
    /// `former`: this table when it was shorter; rows that are the same are taken from it.
    TableLayout(const MarkdownNode &table, const TranscriptStyle &style, TableLayout *former);

    qreal layOut(qreal width) override;
    void draw(
        QPainter *painter, QPointF at, TextRange selected, const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override;
    [[nodiscard]] QString linkAt(QPointF point) const override;
    [[nodiscard]] qreal firstBaseline() const override;
    bool scrollBy(qreal pixels) override;

private:
    struct Cell {
        std::unique_ptr<TextFlow> flow;
        int start = 0; ///< position of its text
        qreal naturalWidth = 0;
        qreal leastWidth = 0;
        QPointF place;
    };
    struct Row {
        MarkdownNode node;
        std::vector<Cell> cells;
        qreal top = 0;
        qreal height = 0;
    };

    void takeRows(TableLayout &former, const MarkdownNode &table);
    void addRow(const MarkdownNode &node, int position);
    void setColumns(qreal width);
    [[nodiscard]] const Cell *cellAt(QPointF point) const;

    const TranscriptStyle &m_style;
    std::vector<Row> m_rows;
    std::vector<qreal> m_columns; // widths
    qreal m_width = -1;
    qreal m_tableWidth = 0;
    qreal m_height = 0;
    qreal m_scroll = 0;
};

} // namespace pennyworth
