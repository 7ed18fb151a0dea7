// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codelayout.h"

#include "theme/metrics.h"
#include "theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

using codeheader::kPadding;

constexpr qreal kGutterGap = 16; // between the numbers and the code
constexpr qreal kLeastRow = 40; // however narrow the block is
constexpr qreal kBehindEnd = 2; // a caret at the end of the longest line is seen
constexpr int kMostSet = 400; // rows

} // namespace

CodeLayout::CodeLayout(const QString &code, const QString &info, const TranscriptStyle &style)
    : m_style(style)
    , m_info(info)
    , m_language(info.section(u' ', 0, 0, QString::SectionSkipEmpty))
    , m_display(style.codeDisplay)
    , m_rows(code, style.code)
    , m_coloring(style.typesetter, m_language)
    , m_isDifference(m_language.compare("diff"_L1, Qt::CaseInsensitive) == 0
          || m_language.compare("patch"_L1, Qt::CaseInsensitive) == 0)
{
}

void CodeLayout::append(QStringView more)
{
    const int lastRow = m_rows.rowCount() - 1;
    const qreal gutter = gutterWidth();
    m_set.remove(lastRow);
    m_rows.append(more);
    const bool isGutterSame = gutterWidth() == gutter;
    if (!isGutterSame)
        m_set.clear();
    m_firstChange = more.isEmpty() ? layOut(m_width) : isGutterSame ? rowTop(lastRow) : 0;
}

void CodeLayout::setDisplay(const CodeDisplay &display)
{
    if (display == m_display)
        return;
    m_display = display;
    m_set.clear();
    if (m_width > 0)
        layOut(m_width);
}

// --- geometry

qreal CodeLayout::rowTop(int row) const
{
    return codeheader::kHeight + kPadding + row * m_style.codeLineHeight;
}

int CodeLayout::rowAt(qreal y) const
{
    return std::clamp(int((y - rowTop(0)) / m_style.codeLineHeight), 0, m_rows.rowCount() - 1);
}

qreal CodeLayout::gutterWidth() const
{
    if (!m_display.hasNumbers)
        return 0;
    int digits = 2;
    for (int beyond = 100; beyond <= m_rows.lineCount(); beyond *= 10)
        ++digits;
    return m_rows.widths().endOf(u"0") * digits + kGutterGap;
}

qreal CodeLayout::seenWidth(qreal width) const
{
    return std::max(width - codeLeft() - kPadding, kLeastRow);
}

qreal CodeLayout::layOut(qreal width)
{
    m_width = width;
    if (m_rows.wrapAt(m_display.isWrapped ? seenWidth(width) : 0))
        m_set.clear();
    scrollBy(0);
    return height();
}

qreal CodeLayout::estimatedHeight(qreal width) const
{
    const bool isLaidOut = !m_display.isWrapped || (m_rows.isWrapped() && width == m_width);
    const int rows = isLaidOut ? m_rows.rowCount() : m_rows.estimatedRows(seenWidth(width));
    return rowTop(rows) + kPadding;
}

qreal CodeLayout::farthestScroll() const
{
    return m_rows.isWrapped() ? 0
                              : std::max(0.0, m_rows.widest() + kBehindEnd - seenWidth(m_width));
}

bool CodeLayout::scrollBy(qreal pixels)
{
    const qreal before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0.0, farthestScroll());
    return m_scroll != before;
}

bool CodeLayout::scrollTo(int position)
{
    if (farthestScroll() <= 0)
        return false;
    const int row = m_rows.rowOf(position);
    const qreal x = rowText(row).xOf(position - m_rows.row(row).from);
    const qreal around = m_rows.widths().tabStop(); // that much of the text before and behind
    if (x - around < m_scroll)
        return scrollBy(x - around - m_scroll);
    const qreal end = m_scroll + seenWidth(m_width);
    return x + around > end && scrollBy(x + around - end);
}

