// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textflow.h"

#include "theme/paint.h"
#include "transcript/linespans.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

constexpr qreal kUnbounded = 1'000'000;
constexpr qreal kAroundFormula = 2; // above and below one that makes its line higher

// A formula is a letter to the breaking of lines. The marks behind it take no place and are one
// with it, so that every character of the source has its position.
constexpr QChar kPlaceholder = u'x';
constexpr QChar kFiller(0xFE00);

QTextCharFormat formulaFormat(qreal width, const QFont &font)
{
    QTextCharFormat format;
    format.setForeground(Qt::transparent);
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(width - QFontMetricsF(font).horizontalAdvance(kPlaceholder));
    return format;
}

bool isIn(const QTextLayout::FormatRange &format, const InlineFormula &formula)
{
    return format.start >= formula.start && format.start < formula.start + formula.length;
}

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
    takePictures(former, same);
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
    for (qsizetype i = 0; i < std::min(m_text.formulas.size(), former.m_text.formulas.size());
         ++i) {
        const InlineFormula &formula = m_text.formulas.at(i);
        if (formula.picture->isSet() != former.m_text.formulas.at(i).picture->isSet())
            same = std::min(same, formula.start);
    }
    return same;
}

// With what was painted of them.
void TextFlow::takePictures(const TextFlow &former, int sameUpTo)
{
    QList<InlineFormula> &mine = m_text.formulas;
    const QList<InlineFormula> &theirs = former.m_text.formulas;
    for (qsizetype i = 0; i < std::min(mine.size(), theirs.size()); ++i) {
        if (theirs.at(i).start + theirs.at(i).length <= sameUpTo)
            mine[i] = theirs.at(i);
    }
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
        .top = m_pieces.empty() ? 0 : m_pieces.back().top + m_pieces.back().height(),
        .layout = std::make_unique<QTextLayout>(shownText().mid(start), m_font),
        .tops = {}};
    QTextOption option(m_alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    piece.layout->setTextOption(option);
    piece.layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    const QList<QTextLayout::FormatRange> all = shownFormats();
    for (QTextLayout::FormatRange format : all) {
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

QString TextFlow::shownText() const
{
    QString shown = text();
    for (const InlineFormula &formula : m_text.formulas) {
        if (formula.picture->isSet())
            shown.replace(
                formula.start, formula.length, kPlaceholder + QString(formula.length - 1, kFiller));
    }
    return shown;
}

QList<QTextLayout::FormatRange> TextFlow::shownFormats() const
{
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(m_text.formats.size() + m_text.formulas.size());
    auto next = m_text.formulas.begin(); // the formula that the format may be in
    for (const QTextLayout::FormatRange &format : m_text.formats) {
        while (next != m_text.formulas.end() && next->start + next->length <= format.start)
            ++next;
        const bool isHidden =
            next != m_text.formulas.end() && next->picture->isSet() && isIn(format, *next);
        if (!isHidden)
            formats.append(format);
    }
    for (const InlineFormula &formula : m_text.formulas) {
        if (formula.picture->isSet())
            formats.append(QTextLayout::FormatRange{
                formula.start, 1, formulaFormat(formula.picture->size().width(), m_font)});
    }
    return formats;
}

void TextFlow::setLines(Piece &piece)
{
    const QFontMetricsF metrics(m_font);
    const qreal baseline = (m_lineHeight - metrics.height()) / 2 + metrics.ascent();
    auto formula =
        std::ranges::lower_bound(m_text.formulas, piece.start, {}, &InlineFormula::start);
    qreal y = 0;
    piece.tops.clear();
    piece.layout->beginLayout();
    for (QTextLine line = piece.layout->createLine(); line.isValid();
         line = piece.layout->createLine()) {
        line.setLineWidth(m_width);
        qreal above = baseline;
        qreal below = m_lineHeight - baseline;
        const int end = piece.start + line.textStart() + line.textLength();
        for (; formula != m_text.formulas.end() && formula->start < end; ++formula) {
            const FormulaPicture &picture = *formula->picture;
            if (picture.isSet() && picture.ascent() > above)
                above = std::ceil(picture.ascent() + kAroundFormula);
            if (picture.isSet() && picture.depth() > below)
                below = std::ceil(picture.depth() + kAroundFormula);
        }
        line.setPosition({0, y + above - line.ascent()});
        piece.tops.push_back(y);
        y += above + below;
    }
    piece.tops.push_back(y);
    piece.layout->endLayout();
    piece.lines = piece.layout->lineCount();
}

int TextFlow::Piece::lineAt(qreal y) const
{
    const auto after = std::ranges::upper_bound(tops, y);
    return std::max(0, int(after - tops.begin()) - 1);
}

bool TextFlow::takeFormulas()
{
    bool isNew = false;
    for (const InlineFormula &formula : std::as_const(m_text.formulas))
        isNew |= formula.picture->take();
    if (isNew)
        m_pieces.clear();
    return isNew;
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
    m_height = std::max(piece.top + piece.height(), m_lineHeight);
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
    const QString shown = shownText();
    const auto words = QStringView(shown).split(u' ');
    for (const QStringView word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word.toString()));
    for (const InlineFormula &formula : m_text.formulas)
        widest = std::max(widest, formula.picture->size().width());
    return widest;
}

void TextFlow::draw(QPainter *painter, QPointF at, const TextMarks &marks, const Palette &palette,
    const QRectF &visible) const
{
    for (const Piece &piece : m_pieces) {
        const QPointF place = at + QPointF(0, piece.top);
        if (place.y() > visible.bottom())
            break;
        if (place.y() + piece.height() < visible.top())
            continue;
        if (!m_text.chips.isEmpty())
            drawChips(painter, place, piece, palette.prompt);
        if (!marks.found.empty())
            drawRanges(painter, place, piece, marks.found, foundColor(palette));
        if (!marks.current.isEmpty())
            drawRanges(painter, place, piece, {marks.current}, currentFoundColor(palette));
        if (!marks.selected.isEmpty())
            drawSelection(
                painter, place, piece, withWholeFormulas(marks.selected), palette.selection);
        const int first = std::max(0, piece.lineAt(visible.top() - place.y()) - 1);
        const int last = std::min(piece.lines - 1, piece.lineAt(visible.bottom() - place.y()) + 1);
        for (int i = first; i <= last; ++i)
            piece.line(i).draw(painter, place);
        if (!m_text.formulas.isEmpty() && first <= last)
            drawFormulas(painter, place, piece, first, last);
    }
}

void TextFlow::drawFormulas(
    QPainter *painter, QPointF at, const Piece &piece, int firstLine, int lastLine) const
{
    const QColor color = painter->pen().color();
    const int start = piece.start + piece.line(firstLine).textStart();
    const QTextLine last = piece.line(lastLine);
    const int end = piece.start + last.textStart() + last.textLength();
    for (auto formula = std::ranges::lower_bound(m_text.formulas, start, {}, &InlineFormula::start);
         formula != m_text.formulas.end() && formula->start < end; ++formula) {
        if (!formula->picture->isSet()) {
            formula->picture->hurry();
            continue;
        }
        const int position = formula->start - piece.start;
        const QTextLine line = piece.layout->lineForTextPosition(position);
        const QPointF place(line.cursorToX(position), line.y() + line.ascent());
        formula->picture->draw(painter, at + place, color);
    }
}

TextRange TextFlow::withWholeFormulas(TextRange range) const
{
    for (const InlineFormula &formula : m_text.formulas) {
        if (!formula.picture->isSet())
            continue;
        const int end = formula.start + formula.length;
        if (range.from > formula.start && range.from < end)
            range.from = formula.start;
        if (range.to > formula.start && range.to < end)
            range.to = end;
    }
    return range;
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
        const qreal top = piece.tops[size_t(i)];
        const qreal height = piece.tops[size_t(i) + 1] - top;
        const std::vector<LineSpan> spans =
            lineSpans(line, piece.layout->text(), from - piece.start, to - piece.start);
        for (const LineSpan &span : spans)
            f(line, QRectF(span.left, top, span.right - span.left, height));
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
        const bool goesOn = selected.to > piece.start + line.textStart() + line.textLength();
        const qreal end = line.naturalTextRect().right();
        if (goesOn && box.right() > end - 1)
            box.setRight(std::max(box.right(), end) + kLineEndMark);
        painter->fillRect(box.translated(at), color);
    });
}

