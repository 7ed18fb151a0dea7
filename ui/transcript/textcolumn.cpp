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

// A longer text is not laid out all at once.
constexpr qsizetype kLengthAtOnce = 12'000;
constexpr qsizetype kReadAtOnce = 120'000;
constexpr qsizetype kReadInOneGo = 40'000;
constexpr qreal kBeyond = 64; // so much more than was asked for is laid out

} // namespace

TextColumn::TextColumn(const TranscriptStyle &style, SoftBreaks softBreaks)
    : m_style(style)
    , m_softBreaks(softBreaks)
{
}

void TextColumn::setText(const QString &text)
{
    if (text.size() > kReadAtOnce) {
        m_source = {};
        m_taken = 0;
        rebuildFrom(0);
        m_whole = text;
        return;
    }
    m_whole.clear();
    m_source.setWhole(text);
    m_taken = text.size();
    rebuildFrom(0);
}

void TextColumn::readOn()
{
    if (!isReading())
        return;
    const QString whole = m_whole;
    grow(whole.left(m_taken + kReadInOneGo));
    if (isReading())
        return;
    m_whole.clear();
    finish();
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
    const size_t before = m_blocks.size();
    rebuildFrom(change.first);
    const size_t from = m_firstDirty;
    if (m_width < 0)
        return 0;
    layOut(m_width);
    return topOfChange(from, before);
}

void TextColumn::readAll()
{
    while (isReading())
        readOn();
}

qreal TextColumn::growCode()
{
    PlacedBlock &block = m_blocks.back();
    auto &code = static_cast<CodeLayout &>(*block.layout);
    const QString &grown = m_source.blocks().back().node.text;
    code.append(QStringView(grown).mid(code.code().size()));
    block.length = int(grown.size());
    if (m_source.blocks().back().isClosed)
        code.finish();
    m_firstDirty = std::min(m_firstDirty, m_blocks.size() - 1);
    return block.top + code.firstChange();
}

// Where what is shown may be different since the blocks from `rebuiltFrom` on were made again.
qreal TextColumn::topOfChange(size_t rebuiltFrom, size_t countBefore) const
{
    for (size_t i = rebuiltFrom; i < std::min(countBefore, m_blocks.size()); ++i) {
        if (!m_blocks[i].continuesFormer)
            return m_blocks[i].top - m_blocks[i].spaceBefore;
        const qreal change = m_blocks[i].layout->firstChange();
        if (change < m_blocks[i].height)
            return m_blocks[i].top + change;
    }
    // The caret may have stood in the last line of the block before.
    const size_t index = std::min(countBefore, m_blocks.size());
    if (index == 0)
        return 0;
    const PlacedBlock &before = m_blocks[index - 1];
    return std::max(0.0, before.top + before.height - 2 * m_style.lineHeight);
}

void TextColumn::finish()
{
    const QList<qsizetype> changed = m_source.finish();
    if (!changed.isEmpty())
        rebuildFrom(changed.constFirst());
    else if (!m_blocks.empty() && m_blocks.back().block >= int(m_source.blocks().size()))
        rebuildFrom(qsizetype(m_source.blocks().size()));
    finishCode();
}

void TextColumn::rebuildFrom(qsizetype block)
{
    const auto first = std::ranges::lower_bound(m_blocks, int(block), {}, &PlacedBlock::block);
    const auto kept = size_t(first - m_blocks.begin());
    m_estimated -= size_t(std::count_if(
        first, m_blocks.end(), [](const PlacedBlock &placed) { return !placed.isExact; }));
    m_firstDirty = std::min(m_firstDirty, kept);
    const auto grown = std::ranges::upper_bound(m_blocks, int(block), {}, &PlacedBlock::block);
    std::vector<PlacedBlock> former(std::make_move_iterator(first), std::make_move_iterator(grown));
    m_blocks.erase(first, m_blocks.end());
    const std::vector<MarkdownBlock> &source = m_source.blocks();
    for (auto i = size_t(block); i < source.size(); ++i) {
        appendPlacedBlocks(source[i], int(i), m_style, m_softBreaks, m_blocks, former);
        former.clear();
    }
    m_estimated += m_blocks.size() - kept;

    for (std::vector<int> *indexes : {&m_codeBlocks, &m_pictureBlocks})
        indexes->erase(std::ranges::lower_bound(*indexes, int(kept)), indexes->end());
    for (size_t i = kept; i < m_blocks.size(); ++i) {
        if (m_blocks[i].kind == MarkdownKind::CodeBlock)
            m_codeBlocks.push_back(int(i));
        else if (m_blocks[i].kind == MarkdownKind::Image)
            m_pictureBlocks.push_back(int(i));
    }
    if (!m_codeDisplays.empty())
        showCodeFrom(kept);
    finishCode();
}