SidewaysBar CodeLayout::sidewaysBar() const
{
    if (farthestScroll() <= 0)
        return {};
    const qreal seen = seenWidth(m_width);
    return {.track = QRectF(codeLeft(), height() - kPadding, seen, kPadding - 1),
        .content = seen + farthestScroll(),
        .seen = seen,
        .scroll = m_scroll};
}

// --- rows

CodeRow &CodeLayout::rowText(int row) const
{
    std::shared_ptr<CodeRow> &set = m_set[row];
    if (!set) {
        const TextRange range = m_rows.row(row);
        set = std::make_shared<CodeRow>(m_rows.code().mid(range.from, range.length()),
            CodeRow::Style{.font = m_style.code, .lineHeight = m_style.codeLineHeight},
            m_rows.widths(), [this, start = range.from](int from, int length) {
                return colorsOf({start + from, start + from + length});
            });
    }
    return *set;
}

QList<QTextLayout::FormatRange> CodeLayout::colorsOf(TextRange part) const
{
    QList<QTextLayout::FormatRange> formats;
    const CodeSpans spans = m_coloring.spansOf(m_rows.lineStarts(), m_rows.lineOf(part.from), part);
    for (const CodeSpan &span : spans) {
        QTextLayout::FormatRange range{span.start, span.length, {}};
        range.format.setForeground(codeColor(m_style.palette, span.role));
        formats.append(range);
    }
    return formats;
}

bool CodeLayout::takeTypesetting()
{
    const bool isNew = m_coloring.take();
    if (isNew) {
        for (const std::shared_ptr<CodeRow> &row : std::as_const(m_set))
            row->forgetColors();
    }
    return isNew;
}

void CodeLayout::forgetRowsFarFrom(int first, int last) const
{
    if (m_set.size() > kMostSet)
        m_set.removeIf([first, last](const auto &row) {
            return row.key() < first - kMostSet / 4 || row.key() > last + kMostSet / 4;
        });
}

int CodeLayout::positionAt(QPointF point) const
{
    if (point.y() < rowTop(0))
        return 0;
    if (point.y() >= rowTop(m_rows.rowCount()))
        return int(code().size());
    const int row = rowAt(point.y());
    const TextRange range = m_rows.row(row);
    const int offset = rowText(row).offsetAt(point.x() - codeLeft() + m_scroll);
    // Behind the last character of a row that goes on, the next one begins.
    if (offset == range.length() && !m_rows.endsLine(range))
        return range.from + m_rows.lastCharacter(range);
    return range.from + offset;
}

QRectF CodeLayout::caretRect(int position) const
{
    const int row = m_rows.rowOf(position);
    const qreal x = rowText(row).xOf(position - m_rows.row(row).from);
    return {codeLeft() - m_scroll + x, rowTop(row), 0, m_style.codeLineHeight};
}

qreal CodeLayout::firstBaseline() const
{
    const QFontMetricsF metrics(m_style.caption);
    return (codeheader::kHeight - metrics.height()) / 2 + metrics.ascent();
}

std::vector<codeheader::Control> CodeLayout::controls() const
{
    return codeheader::controls(m_width, m_style);
}

bool CodeLayout::isInHeader(QPointF point) const
{
    return QRectF(0, 0, m_width, codeheader::kHeight).contains(point);
}

// --- painting

void CodeLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    drawBox(painter, at, visible);
    const int first = rowAt(visible.top() - at.y());
    const int last = rowAt(visible.bottom() - at.y());
    m_coloring.look(code(), m_rows.lineStarts(), m_rows.lineOf(m_rows.row(first).from),
        m_rows.lineOf(m_rows.row(last).from));
    for (int row = first; row <= last; ++row) {
        drawGround(painter, at, row);
        drawNumber(painter, at, row);
    }
    const qreal edge = m_display.hasNumbers ? codeLeft() - kGutterGap / 2 : 1;
    painter->save();
    painter->setClipRect(QRectF(at.x() + edge, at.y() + codeheader::kHeight, m_width - edge - 1,
                             height() - codeheader::kHeight),
        Qt::IntersectClip);
    for (int row = first; row <= last; ++row)
        drawRow(painter, at, row, marks);
    painter->restore();
    forgetRowsFarFrom(first, last);
    drawSidewaysBar(painter, sidewaysBar().translated(at), m_style.palette, false);
}

