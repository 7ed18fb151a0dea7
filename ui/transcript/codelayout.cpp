// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codelayout.h"

#include "theme/metrics.h"
#include "theme/paint.h"
#include "transcript/linktarget.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <limits>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kPadding = 12;
constexpr qreal kHeaderHeight = 26;
constexpr qreal kButtonWidth = 48;
constexpr int kTabWidth = 4; // in characters
constexpr qreal kWideCharacter = 2; // CJK and emoji, in characters

// How wide a line may be, without setting it. Never less than it is in a fixed font.
qreal estimatedWidth(QStringView line, qreal characterWidth)
{
    qreal characters = 0;
    for (const QChar c : line)
        characters += c == u'\t' ? kTabWidth : c.unicode() < 0x1100 ? 1 : kWideCharacter;
    return characters * characterWidth;
}

} // namespace

CodeLayout::CodeLayout(const QString &code, const QString &info, const TranscriptStyle &style)
    : m_style(style)
    , m_code(code)
    , m_info(info)
    , m_language(info.section(u' ', 0, 0, QString::SectionSkipEmpty))
    , m_coloring(style.typesetter, m_language)
    , m_isDifference(m_language.compare("diff"_L1, Qt::CaseInsensitive) == 0
          || m_language.compare("patch"_L1, Qt::CaseInsensitive) == 0)
{
    m_lineStarts.push_back(0);
    noteLines(0);
}

void CodeLayout::append(QStringView more)
{
    const auto line = int(m_lineStarts.size()) - 1;
    m_firstChange = more.isEmpty() ? layOut(m_width) : codeTop() + line * m_style.codeLineHeight;
    m_lines.remove(line);
    const qsizetype from = m_code.size();
    m_code += more;
    noteLines(from);
}

void CodeLayout::noteLines(qsizetype from)
{
    const qreal characterWidth = QFontMetricsF(m_style.code).horizontalAdvance(u'0');
    const auto firstChanged = m_lineStarts.size() - 1;
    for (qsizetype at = m_code.indexOf(u'\n', from); at >= 0; at = m_code.indexOf(u'\n', at + 1))
        m_lineStarts.push_back(int(at) + 1);
    for (size_t i = firstChanged; i < m_lineStarts.size(); ++i) {
        const QStringView line = QStringView(m_code).mid(m_lineStarts[i], lineLength(int(i)));
        m_widest = std::max(m_widest, estimatedWidth(line, characterWidth));
    }
}

int CodeLayout::lineLength(int line) const
{
    const auto next = size_t(line) + 1;
    const int end = next < m_lineStarts.size() ? m_lineStarts[next] - 1 : int(m_code.size());
    return end - m_lineStarts[size_t(line)];
}

int CodeLayout::lineOf(int position) const
{
    const auto after = std::ranges::upper_bound(m_lineStarts, position);
    return int(after - m_lineStarts.begin()) - 1;
}

qreal CodeLayout::codeTop() const
{
    return kHeaderHeight + kPadding;
}

int CodeLayout::lineAt(qreal y) const
{
    return std::clamp(
        int((y - codeTop()) / m_style.codeLineHeight), 0, int(m_lineStarts.size()) - 1);
}

QTextLayout &CodeLayout::lineLayout(int line) const
{
    std::shared_ptr<QTextLayout> &layout = m_lines[line];
    if (!layout) {
        layout = std::make_shared<QTextLayout>(
            withVisibleControls(m_code.mid(m_lineStarts[size_t(line)], lineLength(line))),
            m_style.code);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTabStopDistance(QFontMetricsF(m_style.code).horizontalAdvance(u' ') * kTabWidth);
        layout->setTextOption(option);
        layout->setCacheEnabled(true);
        layout->setFormats(colorsOf(line));
        layout->beginLayout();
        QTextLine set = layout->createLine();
        set.setLineWidth(std::numeric_limits<int>::max() / 256.0);
        layout->endLayout();
        const QFontMetricsF metrics(m_style.code);
        set.setPosition(
            {0, (m_style.codeLineHeight - metrics.height()) / 2 + metrics.ascent() - set.ascent()});
    }
    return *layout;
}

QList<QTextLayout::FormatRange> CodeLayout::colorsOf(int line) const
{
    QList<QTextLayout::FormatRange> formats;
    const CodeSpans spans = m_coloring.spansOf(m_lineStarts, line, lineLength(line));
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
    if (isNew)
        m_lines.clear();
    return isNew;
}

qreal CodeLayout::layOut(qreal width)
{
    m_width = width;
    scrollBy(0);
    return estimatedHeight(width);
}

// Lines are not wrapped.
qreal CodeLayout::estimatedHeight(qreal) const
{
    return codeTop() + qreal(m_lineStarts.size()) * m_style.codeLineHeight + kPadding;
}

qreal CodeLayout::visibleWidth() const
{
    return m_width - 2 * kPadding;
}

bool CodeLayout::scrollBy(qreal pixels)
{
    const qreal before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0.0, std::max(0.0, m_widest - visibleWidth()));
    return m_scroll != before;
}

void CodeLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    drawBox(painter, at);
    painter->save();
    painter->setClipRect(
        QRectF(at.x() + 1, at.y() + kHeaderHeight, m_width - 2, visible.bottom() - at.y()),
        Qt::IntersectClip);
    const int first = lineAt(visible.top() - at.y());
    const int last = lineAt(visible.bottom() - at.y());
    m_coloring.look(m_code, m_lineStarts, first, last);
    for (int line = first; line <= last; ++line) {
        drawGround(painter, at, line);
        drawLine(painter, at, line, marks);
    }
    painter->restore();
    drawScrollMark(painter, at);
}

void CodeLayout::drawBox(QPainter *painter, QPointF at) const
{
    const qreal height = codeTop() + qreal(m_lineStarts.size()) * m_style.codeLineHeight + kPadding;
    const Palette &palette = m_style.palette;
    drawRoundedBox(painter, QRectF(at, QSizeF(m_width, height)),
        {.fill = palette.code, .line = palette.hairline, .radius = metrics::kCardRadius});
    painter->fillRect(QRectF(at.x() + 1, at.y() + kHeaderHeight, m_width - 2, 1), palette.hairline);
    painter->setFont(m_style.caption);
    painter->setPen(palette.muted);
    const QRectF header(
        at.x() + kPadding, at.y(), m_width - 2 * kPadding - kButtonWidth, kHeaderHeight);
    painter->drawText(header, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(m_style.caption).elidedText(m_language, Qt::ElideRight, header.width()));
}

void CodeLayout::drawGround(QPainter *painter, QPointF at, int line) const
{
    if (!m_isDifference || lineLength(line) == 0)
        return;
    const QStringView text = QStringView(m_code).mid(m_lineStarts[size_t(line)], 3);
    const bool isAdded = text.front() == u'+' && text != u"+++";
    const bool isRemoved = text.front() == u'-' && text != u"---";
    if (isAdded || isRemoved)
        painter->fillRect(QRectF(at.x() + 1, at.y() + codeTop() + line * m_style.codeLineHeight,
                              m_width - 2, m_style.codeLineHeight),
            isAdded ? m_style.palette.codeAdded : m_style.palette.codeRemoved);
}

void CodeLayout::drawLine(QPainter *painter, QPointF at, int line, const TextMarks &marks) const
{
    const QPointF place =
        at + QPointF(kPadding - m_scroll, codeTop() + line * m_style.codeLineHeight);
    for (const TextRange &found : marks.found)
        drawRange(painter, place, line, found, foundColor(m_style.palette));
    drawRange(painter, place, line, marks.current, currentFoundColor(m_style.palette));
    drawRange(painter, place, line, marks.selected, m_style.palette.selection);
    painter->setPen(m_style.palette.codeText);
    lineLayout(line).draw(painter, place);
}

void CodeLayout::drawRange(
    QPainter *painter, QPointF place, int line, TextRange range, const QColor &color) const
{
    const int start = m_lineStarts[size_t(line)];
    const int end = start + lineLength(line);
    if (range.isEmpty() || range.from > end || range.to <= start)
        return;
    const QTextLine set = lineLayout(line).lineAt(0);
    const qreal from = set.cursorToX(std::max(range.from - start, 0));
    const qreal to = set.cursorToX(std::min(range.to, end) - start) + (range.to > end ? 4 : 0);
    painter->fillRect(
        QRectF(place.x() + from, place.y(), to - from, m_style.codeLineHeight), color);
}

void CodeLayout::drawScrollMark(QPainter *painter, QPointF at) const
{
    constexpr qreal kThickness = 3;
    const qreal seen = visibleWidth();
    if (m_widest <= seen)
        return;
    const qreal y = at.y() + codeTop() + qreal(m_lineStarts.size()) * m_style.codeLineHeight
        + kPadding - 2 * kThickness;
    const QRectF mark(
        at.x() + kPadding + m_scroll / m_widest * seen, y, seen * seen / m_widest, kThickness);
    drawRoundedBox(painter, mark,
        {.fill = m_style.palette.hairline, .line = QColor(), .radius = kThickness / 2});
}

int CodeLayout::positionAt(QPointF point) const
{
    if (point.y() < codeTop())
        return 0;
    if (point.y() >= codeTop() + qreal(m_lineStarts.size()) * m_style.codeLineHeight)
        return int(m_code.size());
    const int line = lineAt(point.y());
    return m_lineStarts[size_t(line)]
        + lineLayout(line).lineAt(0).xToCursor(point.x() - kPadding + m_scroll);
}

QRectF CodeLayout::caretRect(int position) const
{
    const int line = lineOf(position);
    const qreal x = lineLayout(line).lineAt(0).cursorToX(position - m_lineStarts[size_t(line)]);
    return {kPadding - m_scroll + x, codeTop() + line * m_style.codeLineHeight, 0,
        m_style.codeLineHeight};
}

qreal CodeLayout::firstBaseline() const
{
    const QFontMetricsF metrics(m_style.caption);
    return (kHeaderHeight - metrics.height()) / 2 + metrics.ascent();
}

QRectF CodeLayout::buttonRect() const
{
    return {m_width - kButtonWidth - metrics::kHalf, 2, kButtonWidth, kHeaderHeight - 4};
}

} // namespace pennyworth