void TextColumn::setCodeDisplays(std::map<int, CodeDisplay> displays)
{
    m_codeDisplays = std::move(displays);
    showCodeFrom(0);
}

// What is shown otherwise than before is to be laid out again.
void TextColumn::showCodeFrom(size_t block)
{
    for (size_t i = 0; i < m_codeBlocks.size(); ++i) {
        const auto index = size_t(m_codeBlocks[i]);
        const auto own = m_codeDisplays.find(int(i));
        const CodeDisplay &wanted = own == m_codeDisplays.end() ? m_style.codeDisplay : own->second;
        auto &code = static_cast<CodeLayout &>(*m_blocks[index].layout);
        if (index < block || code.display() == wanted)
            continue;
        code.setDisplay(wanted);
        m_firstDirty = std::min(m_firstDirty, index);
    }
}

void TextColumn::finishCode()
{
    for (const int index : m_codeBlocks) {
        const PlacedBlock &block = m_blocks[size_t(index)];
        if (m_source.isFinished() || block.block + 1 < int(m_source.blocks().size()))
            static_cast<CodeLayout &>(*block.layout).finish();
    }
}

qreal TextColumn::layOut(qreal width)
{
    if (width != m_width) {
        for (PlacedBlock &block : m_blocks)
            block.isExact = false;
        m_estimated = m_blocks.size();
        m_firstDirty = 0;
    }
    m_width = width;
    const bool isLong = m_source.text().size() > kLengthAtOnce;
    for (size_t i = m_firstDirty; i < m_blocks.size(); ++i) {
        // While a long text grows, its last blocks are in view or will never be asked for.
        const bool isAtEnd = m_blocks.size() - i <= 2;
        if (!isLong || isAtEnd || m_blocks[i].isExact)
            measureBlock(i);
        else
            m_blocks[i].height = m_blocks[i].layout->estimatedHeight(blockWidth(m_blocks[i]));
    }
    placeFrom(m_firstDirty);
    m_firstDirty = m_blocks.size();
    return m_height;
}

qreal TextColumn::blockWidth(const PlacedBlock &block) const
{
    return std::max(m_width - block.indent, 1.0);
}

void TextColumn::measureBlock(size_t index)
{
    PlacedBlock &block = m_blocks[index];
    block.height = block.layout->layOut(blockWidth(block));
    m_estimated -= block.isExact ? 0 : 1;
    block.isExact = true;
}

void TextColumn::placeFrom(size_t index)
{
    for (size_t i = index; i < m_blocks.size(); ++i) {
        PlacedBlock &block = m_blocks[i];
        block.top = i == 0 ? 0 : m_blocks[i - 1].top + m_blocks[i - 1].height + block.spaceBefore;
    }
    m_height = m_blocks.empty() ? 0 : m_blocks.back().top + m_blocks.back().height;
}

bool TextColumn::measure(qreal from, qreal to)
{
    if (isExact())
        return false;
    bool didMeasure = false;
    const auto first = size_t(blockAt(from));
    for (size_t i = first; i < m_blocks.size(); ++i) {
        if (i > first)
            m_blocks[i].top =
                m_blocks[i - 1].top + m_blocks[i - 1].height + m_blocks[i].spaceBefore;
        if (m_blocks[i].top > to + kBeyond)
            break;
        if (m_blocks[i].isExact)
            continue;
        measureBlock(i);
        didMeasure = true;
    }
    if (didMeasure)
        placeFrom(first);
    return didMeasure;
}