void TextFlow::drawChips(
    QPainter *painter, QPointF at, const Piece &piece, const QColor &color) const
{
    constexpr qreal kOverhang = 2.5;
    constexpr qreal kRadius = 4;
    const QFontMetricsF metrics(m_font);
    for (const auto &[start, length] : m_text.chips) {
        const int end = start + length;
        forEachBox(piece, {start, end}, [&](const QTextLine &line, const QRectF &box) {
            const bool isLast = piece.start + line.textStart() + line.textLength() >= end;
            const qreal top = line.y() + line.ascent() - metrics.ascent();
            const QRectF chip(box.left() - kOverhang, top,
                box.width() + 2 * kOverhang - (isLast ? kChipGap : 0), metrics.height());
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
    const int index = piece.lineAt(point.y() - piece.top);
    if (index >= lines)
        return int(m_text.text.size());
    const int position = piece.start + piece.layout->lineAt(index).xToCursor(point.x());
    return withWholeFormulas({0, position}).to;
}

QRectF TextFlow::caretRect(int position) const
{
    const Piece &piece = pieceOf(position);
    const QTextLine line = piece.layout->lineForTextPosition(position - piece.start);
    if (!line.isValid())
        return {0, piece.top, 0, m_lineHeight};
    const auto number = size_t(line.lineNumber());
    return {line.cursorToX(position - piece.start), piece.top + piece.tops[number], 0,
        piece.tops[number + 1] - piece.tops[number]};
}

InlineLink TextFlow::linkAt(QPointF point) const
{
    if (m_text.links.isEmpty() || point.y() < 0 || point.y() >= m_height)
        return {};
    const Piece &piece = pieceAt(point.y());
    const int index = piece.lineAt(point.y() - piece.top);
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

QString TextFlow::tipAt(QPointF point) const
{
    if (m_text.formulas.isEmpty() || point.y() < 0 || point.y() >= m_height)
        return {};
    const int position = positionAt(point);
    for (const InlineFormula &formula : m_text.formulas) {
        if (position >= formula.start && position <= formula.start + formula.length)
            return formula.picture->problem();
    }
    return {};
}

qreal TextFlow::firstBaseline() const
{
    const QTextLayout &first = *m_pieces.front().layout;
    if (first.lineCount() == 0)
        return m_lineHeight;
    return first.lineAt(0).y() + first.lineAt(0).ascent();
}

} // namespace pennyworth
