// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textflow.h"

#include "theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

namespace {

// QTextLayout's cost grows faster than its text.
constexpr int kPieceLength = 10'000;

constexpr qreal kUnbounded = 1'000'000;

} // namespace

TextFlow::TextFlow(InlineText text, const QFont &font, qreal lineHeight, Qt::Alignment alignment)
    : m_text(std::move(text))
    , m_font(font)
    , m_lineHeight(lineHeight)
{
    split(font, alignment);
}

TextFlow::~TextFlow() = default;

void TextFlow::split(const QFont &font, Qt::Alignment alignment)
{
    const QString &text = m_text.text;
    int start = 0;
    do {
        int end = int(text.size());
        if (end - start > kPieceLength) {
            const auto space = int(text.lastIndexOf(u' ', start + kPieceLength));
            end = space > start ? space + 1 : start + kPieceLength;
            end += text.at(end - 1).isHighSurrogate() ? 1 : 0;
        }
        Piece piece{.start = start,
            .layout = std::make_unique<QTextLayout>(text.mid(start, end - start), font)};
        QTextOption option(alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        piece.layout->setTextOption(option);
        piece.layout->setCacheEnabled(true);
        QList<QTextLayout::FormatRange> formats;
        for (QTextLayout::FormatRange format : m_text.formats) {
            const int from = std::max(format.start, start);
            const int to = std::min(format.start + format.length, end);
            if (from >= to)
                continue;
            format.start = from - start;
            format.length = to - from;
            formats.append(format);
        }
        piece.layout->setFormats(formats);
        m_pieces.push_back(std::move(piece));
        start = end;
    } while (start < text.size());
}

qreal TextFlow::layOut(qreal width)
{
    if (width == m_width)
        return m_height;
    m_width = width;
    const QFontMetricsF metrics(m_font);
    const qreal baseline = (m_lineHeight - metrics.height()) / 2 + metrics.ascent();
    m_height = 0;
    for (Piece &piece : m_pieces) {
        piece.top = m_height;
        qreal y = 0;
        piece.layout->beginLayout();
        for (QTextLine line = piece.layout->createLine(); line.isValid();
             line = piece.layout->createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, y + baseline - line.ascent()});
            y += m_lineHeight;
        }
        piece.layout->endLayout();
        m_height += std::max(y, m_lineHeight);
    }
    return m_height;
}

qreal TextFlow::naturalWidth()
{
    m_width = -1;
    qreal widest = 0;
    for (const Piece &piece : m_pieces) {
        piece.layout->beginLayout();
        for (QTextLine line = piece.layout->createLine(); line.isValid();
             line = piece.layout->createLine())
            line.setLineWidth(kUnbounded);
        piece.layout->endLayout();
        widest = std::max(widest, piece.layout->maximumWidth());
    }
    return widest;
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

void TextFlow::draw(QPainter *painter, QPointF at, TextRange selected, const Palette &palette) const
{
    for (const Piece &piece : m_pieces) {
        const QPointF place = at + QPointF(0, piece.top);
        if (!m_text.chips.isEmpty())
            drawChips(painter, place, piece, palette.prompt);
        if (!selected.isEmpty())
            drawSelection(painter, place, piece, selected, palette.selection);
        piece.layout->draw(painter, place);
    }
}

template <class F>
void TextFlow::forEachBox(const Piece &piece, TextRange range, F f) const
{
    for (int i = 0; i < piece.layout->lineCount(); ++i) {
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
    const int lines = piece.layout->lineCount();
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

QString TextFlow::linkAt(QPointF point) const
{
    if (m_text.links.isEmpty() || point.y() < 0 || point.y() >= m_height)
        return {};
    const Piece &piece = pieceAt(point.y());
    const int index = int((point.y() - piece.top) / m_lineHeight);
    if (index >= piece.layout->lineCount())
        return {};
    const QTextLine line = piece.layout->lineAt(index);
    if (point.x() < line.naturalTextRect().left() || point.x() > line.naturalTextRect().right())
        return {};
    const int position = piece.start + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    const auto link = std::ranges::find_if(m_text.links, [position](const InlineLink &candidate) {
        return position >= candidate.start && position < candidate.start + candidate.length;
    });
    return link == m_text.links.end() ? QString() : link->target;
}

qreal TextFlow::firstBaseline() const
{
    const QTextLayout &first = *m_pieces.front().layout;
    if (first.lineCount() == 0)
        return m_lineHeight;
    return first.lineAt(0).y() + first.lineAt(0).ascent();
}

} // namespace pennyworth
