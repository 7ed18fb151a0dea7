// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textcolumn.h"

#include "theme/metrics.h"
#include "theme/paint.h"
#include "transcript/codelayout.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr qreal kBarWidth = 3;
constexpr qreal kMarkerGap = 8;
constexpr qreal kTaskBox = 13;

} // namespace

TextColumn::TextColumn(const TranscriptStyle &style, SoftBreaks softBreaks)
    : m_style(style)
    , m_softBreaks(softBreaks)
{
}

void TextColumn::setText(const QString &text)
{
    m_source = MarkdownBlocks();
    m_source.append(text);
    m_source.finish();
    m_taken = text.size();
    rebuildFrom(0);
}

std::optional<qreal> TextColumn::grow(const QString &text)
{
    const MarkdownBlocks::Change change = m_source.append(QStringView(text).mid(m_taken));
    m_taken = text.size();
    if (change.first >= qsizetype(m_source.blocks().size())
        && (m_blocks.empty() || m_blocks.back().block < change.first))
        return std::nullopt;
    const bool isLast = !m_blocks.empty() && m_blocks.back().block == change.first;
    if (change.isGrownCode && isLast && m_blocks.back().kind == MarkdownKind::CodeBlock)
        return growCode();
    if (!isLast) {
        rebuildFrom(change.first);
        return topOfChange();
    }
    PlacedBlock old = std::move(m_blocks.back());
    m_blocks.pop_back();
    const size_t index = m_blocks.size();
    rebuildFrom(change.first, &old);
    const bool isSameBlock = index < m_blocks.size() && m_firstDirty >= index
        && m_blocks[index].kind == MarkdownKind::Paragraph && old.kind == MarkdownKind::Paragraph;
    return isSameBlock ? old.top + firstDifference(old, m_blocks[index]) : topOfChange();
}

qreal TextColumn::growCode()
{
    PlacedBlock &block = m_blocks.back();
    auto &code = static_cast<CodeLayout &>(*block.layout);
    const QString &grown = m_source.blocks().back().node.text;
    const qreal top = block.top + code.caretRect(int(code.code().size())).top();
    code.append(QStringView(grown).mid(code.code().size()));
    block.length = int(grown.size());
    m_firstDirty = std::min(m_firstDirty, m_blocks.size() - 1);
    return top;
}

// The caret may have stood in the last line of the block before.
qreal TextColumn::topOfChange() const
{
    if (m_firstDirty == 0)
        return 0;
    const PlacedBlock &before = m_blocks[m_firstDirty - 1];
    return std::max(0.0, before.top + before.height - 2 * m_style.lineHeight);
}

// The line of `before` from which on `after` may look different: that of the last word they share.
qreal TextColumn::firstDifference(const PlacedBlock &before, const PlacedBlock &after)
{
    const QString was = before.layout->text();
    const QString is = after.layout->text();
    const auto *const end = std::ranges::mismatch(was, is).in1;
    const qsizetype word = was.lastIndexOf(u' ', end - was.begin() - was.size() - 1);
    return before.layout->caretRect(int(std::max<qsizetype>(word, 0))).top();
}

void TextColumn::finish()
{
    const QList<qsizetype> changed = m_source.finish();
    if (!changed.isEmpty())
        rebuildFrom(changed.constFirst());
    else if (!m_blocks.empty() && m_blocks.back().block >= int(m_source.blocks().size()))
        rebuildFrom(qsizetype(m_source.blocks().size()));
}

void TextColumn::rebuildFrom(qsizetype block, PlacedBlock *former)
{
    const auto first = std::ranges::lower_bound(m_blocks, int(block), {}, &PlacedBlock::block);
    const auto kept = size_t(first - m_blocks.begin());
    m_firstDirty = std::min(m_firstDirty, kept);
    m_blocks.erase(first, m_blocks.end());
    const std::vector<MarkdownBlock> &source = m_source.blocks();
    for (auto i = size_t(block); i < source.size(); ++i)
        appendPlacedBlocks(source[i], int(i), m_style, m_softBreaks, m_blocks,
            qsizetype(i) == block ? former : nullptr);

    m_codeBlocks.erase(std::ranges::lower_bound(m_codeBlocks, int(kept)), m_codeBlocks.end());
    for (size_t i = kept; i < m_blocks.size(); ++i) {
        if (m_blocks[i].kind == MarkdownKind::CodeBlock)
            m_codeBlocks.push_back(int(i));
    }
}