void CodeLayout::drawBox(QPainter *painter, QPointF at, const QRectF &visible) const
{
    const Palette &palette = m_style.palette;
    drawRoundedBox(painter, QRectF(at, QSizeF(m_width, height())),
        {.fill = palette.code, .line = palette.hairline, .radius = metrics::kCardRadius});
    const QRectF header(at, QSizeF(m_width, codeheader::kHeight));
    if (visible.top() > header.bottom() + 1)
        return;
    painter->fillRect(QRectF(at.x() + 1, header.bottom(), m_width - 2, 1), palette.hairline);
    codeheader::draw(painter, header, m_language, m_style);
}

void CodeLayout::drawGround(QPainter *painter, QPointF at, int row) const
{
    if (!m_isDifference)
        return;
    const TextRange line = m_rows.line(m_rows.lineOf(m_rows.row(row).from));
    const QStringView text = QStringView(code()).mid(line.from, line.length());
    const bool isAdded = text.startsWith(u'+') && !text.startsWith(u"+++");
    const bool isRemoved = text.startsWith(u'-') && !text.startsWith(u"---");
    if (isAdded || isRemoved)
        painter->fillRect(
            QRectF(at.x() + 1, at.y() + rowTop(row), m_width - 2, m_style.codeLineHeight),
            isAdded ? m_style.palette.codeAdded : m_style.palette.codeRemoved);
}

void CodeLayout::drawNumber(QPainter *painter, QPointF at, int row) const
{
    if (!m_display.hasNumbers)
        return;
    const int start = m_rows.row(row).from;
    const int line = m_rows.lineOf(start);
    if (m_rows.line(line).from != start)
        return; // the line goes on
    painter->setFont(m_style.code);
    painter->setPen(m_style.palette.muted);
    painter->drawText(QRectF(at.x() + kPadding, at.y() + rowTop(row), gutterWidth() - kGutterGap,
                          m_style.codeLineHeight),
        Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
}

void CodeLayout::drawRow(QPainter *painter, QPointF at, int row, const TextMarks &marks) const
{
    const QPointF place = at + QPointF(codeLeft() - m_scroll, rowTop(row));
    const TextRange range = m_rows.row(row);
    const auto found = std::ranges::lower_bound(
        marks.found, range.from, {}, [](const TextRange &hit) { return hit.to - 1; });
    for (auto hit = found; hit != marks.found.end() && hit->from <= range.to; ++hit)
        drawRange(painter, place, row, *hit, foundColor(m_style.palette));
    drawRange(painter, place, row, marks.current, currentFoundColor(m_style.palette));
    drawRange(painter, place, row, marks.selected, m_style.palette.selection);
    painter->setPen(m_style.palette.codeText);
    // What lies in the padding is seen, too.
    rowText(row).draw(
        painter, place, m_scroll - kPadding, m_scroll + seenWidth(m_width) + kPadding);
}

void CodeLayout::drawRange(
    QPainter *painter, QPointF place, int row, TextRange range, const QColor &color) const
{
    constexpr qreal kLineEndMark = 4; // shows that it goes on in the next line
    const TextRange here = m_rows.row(row);
    const int behind = m_rows.endsLine(here) ? here.to + 1 : here.to;
    if (range.isEmpty() || range.from >= behind || range.to <= here.from)
        return;
    CodeRow &text = rowText(row);
    const qreal from = text.xOf(std::max(range.from - here.from, 0));
    const qreal to = text.xOf(std::min(range.to, here.to) - here.from)
        + (range.to > here.to && behind > here.to ? kLineEndMark : 0);
    painter->fillRect(
        QRectF(place.x() + from, place.y(), to - from, m_style.codeLineHeight), color);
}

} // namespace pennyworth
