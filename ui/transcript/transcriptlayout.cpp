// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptlayout.h"

#include <algorithm>

namespace pennyworth {

TranscriptLayout::TranscriptLayout(qreal topPadding, qreal bottomPadding)
    : m_topPadding(topPadding)
    , m_bottomPadding(bottomPadding)
    , m_anchor{.row = 0, .offset = -topPadding}
{
}

void TranscriptLayout::insert(int first, const std::vector<qreal> &estimates)
{
    std::vector<Row> rows;
    rows.reserve(estimates.size());
    for (const qreal estimate : estimates)
        rows.push_back({.height = estimate});
    const bool isBeforeAnchor =
        first < m_anchor.row || (first == m_anchor.row && m_anchor.offset > 0);
    m_rows.insert(m_rows.begin() + first, rows.begin(), rows.end());
    if (isBeforeAnchor && count() > int(estimates.size()))
        m_anchor.row += int(estimates.size());
    heightsChangeFrom(first);
}

void TranscriptLayout::remove(int first, int removed)
{
    if (removed == count()) {
        clear();
        return;
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + removed);
    if (m_anchor.row >= first + removed)
        m_anchor.row -= removed;
    else if (m_anchor.row >= first)
        m_anchor = {.row = std::max(0, std::min(first, count() - 1)), .offset = 0};
    heightsChangeFrom(first);
}

void TranscriptLayout::clear()
{
    m_rows.clear();
    m_anchor = {.row = 0, .offset = -m_topPadding};
    m_follows = true;
    heightsChangeFrom(0);
}

void TranscriptLayout::setEstimate(int row, qreal height)
{
    m_rows.at(size_t(row)) = {.height = height, .isExact = false};
    heightsChangeFrom(row + 1);
}

void TranscriptLayout::setExact(int row, qreal height)
{
    m_rows.at(size_t(row)) = {.height = height, .isExact = true};
    heightsChangeFrom(row + 1);
}

void TranscriptLayout::scaleEstimates(qreal factor)
{
    for (Row &row : m_rows)
        row = {.height = row.height * factor, .isExact = false};
    if (m_anchor.offset > 0)
        m_anchor.offset *= factor;
    heightsChangeFrom(0);
}

void TranscriptLayout::heightsChangeFrom(int row)
{
    m_validTops = std::min(m_validTops, row);
}

void TranscriptLayout::validateTops() const
{
    if (m_validTops == count() + 1)
        return;
    m_tops.resize(m_rows.size() + 1);
    qreal y = m_topPadding;
    if (m_validTops > 0)
        y = m_tops[size_t(m_validTops - 1)] + m_rows[size_t(m_validTops - 1)].height;
    for (auto i = size_t(m_validTops); i < m_rows.size(); ++i) {
        m_tops[i] = y;
        y += m_rows[i].height;
    }
    m_tops[m_rows.size()] = y;
    m_validTops = count() + 1;
}

qreal TranscriptLayout::top(int row) const
{
    if (row >= m_validTops)
        validateTops();
    return m_tops[size_t(row)];
}

qreal TranscriptLayout::totalHeight() const
{
    return top(count()) + m_bottomPadding;
}

int TranscriptLayout::rowAt(qreal y) const
{
    if (m_rows.empty())
        return -1;
    validateTops();
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return std::max(0, int(after - m_tops.begin()) - 1);
}

qreal TranscriptLayout::scrollValue() const
{
    return m_rows.empty() ? 0 : top(m_anchor.row) + m_anchor.offset;
}

qreal TranscriptLayout::greatestScrollValue() const
{
    return std::max(0.0, totalHeight() - m_viewHeight);
}

// Returns by how much the end of the part moved.
qreal TranscriptLayout::measureRow(int row, const Part &part, const Measure &measure)
{
    if (isExact(row))
        return 0;
    const Measured measured = measure(row, part);
    m_rows[size_t(row)] = {.height = measured.height, .isExact = measured.isExact};
    heightsChangeFrom(row + 1);
    return measured.moved;
}

void TranscriptLayout::scrollBy(qreal delta, const Measure &measure)
{
    if (m_rows.empty() || delta == 0)
        return;
    using enum Part::Keep;
    qreal &offset = m_anchor.offset;
    if (delta < 0) {
        m_follows = false;
        offset +=
            measureRow(m_anchor.row, {.from = offset + delta, .to = offset, .keep = To}, measure);
    } else {
        measureRow(m_anchor.row, {.from = offset, .to = offset + delta}, measure);
    }
    offset += delta;
    while (offset < 0 && m_anchor.row > 0) {
        const qreal end = height(--m_anchor.row);
        measureRow(m_anchor.row, {.from = end + offset, .to = end, .keep = To}, measure);
        offset += height(m_anchor.row);
    }
    while (m_anchor.row + 1 < count() && offset >= height(m_anchor.row)) {
        offset -= height(m_anchor.row);
        measureRow(++m_anchor.row, {.from = 0, .to = offset}, measure);
    }
    if (m_anchor.row == 0)
        m_anchor.offset = std::max(m_anchor.offset, -m_topPadding);
    settle(measure);
    if (delta > 0 && scrollValue() >= greatestScrollValue() - 1)
        m_follows = true;
}

void TranscriptLayout::scrollTo(qreal value)
{
    if (m_rows.empty())
        return;
    m_follows = value >= greatestScrollValue() - 1;
    m_anchor.row = rowAt(value);
    m_anchor.offset = std::max(value - top(m_anchor.row), -m_topPadding);
}

void TranscriptLayout::scrollToEnd()
{
    m_follows = true;
}

void TranscriptLayout::settle(const Measure &measure)
{
    if (m_rows.empty())
        return;
    m_anchor.row = std::clamp(m_anchor.row, 0, count() - 1);
    if (m_follows || !fillsDownward(measure))
        anchorAtEnd(measure);
}

// Measures from the anchor to the lower edge of the view; false where the rows end before it.
bool TranscriptLayout::fillsDownward(const Measure &measure)
{
    const qreal from = std::max(0.0, m_anchor.offset);
    measureRow(m_anchor.row, {.from = from, .to = from + m_viewHeight}, measure);
    if (m_anchor.offset > height(m_anchor.row) && m_anchor.row + 1 < count())
        m_anchor = {.row = m_anchor.row + 1, .offset = 0};
    qreal y = -m_anchor.offset;
    for (int row = m_anchor.row; row < count(); ++row) {
        if (y >= m_viewHeight)
            return true;
        measureRow(row, {.from = std::max(0.0, -y), .to = m_viewHeight - y}, measure);
        y += height(row);
    }
    return y + m_bottomPadding >= m_viewHeight;
}

void TranscriptLayout::anchorAtEnd(const Measure &measure)
{
    qreal filled = m_bottomPadding;
    for (int row = count() - 1; row >= 0; --row) {
        const qreal end = height(row);
        measureRow(row, {.from = end - (m_viewHeight - filled), .to = end, .keep = Part::Keep::To},
            measure);
        filled += height(row);
        if (filled >= m_viewHeight) {
            m_anchor = {.row = row, .offset = filled - m_viewHeight};
            return;
        }
    }
    // Everything fits, perhaps but for the padding above.
    m_anchor = {.row = 0, .offset = std::min(0.0, std::max(-m_topPadding, filled - m_viewHeight))};
}

} // namespace pennyworth