qreal TextColumn::layOut(qreal width)
{
    if (width != m_width)
        m_firstDirty = 0;
    m_width = width;
    if (m_firstDirty >= m_blocks.size())
        m_height = m_blocks.empty() ? 0 : m_blocks.back().top + m_blocks.back().height;
    for (size_t i = m_firstDirty; i < m_blocks.size(); ++i) {
        PlacedBlock &block = m_blocks[i];
        block.top = i == 0 ? 0 : m_blocks[i - 1].top + m_blocks[i - 1].height + block.spaceBefore;
        block.height = block.layout->layOut(std::max(width - block.indent, 1.0));
        m_height = block.top + block.height;
    }
    m_firstDirty = m_blocks.size();
    return m_height;
}

int TextColumn::blockAt(qreal y) const
{
    const auto after = std::ranges::upper_bound(m_blocks, y, {}, &PlacedBlock::top);
    return std::max(0, int(after - m_blocks.begin()) - 1);
}

void TextColumn::draw(
    QPainter *painter, QPointF at, const QRectF &visible, const Selected &selected) const
{
    for (size_t i = size_t(blockAt(visible.top() - at.y())); i < m_blocks.size(); ++i) {
        const PlacedBlock &block = m_blocks[i];
        if (at.y() + block.top > visible.bottom())
            break;
        drawMarks(painter, at, block);
        const TextRange range = selected ? selected(int(i), block.length) : TextRange{};
        block.layout->draw(painter, at + QPointF(block.indent, block.top), range, visible);
    }
}

void TextColumn::drawMarks(QPainter *painter, QPointF at, const PlacedBlock &block) const
{
    const Palette &palette = m_style.palette;
    const bool joins = &block != m_blocks.data() && !(&block - 1)->bars.empty();
    for (const qreal x : block.bars) {
        const qreal above = joins ? block.spaceBefore : 0;
        painter->fillRect(
            QRectF(at.x() + x, at.y() + block.top - above, kBarWidth, block.height + above),
            palette.hairline);
    }
    if (block.marker.isEmpty())
        return;
    const qreal baseline = at.y() + block.top + block.layout->firstBaseline();
    if (block.task != TaskState::None) {
        const qreal right = at.x() + block.indent - kMarkerGap;
        drawTask(painter, QRectF(right - kTaskBox, baseline - kTaskBox + 2, kTaskBox, kTaskBox),
            block.task);
        return;
    }
    painter->setFont(m_style.body);
    painter->setPen(palette.muted);
    const qreal width = QFontMetricsF(m_style.body).horizontalAdvance(block.marker);
    painter->drawText(QPointF(at.x() + block.indent - kMarkerGap - width, baseline), block.marker);
}

void TextColumn::drawTask(QPainter *painter, const QRectF &box, TaskState task) const
{
    const Palette &palette = m_style.palette;
    const bool isDone = task == TaskState::Done;
    drawRoundedBox(painter, box,
        {.fill = isDone ? palette.accent : QColor(),
            .line = isDone ? palette.accent : palette.muted,
            .radius = 3});
    if (!isDone)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.accentText, 1.6));
    const QPolygonF tick({box.topLeft() + QPointF(3, 6.5), box.topLeft() + QPointF(5.5, 9),
        box.topLeft() + QPointF(10, 4)});
    painter->drawPolyline(tick);
    painter->restore();
}

TextColumn::Place TextColumn::positionAt(QPointF point) const
{
    if (m_blocks.empty())
        return {};
    const int index = blockAt(point.y());
    const PlacedBlock &block = m_blocks[size_t(index)];
    return {.block = index,
        .offset = block.layout->positionAt(point - QPointF(block.indent, block.top))};
}

QRectF TextColumn::caretRect(Place place) const
{
    if (m_blocks.empty())
        return {0, 0, 0, m_style.lineHeight};
    const PlacedBlock &block =
        m_blocks[size_t(std::clamp(place.block, 0, int(m_blocks.size()) - 1))];
    return block.layout->caretRect(std::min(place.offset, block.length))
        .translated(block.indent, block.top);
}

QRectF TextColumn::endRect() const
{
    if (m_blocks.empty())
        return {0, 0, 0, m_style.lineHeight};
    return caretRect({.block = int(m_blocks.size()) - 1, .offset = m_blocks.back().length});
}

QString TextColumn::linkAt(QPointF point) const
{
    if (m_blocks.empty())
        return {};
    const PlacedBlock &block = m_blocks[size_t(blockAt(point.y()))];
    return block.layout->linkAt(point - QPointF(block.indent, block.top));
}

bool TextColumn::scrollBlockAt(QPointF point, qreal pixels)
{
    if (m_blocks.empty() || point.y() < 0 || point.y() > m_height)
        return false;
    return m_blocks[size_t(blockAt(point.y()))].layout->scrollBy(pixels);
}

} // namespace pennyworth
