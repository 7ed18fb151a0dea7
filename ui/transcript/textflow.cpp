// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textflow.h"

#include "theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

constexpr qreal kUnbounded = 1'000'000;

} // namespace

TextFlow::TextFlow(InlineText text, const QFont &font, qreal lineHeight, Qt::Alignment alignment)
    : m_text(std::move(text))
    , m_font(font)
    , m_lineHeight(lineHeight)
    , m_alignment(alignment)
{
}

TextFlow::~TextFlow() = default;

void TextFlow::continueFrom(TextFlow &former)
{
    if (former.m_pieces.empty() || former.m_isOpen || former.m_font != m_font
        || former.m_lineHeight != m_lineHeight || former.m_alignment != m_alignment
        || former.text().isRightToLeft() != text().isRightToLeft())
        return;
    const int same = sameLength(former);
    m_width = former.m_width;
    if (same == text().size() && same == former.text().size()) {
        m_pieces = std::move(former.m_pieces);
        m_height = former.m_height;
        m_firstChange = m_height;
        return;
    }
    takeLines(former, same);
}

// How far text and formats agree.
int TextFlow::sameLength(const TextFlow &former) const
{
    const auto text = std::ranges::mismatch(m_text.text, former.m_text.text);
    auto same = int(text.in1 - m_text.text.begin());
    const auto [mine, theirs] = std::ranges::mismatch(m_text.formats, former.m_text.formats);
    const auto limit = [&same](const QTextLayout::FormatRange &format) {
        same = std::min(same, format.start);
    };
    const bool both = mine != m_text.formats.end() && theirs != former.m_text.formats.end();
    if (both && mine->start == theirs->start && mine->format == theirs->format)
        same = std::min(same, mine->start + std::min(mine->length, theirs->length));
    else if (both)
        same = std::min({same, mine->start, theirs->start});
    else if (mine != m_text.formats.end())
        limit(*mine);
    else if (theirs != former.m_text.formats.end())
        limit(*theirs);
    return same;
}

// A line stays what it is where the one behind it does: its first word did not fit.
void TextFlow::takeLines(TextFlow &former, int sameUpTo)
{
    size_t pieces = former.m_pieces.size();
    int lines = 0; // of the last of them that are kept
    bool isFollowed = false;
    while (pieces > 0 && lines == 0) {
        const Piece &piece = former.m_pieces[pieces - 1];
        for (lines = piece.lines; lines > 0; --lines) {
            const QTextLine line = piece.line(lines - 1);
            if (isFollowed)
                break;
            isFollowed = piece.start + line.textStart() + line.textLength() <= sameUpTo;
        }
        pieces -= lines == 0 ? 1 : 0;
    }
    former.m_pieces.resize(pieces);
    m_pieces = std::move(former.m_pieces);
    former.m_pieces.clear();
    m_isOpen = true;
    if (m_pieces.empty())
        return;
    m_pieces.back().lines = lines;
    m_pieces.front().isWhole = false;
}

int TextFlow::endOfLines() const
{
    if (m_pieces.empty())
        return 0;
    const Piece &last = m_pieces.back();
    const QTextLine line = last.line(last.lines - 1);
    return last.start + line.textStart() + line.textLength();
}

// A piece with everything from `start` on.
void TextFlow::addPiece(int start)
{
    Piece piece{.start = start,
        .isWhole = start == 0,
        .top = m_pieces.empty() ? 0 : m_pieces.back().top + m_pieces.back().lines * m_lineHeight,
        .layout = std::make_unique<QTextLayout>(start == 0 ? text() : text().mid(start), m_font)};
    QTextOption option(m_alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    piece.layout->setTextOption(option);
    piece.layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange format : std::as_const(m_text.formats)) {
        const int from = std::max(format.start, start);
        const int to = format.start + format.length;
        if (from >= to)
            continue;
        format.start = from - start;
        format.length = to - from;
        formats.append(format);
    }
    piece.layout->setFormats(formats);
    m_pieces.push_back(std::move(piece));
}

void TextFlow::setLines(Piece &piece)
{
    const QFontMetricsF metrics(m_font);
    const qreal baseline = (m_lineHeight - metrics.height()) / 2 + metrics.ascent();
    qreal y = 0;
    piece.layout->beginLayout();
    for (QTextLine line = piece.layout->createLine(); line.isValid();
         line = piece.layout->createLine()) {
        line.setLineWidth(m_width);
        line.setPosition({0, y + baseline - line.ascent()});
        y += m_lineHeight;
    }
    piece.layout->endLayout();
    piece.lines = piece.layout->lineCount();
}

qreal TextFlow::layOut(qreal width)
{
    if (width == m_width && !m_pieces.empty() && !m_isOpen)
        return m_height;
    if (width != m_width && !m_pieces.empty())
        m_pieces.resize(m_pieces.front().isWhole ? 1 : 0);
    m_width = width;
    if (m_pieces.empty() || !m_pieces.front().isWhole)
        addPiece(endOfLines());
    Piece &piece = m_pieces.back();
    setLines(piece);
    m_isOpen = false;
    m_firstChange = piece.top;
    m_height = std::max(piece.top + piece.lines * m_lineHeight, m_lineHeight);
    return m_height;
}

qreal TextFlow::naturalWidth()
{
    if (m_pieces.empty() || !m_pieces.front().isWhole) {
        m_pieces.clear();
        addPiece(0);
    }
    m_width = kUnbounded;
    setLines(m_pieces.back());
    return m_pieces.back().layout->maximumWidth();
}

qreal TextFlow::leastWidth() const
{
    const QFontMetricsF metrics(m_font);
    qreal widest = 0;
    const auto words = QStringView(m_text.text).split(u' ');
    for (const QStringView word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word.toString()));
    return widest;
}

