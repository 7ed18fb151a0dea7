// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/tablelayout.h"

#include "markdown/markdowninlines.h"

#include <QPainter>
#include <QStringTokenizer>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace pennyworth {

namespace {

constexpr qreal kColumnGap = 32;
constexpr qreal kRowPadding = 4;
constexpr qreal kBarHeight = 8; // where it can be pressed
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

qsizetype longestWord(const QString &text)
{
    qsizetype longest = 0;
    for (const QStringView word : QStringView(text).tokenize(u' '))
        longest = std::max(longest, word.size());
    return longest;
}

} // namespace

TableLayout::TableLayout(std::span<const MarkdownNode> rows, Rows kind,
    std::shared_ptr<Shared> shared, const TranscriptStyle &style, TableLayout *former)
    : m_style(style)
    , m_kind(kind)
    , m_shared(std::move(shared))
{
    if (former)
        takeRows(*former, rows);
    int position = 0;
    for (const MarkdownNode &node : rows) {
        const auto row = size_t(&node - rows.data());
        if (row >= m_rows.size())
            addRow(node, position);
        position += int(leafLength(node));
    }
}

void TableLayout::takeRows(TableLayout &former, std::span<const MarkdownNode> rows)
{
    const auto [mine, theirs] = std::ranges::mismatch(rows, former.m_rows, {}, {},
        [](const Row &row) -> const MarkdownNode & { return row.node; });
    m_formerCount = former.m_rows.size();
    std::move(former.m_rows.begin(), theirs, std::back_inserter(m_rows));
    m_taken = m_rows.size();
    m_columns = std::move(former.m_columns);
    m_formerWidth = former.m_width;
    m_wasLast = former.m_isLast;
    former.m_rows.clear();
}

void TableLayout::addRow(const MarkdownNode &node, int position)
{
    Row row{.node = node};
    row.cells.reserve(node.children.size());
    for (const MarkdownNode &cellNode : node.children) {
        InlineText text = inlineText(cellNode.children, m_style, m_style.body, SoftBreaks::Spaces);
        Cell cell{.start = position};
        position += int(text.text.size());
        cell.flow = std::make_unique<TextFlow>(
            std::move(text), m_style.body, m_style.lineHeight, qtAlignment(cellNode.alignment));
        row.cells.push_back(std::move(cell));
    }
    m_rows.push_back(std::move(row));
}

void TableLayout::askRows(std::vector<qreal> &natural, std::vector<qreal> &least)
{
    natural.assign(m_rows.empty() ? 0 : m_rows.front().cells.size(), kLeastColumn);
    least = natural;
    for (Row &row : m_rows) {
        for (size_t i = 0; i < std::min(natural.size(), row.cells.size()); ++i) {
            Cell &cell = row.cells[i];
            if (cell.naturalWidth < 0) {
                cell.naturalWidth = std::ceil(cell.flow->naturalWidth());
                cell.leastWidth = std::min(std::ceil(cell.flow->leastWidth()), kWidestWord);
            }
            natural[i] = std::max(natural[i], cell.naturalWidth);
            least[i] = std::max(least[i], cell.leastWidth);
        }
    }
}

// Every column what it needs; where that is too much, what is left over its longest word is shared
// in proportion.
void TableLayout::setColumns(qreal width)
{
    std::vector<qreal> natural = m_shared->natural;
    std::vector<qreal> least = m_shared->least;
    if (natural.empty())
        askRows(natural, least);
    const size_t count = natural.size();
    const qreal available = width - kColumnGap * qreal(count > 0 ? count - 1 : 0);
    const qreal wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
    const qreal needed = std::accumulate(least.begin(), least.end(), 0.0);
    const qreal share = wanted <= available ? 1
        : available <= needed               ? 0
                                            : (available - needed) / (wanted - needed);
    m_columns.assign(count, 0);
    for (size_t i = 0; i < count; ++i)
        m_columns[i] = std::floor(least[i] + (natural[i] - least[i]) * share);
    m_tableWidth = std::accumulate(m_columns.begin(), m_columns.end(), 0.0)
        + kColumnGap * qreal(count > 0 ? count - 1 : 0);
}