qreal TextColumn::measureAbove(qreal y, qreal distance)
{
    if (isExact() || y <= 0)
        return 0;
    const auto last = size_t(blockAt(y));
    // What stands at `y` keeps its place in its block, or behind it.
    qreal inBlock = y - m_blocks[last].top;
    bool didMeasure = !m_blocks[last].isExact;
    if (didMeasure) {
        const qreal before = m_blocks[last].height;
        measureBlock(last);
        inBlock += inBlock >= before ? m_blocks[last].height - before : 0;
    }
    qreal exact = inBlock;
    size_t first = last;
    while (first > 0 && exact < distance + kBeyond) {
        --first;
        didMeasure |= !m_blocks[first].isExact;
        measureBlock(first);
        exact += m_blocks[first].height + m_blocks[first + 1].spaceBefore;
    }
    if (!didMeasure)
        return 0;
    placeFrom(first);
    return m_blocks[last].top + inBlock - y;
}

int TextColumn::blockAt(qreal y) const
{
    const auto after = std::ranges::upper_bound(m_blocks, y, {}, &PlacedBlock::top);
    return std::max(0, int(after - m_blocks.begin()) - 1);
}

void TextColumn::draw(
    QPainter *painter, QPointF at, const QRectF &visible, const Marks &marks) const
{
    for (size_t i = size_t(blockAt(visible.top() - at.y())); i < m_blocks.size(); ++i) {
        const PlacedBlock &block = m_blocks[i];
        if (at.y() + block.top > visible.bottom())
            break;
        if (!block.isExact)
            continue; // a fraction of a pixel of it, at the edge of what was measured
        drawMarks(painter, at, block);
        block.layout->draw(painter, at + QPointF(block.indent, block.top),
            marks ? marks(int(i), block) : TextMarks{}, visible);
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
    if (isBlank())
        return {};
    const int index = blockAt(point.y());
    const PlacedBlock &block = m_blocks[size_t(index)];
    block.layout->layOut(blockWidth(block)); // of a long text it may not have been in view
    return {.block = index,
        .offset = block.layout->positionAt(point - QPointF(block.indent, block.top))};
}

QRectF TextColumn::caretRect(Place place) const
{
    if (isBlank())
        return {0, 0, 0, m_style.lineHeight};
    const PlacedBlock &block =
        m_blocks[size_t(std::clamp(place.block, 0, int(m_blocks.size()) - 1))];
    block.layout->layOut(blockWidth(block)); // of a long text it may not have been in view
    return block.layout->caretRect(std::min(place.offset, block.length))
        .translated(block.indent, block.top);
}

QRectF TextColumn::endRect() const
{
    if (isBlank())
        return {0, 0, 0, m_style.lineHeight};
    return caretRect({.block = int(m_blocks.size()) - 1, .offset = m_blocks.back().length});
}

InlineLink TextColumn::linkAt(QPointF point) const
{
    if (isBlank())
        return {};
    const PlacedBlock &block = m_blocks[size_t(blockAt(point.y()))];
    block.layout->layOut(blockWidth(block));
    return block.layout->linkAt(point - QPointF(block.indent, block.top));
}

QString TextColumn::tipAt(QPointF point) const
{
    if (isBlank())
        return {};
    const PlacedBlock &block = m_blocks[size_t(blockAt(point.y()))];
    return block.layout->tipAt(point - QPointF(block.indent, block.top));
}

bool TextColumn::takeTypesetting()
{
    size_t first = m_blocks.size();
    for (size_t i = m_blocks.size(); i-- > 0;) {
        if (m_blocks[i].layout->takeTypesetting())
            first = i;
    }
    m_firstDirty = std::min(m_firstDirty, first);
    return first < m_blocks.size();
}

int TextColumn::blockAt(QPointF point) const
{
    if (isBlank() || point.y() < 0 || point.y() > m_height)
        return -1;
    return blockAt(point.y());
}

bool TextColumn::scrollBlock(int index, qreal pixels)
{
    return size_t(index) < m_blocks.size() && m_blocks[size_t(index)].layout->scrollBy(pixels);
}

bool TextColumn::scrollTo(Place place)
{
    if (size_t(place.block) >= m_blocks.size())
        return false;
    const PlacedBlock &block = m_blocks[size_t(place.block)];
    block.layout->layOut(blockWidth(block)); // of a long text it may not have been in view
    return block.layout->scrollTo(std::min(place.offset, block.length));
}

const CodeLayout *TextColumn::code(int index) const
{
    const bool isCode =
        size_t(index) < m_blocks.size() && m_blocks[size_t(index)].kind == MarkdownKind::CodeBlock;
    return isCode ? static_cast<const CodeLayout *>(m_blocks[size_t(index)].layout.get()) : nullptr;
}

} // namespace pennyworth