void TextFlow::draw(QPainter *painter, QPointF at, const TextMarks &marks, const Palette &palette,
    const QRectF &visible) const
{
    for (const Piece &piece : m_pieces) {
        const QPointF place = at + QPointF(0, piece.top);
        if (place.y() > visible.bottom())
            break;
        if (place.y() + piece.lines * m_lineHeight < visible.top())
            continue;
        if (!m_text.chips.isEmpty())
            drawChips(painter, place, piece, palette.prompt);
        if (!marks.found.empty())
            drawRanges(painter, place, piece, marks.found, foundColor(palette));
        if (!marks.current.isEmpty())
            drawRanges(painter, place, piece, {marks.current}, currentFoundColor(palette));
        if (!marks.selected.isEmpty())
            drawSelection(painter, place, piece, marks.selected, palette.selection);
        const int first = std::max(0, int((visible.top() - place.y()) / m_lineHeight) - 1);
        const int last =
            std::min(piece.lines - 1, int((visible.bottom() - place.y()) / m_lineHeight) + 1);
        for (int i = first; i <= last; ++i)
            piece.line(i).draw(painter, place);
    }
}

template <class F>
void TextFlow::forEachBox(const Piece &piece, TextRange range, F f) const
{
    for (int i = 0; i < piece.lines; ++i) {
        const QTextLine line = piece.layout->lineAt(i);
        const int lineStart = piece.start + line.textStart();
        const int from = std::max(range.from, lineStart);
        const int to = std::min(range.to, lineStart + line.textLength());
        if (from >= to)
            continue;
        const qreal a = line.cursorToX(from - piece.start);
        const qreal b = line.cursorToX(to - piece.start);
        f(line, QRectF(std::min(a, b), i * m_lineHeight, std::abs(b - a), m_lineHeight));
    }
}

void TextFlow::drawRanges(QPainter *painter, QPointF at, const Piece &piece,
    const std::vector<TextRange> &ranges, const QColor &color) const
{
    for (const TextRange &range : ranges) {
        forEachBox(piece, range, [&](const QTextLine &, const QRectF &box) {
            painter->fillRect(box.translated(at), color);
        });
    }
}

void TextFlow::drawSelection(QPainter *painter, QPointF at, const Piece &piece, TextRange selected,
    const QColor &color) const
{
    constexpr qreal kLineEndMark = 4; // shows that the selection goes on in the next line
    forEachBox(piece, selected, [&](const QTextLine &line, QRectF box) {
        if (selected.to > piece.start + line.textStart() + line.textLength())
            box.setRight(std::max(box.right(), line.naturalTextRect().right()) + kLineEndMark);
        painter->fillRect(box.translated(at), color);
    });
}

void TextFlow::drawChips(
    QPainter *painter, QPointF at, const Piece &piece, const QColor &color) const
{
    constexpr qreal kOverhang = 2;
    constexpr qreal kRadius = 3;
    const qreal height = QFontMetricsF(m_font).height();
    for (const auto &[start, length] : m_text.chips) {
        forEachBox(piece, {start, start + length}, [&](const QTextLine &, const QRectF &box) {
            const QRectF chip = box.adjusted(
                -kOverhang, (m_lineHeight - height) / 2, kOverhang, (height - m_lineHeight) / 2);
            drawRoundedBox(
                painter, chip.translated(at), {.fill = color, .line = QColor(), .radius = kRadius});
        });
    }
}

const TextFlow::Piece &TextFlow::pieceOf(int position) const
{
    auto after = std::ranges::upper_bound(m_pieces, position, {}, &Piece::start);
    return after == m_pieces.begin() ? *after : *std::prev(after);
}

const TextFlow::Piece &TextFlow::pieceAt(qreal y) const
{
    auto after = std::ranges::upper_bound(m_pieces, y, {}, &Piece::top);
    return after == m_pieces.begin() ? *after : *std::prev(after);
}

int TextFlow::positionAt(QPointF point) const
{
    const Piece &piece = pieceAt(point.y());
    const int lines = piece.lines;
    if (lines == 0)
        return piece.start;
    if (point.y() < 0)
        return 0;
    const int index = int((point.y() - piece.top) / m_lineHeight);
    if (index >= lines)
        return int(m_text.text.size());
    return piece.start + piece.layout->lineAt(index).xToCursor(point.x());
}

QRectF TextFlow::caretRect(int position) const
{
    const Piece &piece = pieceOf(position);
    const QTextLine line = piece.layout->lineForTextPosition(position - piece.start);
    if (!line.isValid())
        return {0, piece.top, 0, m_lineHeight};
    return {line.cursorToX(position - piece.start), piece.top + line.lineNumber() * m_lineHeight, 0,
        m_lineHeight};
}

InlineLink TextFlow::linkAt(QPointF point) const
{
    if (m_text.links.isEmpty() || point.y() < 0 || point.y() >= m_height)
        return {};
    const Piece &piece = pieceAt(point.y());
    const int index = int((point.y() - piece.top) / m_lineHeight);
    if (index >= piece.lines)
        return {};
    const QTextLine line = piece.layout->lineAt(index);
    if (point.x() < line.naturalTextRect().left() || point.x() > line.naturalTextRect().right())
        return {};
    const int position = piece.start + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    const auto link = std::ranges::find_if(m_text.links, [position](const InlineLink &candidate) {
        return position >= candidate.start && position < candidate.start + candidate.length;
    });
    return link == m_text.links.end() ? InlineLink() : *link;
}

qreal TextFlow::firstBaseline() const
{
    const QTextLayout &first = *m_pieces.front().layout;
    if (first.lineCount() == 0)
        return m_lineHeight;
    return first.lineAt(0).y() + first.lineAt(0).ascent();
}

} // namespace pennyworth
