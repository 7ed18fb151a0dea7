// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/tablelayout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace pennyworth {

namespace {

constexpr qreal kColumnGap = 32;
constexpr qreal kRowPadding = 4;
constexpr qreal kLeastColumn = 24;
constexpr qreal kWidestWord = 240; // a longer one is broken

Qt::Alignment qtAlignment(ColumnAlignment alignment)
{
    switch (alignment) {
    case ColumnAlignment::Default:
    case ColumnAlignment::Left:
        return Qt::AlignLeft;
    case ColumnAlignment::Center:
        return Qt::AlignHCenter;
    case ColumnAlignment::Right:
        return Qt::AlignRight;
    }
    Q_UNREACHABLE();
}

} // namespace

TableLayout::TableLayout(
    const MarkdownNode &table, const TranscriptStyle &style, TableLayout *former)
    : m_style(style)
{
    if (former)
        takeRows(*former, table);
    int position = 0;
    for (const MarkdownNode &node : table.children) {
        const auto row = size_t(&node - table.children.data());
        if (row >= m_rows.size())
            addRow(node, position);
        position += int(leafLength(node));
    }
}

void TableLayout::takeRows(TableLayout &former, const MarkdownNode &table)
{
    const auto [mine, theirs] = std::ranges::mismatch(table.children, former.m_rows, {}, {},
        [](const Row &row) -> const MarkdownNode & { return row.node; });
    std::move(former.m_rows.begin(), theirs, std::back_inserter(m_rows));
    former.m_rows.clear();
}

void TableLayout::addRow(const MarkdownNode &node, int position)
{
    Row row{.node = node};
    for (const MarkdownNode &cellNode : node.children) {
        InlineText text = inlineText(cellNode.children, m_style, m_style.body, SoftBreaks::Spaces);
        Cell cell{.start = position};
        position += int(text.text.size());
        cell.flow = std::make_unique<TextFlow>(
            std::move(text), m_style.body, m_style.lineHeight, qtAlignment(cellNode.alignment));
        cell.naturalWidth = std::ceil(cell.flow->naturalWidth());
        cell.leastWidth = std::min(std::ceil(cell.flow->leastWidth()), kWidestWord);
        row.cells.push_back(std::move(cell));
    }
    m_rows.push_back(std::move(row));
}

// Every column what it needs; where that is too much, what is left over its longest word is shared
// in proportion.
void TableLayout::setColumns(qreal width)
{
    const size_t count = m_rows.empty() ? 0 : m_rows.front().cells.size();
    std::vector<qreal> natural(count, kLeastColumn);
    std::vector<qreal> least(count, kLeastColumn);
    for (const Row &row : m_rows) {
        for (size_t i = 0; i < std::min(count, row.cells.size()); ++i) {
            natural[i] = std::max(natural[i], row.cells[i].naturalWidth);
            least[i] = std::max(least[i], row.cells[i].leastWidth);
        }
    }
    const qreal available = width - kColumnGap * qreal(count > 0 ? count - 1 : 0);
    const qreal wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
    const qreal needed = std::accumulate(least.begin(), least.end(), 0.0);
    const qreal share = wanted <= available ? 1
        : available <= needed               ? 0
                                            : (available - needed) / (wanted - needed);
    m_columns.assign(count, 0);
    for (size_t i = 0; i < count; ++i)
        m_columns[i] = std::floor(least[i] + (natural[i] - least[i]) * share);
}

qreal TableLayout::layOut(qreal width)
{
    if (width == m_width)
        return m_height;
    m_width = width;
    setColumns(width);
    qreal y = 0;
    for (Row &row : m_rows) {
        row.top = y;
        row.height = m_style.lineHeight;
        qreal x = 0;
        for (size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
            Cell &cell = row.cells[i];
            row.height = std::max(row.height, cell.flow->layOut(m_columns[i]));
            cell.place = {x, y + kRowPadding};
            x += m_columns[i] + kColumnGap;
        }
        m_tableWidth = std::max(0.0, x - kColumnGap);
        row.height += 2 * kRowPadding;
        y += row.height;
    }
    m_height = y;
    scrollBy(0);
    return m_height;
}

bool TableLayout::scrollBy(qreal pixels)
{
    const qreal before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0.0, std::max(0.0, m_tableWidth - m_width));
    return m_scroll != before;
}

void TableLayout::draw(
    QPainter *painter, QPointF at, TextRange selected, const QRectF &visible) const
{
    const Palette &palette = m_style.palette;
    painter->save();
    painter->setClipRect(QRectF(at, QSizeF(m_width, m_height)), Qt::IntersectClip);
    for (const Row &row : m_rows) {
        const bool isHeader = &row == &m_rows.front();
        const QPointF origin = at - QPointF(m_scroll, 0);
        if (at.y() + row.top > visible.bottom() || at.y() + row.top + row.height < visible.top())
            continue;
        painter->setPen(isHeader ? palette.muted : palette.text);
        for (const Cell &cell : row.cells) {
            const TextRange part{selected.from - cell.start, selected.to - cell.start};
            cell.flow->draw(painter, origin + cell.place, part, palette);
        }
        if (&row != &m_rows.back())
            painter->fillRect(
                QRectF(origin.x(), origin.y() + row.top + row.height - 1, m_tableWidth, 1),
                palette.hairline);
    }
    painter->restore();
}

const TableLayout::Cell *TableLayout::cellAt(QPointF point) const
{
    const qreal x = point.x() + m_scroll;
    const Cell *found = nullptr;
    for (const Row &row : m_rows) {
        if (found && point.y() < row.top)
            break;
        for (const Cell &cell : row.cells) {
            if (!found || x >= cell.place.x() || &cell == &row.cells.front())
                found = &cell;
        }
    }
    return found;
}

int TableLayout::positionAt(QPointF point) const
{
    const Cell *cell = cellAt(point);
    return cell ? cell->start + cell->flow->positionAt(point + QPointF(m_scroll, 0) - cell->place)
                : 0;
}

QString TableLayout::linkAt(QPointF point) const
{
    const Cell *cell = cellAt(point);
    return cell ? cell->flow->linkAt(point + QPointF(m_scroll, 0) - cell->place) : QString();
}

QRectF TableLayout::caretRect(int position) const
{
    const Cell *found = nullptr;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells) {
            if (cell.start <= position)
                found = &cell;
        }
    }
    return found ? found->flow->caretRect(position - found->start)
                       .translated(found->place - QPointF(m_scroll, 0))
                 : QRectF();
}

QString TableLayout::text() const
{
    QString text;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells)
            text += cell.flow->text();
    }
    return text;
}

qreal TableLayout::firstBaseline() const
{
    return m_rows.empty() ? 0 : kRowPadding + m_rows.front().cells.front().flow->firstBaseline();
}

} // namespace pennyworth