qreal TableLayout::layOut(qreal width)
{
    if (width == m_width)
        return m_height;
    m_width = width;
    const std::vector<qreal> before = m_columns;
    setColumns(width);
    qreal y = 0;
    for (Row &row : m_rows) {
        placeRow(row, y);
        y += row.height;
    }
    m_height = y;
    m_firstChange = changeAfter(before, m_formerWidth);
    scrollBy(0);
    return m_height;
}

void TableLayout::placeRow(Row &row, qreal top)
{
    row.top = top;
    row.height = m_style.lineHeight;
    qreal x = 0;
    for (size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
        Cell &cell = row.cells[i];
        row.height = std::max(row.height, cell.flow->layOut(m_columns[i]));
        cell.place = {x, top + kRowPadding};
        x += m_columns[i] + kColumnGap;
    }
    row.height += 2 * kRowPadding;
}

// Of what was there before, the last row may get a line under it.
qreal TableLayout::changeAfter(const std::vector<qreal> &columnsBefore, qreal widthBefore) const
{
    if (m_taken == 0 || widthBefore != m_width || columnsBefore != m_columns)
        return 0;
    const bool isSame =
        m_taken == m_rows.size() && m_taken == m_formerCount && m_isLast == m_wasLast;
    return isSame ? m_height : m_rows[m_taken - 1].top;
}

qreal TableLayout::estimatedHeight(qreal width) const
{
    qreal lines = 0;
    for (const Row &row : m_rows) {
        qsizetype longest = 0;
        for (const Cell &cell : row.cells)
            longest = std::max(longest, cell.flow->text().size());
        const qreal share = width / qreal(std::max<size_t>(row.cells.size(), 1));
        lines += std::max(1.0, std::ceil(qreal(longest) * m_style.lineHeight / 3 / share));
    }
    return lines * m_style.lineHeight + qreal(m_rows.size()) * 2 * kRowPadding;
}

bool TableLayout::takeTypesetting()
{
    bool isNew = false;
    for (Row &row : m_rows) {
        for (Cell &cell : row.cells) {
            if (!cell.flow->takeFormulas())
                continue;
            cell.naturalWidth = -1;
            isNew = true;
        }
    }
    if (isNew)
        m_width = -1;
    return isNew;
}

QString TableLayout::tipAt(QPointF point) const
{
    const Cell *cell = cellAt(point);
    return cell ? cell->flow->tipAt(point + QPointF(m_shared->scroll, 0) - cell->place) : QString();
}

bool TableLayout::scrollBy(qreal pixels)
{
    qreal &scroll = m_shared->scroll;
    const qreal before = scroll;
    scroll = std::clamp(scroll + pixels, 0.0, std::max(0.0, m_tableWidth - m_width));
    return scroll != before;
}

bool TableLayout::scrollTo(int position)
{
    const QRectF place = caretRect(position);
    if (place.left() < kColumnGap)
        return scrollBy(place.left() - kColumnGap);
    return place.right() > m_width - kColumnGap && scrollBy(place.right() - m_width + kColumnGap);
}

SidewaysBar TableLayout::sidewaysBar() const
{
    if (!m_isLast || m_tableWidth <= m_width)
        return {};
    return {.track = QRectF(0, m_height - kBarHeight, m_width, kBarHeight),
        .content = m_tableWidth,
        .seen = m_width,
        .scroll = m_shared->scroll};
}

void TableLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    const Palette &palette = m_style.palette;
    painter->save();
    painter->setClipRect(QRectF(at, QSizeF(m_width, m_height)), Qt::IntersectClip);
    const QPointF origin = at - QPointF(m_shared->scroll, 0);
    for (const Row &row : m_rows) {
        const bool isHeader = m_kind == Rows::FromHeader && &row == &m_rows.front();
        if (at.y() + row.top > visible.bottom())
            break;
        if (at.y() + row.top + row.height < visible.top())
            continue;
        painter->setPen(isHeader ? palette.muted : palette.text);
        for (size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
            const Cell &cell = row.cells[i];
            const qreal x = origin.x() + cell.place.x();
            if (x <= at.x() + m_width && x + m_columns[i] >= at.x())
                cell.flow->draw(
                    painter, origin + cell.place, marks.from(cell.start), palette, visible);
        }
        const bool isLast = &row == &m_rows.back();
        painter->fillRect(
            QRectF(origin.x(), origin.y() + row.top + row.height - 1, m_tableWidth, isLast ? 0 : 1),
            palette.hairline);
    }
    painter->restore();
    drawSidewaysBar(painter, sidewaysBar().translated(at), palette, false);
}

const TableLayout::Row *TableLayout::rowAt(qreal y) const
{
    const auto after = std::ranges::upper_bound(m_rows, y, {}, &Row::top);
    if (m_rows.empty())
        return nullptr;
    return after == m_rows.begin() ? &*after : &*std::prev(after);
}

const TableLayout::Cell *TableLayout::cellAt(QPointF point) const
{
    const Row *row = rowAt(point.y());
    if (!row || row->cells.empty())
        return nullptr;
    const auto after = std::ranges::upper_bound(row->cells, point.x() + m_shared->scroll, {},
        [](const Cell &cell) { return cell.place.x(); });
    return after == row->cells.begin() ? &*after : &*std::prev(after);
}

int TableLayout::positionAt(QPointF point) const
{
    const Cell *cell = cellAt(point);
    return cell
        ? cell->start + cell->flow->positionAt(point + QPointF(m_shared->scroll, 0) - cell->place)
        : 0;
}

InlineLink TableLayout::linkAt(QPointF point) const
{
    const Cell *cell = cellAt(point);
    return cell ? cell->flow->linkAt(point + QPointF(m_shared->scroll, 0) - cell->place)
                : InlineLink();
}

QRectF TableLayout::caretRect(int position) const
{
    const Cell *found = nullptr;
    for (const Row &row : m_rows) {
        if (row.cells.empty() || row.cells.front().start > position)
            break;
        for (const Cell &cell : row.cells) {
            if (cell.start <= position)
                found = &cell;
        }
    }
    return found ? found->flow->caretRect(position - found->start)
                       .translated(found->place - QPointF(m_shared->scroll, 0))
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

std::vector<int> TableLayout::textStarts() const
{
    std::vector<int> starts;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells)
            starts.push_back(cell.start);
    }
    return starts;
}

qreal TableLayout::firstBaseline() const
{
    if (m_rows.empty() || m_rows.front().cells.empty())
        return kRowPadding;
    return kRowPadding + m_rows.front().cells.front().flow->firstBaseline();
}

TableLayout::Shared estimatedColumns(const MarkdownNode &table, const TranscriptStyle &style)
{
    constexpr qreal kCharacterWidth = 0.36; // of the line height; more than most take
    const qreal character = style.lineHeight * kCharacterWidth;
    TableLayout::Shared needs;
    const size_t count = table.children.empty() ? 0 : table.children.front().children.size();
    needs.natural.assign(count, kLeastColumn);
    needs.least.assign(count, kLeastColumn);
    for (const MarkdownNode &row : table.children) {
        for (size_t i = 0; i < std::min(count, row.children.size()); ++i) {
            const QString text = plainInlines(row.children[i].children);
            needs.natural[i] = std::max(needs.natural[i], qreal(text.size()) * character);
            needs.least[i] = std::max(
                needs.least[i], std::min(qreal(longestWord(text)) * character, kWidestWord));
        }
    }
    return needs;
}

} // namespace pennyworth
