// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/coderow.h"

#include "transcript/linktarget.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace pennyworth {

namespace {

constexpr int kPiece = 1000; // characters
constexpr int kSlack = 64; // so many less, to end between two characters
constexpr size_t kMostSet = 16;

// Where the piece from `start` on ends.
int endOfPiece(const QString &text, int start)
{
    const int end = start + kPiece;
    if (end >= int(text.size()))
        return int(text.size());
    QTextBoundaryFinder finder(
        QTextBoundaryFinder::Grapheme, QStringView(text).mid(end - kSlack, kSlack + 1));
    finder.setPosition(kSlack);
    const auto before = finder.isAtBoundary() ? kSlack : int(finder.toPreviousBoundary());
    return before > 0 ? end - kSlack + before : end;
}

} // namespace

CodeRow::CodeRow(QString text, const Style &style, CharacterWidths &widths, Formats formats)
    : m_text(std::move(text))
    , m_style(style)
    , m_widths(widths)
    , m_formats(std::move(formats))
    , m_starts{0}
    , m_lefts{0}
{
    for (int end = endOfPiece(m_text, 0); end < int(m_text.size()); end = endOfPiece(m_text, end))
        m_starts.push_back(end);
}

int CodeRow::pieceOf(int offset) const
{
    return int(std::ranges::upper_bound(m_starts, offset) - m_starts.begin()) - 1;
}

int CodeRow::pieceAt(qreal x)
{
    while (m_lefts.back() <= x && m_lefts.size() < m_starts.size())
        (void)leftOf(int(m_lefts.size()));
    const auto behind = std::ranges::upper_bound(m_lefts, x);
    return std::max(int(behind - m_lefts.begin()) - 1, 0);
}

QString CodeRow::pieceText(int index) const
{
    const auto next = size_t(index) + 1;
    const int end = next < m_starts.size() ? m_starts[next] : int(m_text.size());
    const int start = m_starts[size_t(index)];
    return m_text.mid(start, end - start);
}

qreal CodeRow::leftOf(int index)
{
    while (int(m_lefts.size()) <= index)
        m_lefts.push_back(m_lefts.back() + widthOf(int(m_lefts.size()) - 1));
    return m_lefts[size_t(index)];
}

qreal CodeRow::widthOf(int index)
{
    const QString text = pieceText(index);
    if (CharacterWidths::isExact(text))
        return m_widths.endOf(text);
    const QTextLine line = piece(index).lineAt(0);
    return std::max(line.naturalTextWidth(), line.cursorToX(int(text.size())));
}

QTextLayout &CodeRow::piece(int index)
{
    std::unique_ptr<QTextLayout> &layout = m_set[index];
    if (!layout) {
        layout = std::make_unique<QTextLayout>(withVisibleControls(pieceText(index)), m_style.font);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTabStopDistance(m_widths.tabStop());
        layout->setTextOption(option);
        layout->setCacheEnabled(true);
        layout->setFormats(m_formats(m_starts[size_t(index)], int(layout->text().size())));
        layout->beginLayout();
        QTextLine line = layout->createLine();
        line.setLineWidth(std::numeric_limits<int>::max() / 256.0);
        layout->endLayout();
        const QFontMetricsF metrics(m_style.font);
        line.setPosition(
            {0, (m_style.lineHeight - metrics.height()) / 2 + metrics.ascent() - line.ascent()});
    }
    return *layout;
}

void CodeRow::draw(QPainter *painter, QPointF at, qreal from, qreal to)
{
    const int first = pieceAt(from);
    const int last = pieceAt(to);
    for (int i = first; i <= last; ++i)
        piece(i).draw(painter, at + QPointF(leftOf(i), 0));
    trim(first, last);
}

void CodeRow::trim(int first, int last)
{
    if (m_set.size() > kMostSet)
        std::erase_if(m_set,
            [first, last](const auto &item) { return item.first < first || item.first > last; });
}

qreal CodeRow::xOf(int offset)
{
    const int index = pieceOf(offset);
    return leftOf(index) + piece(index).lineAt(0).cursorToX(offset - m_starts[size_t(index)]);
}

int CodeRow::offsetAt(qreal x)
{
    constexpr qreal kFarthest = 1e6; // Qt reckons with 32 bits
    const int index = pieceAt(x);
    return m_starts[size_t(index)]
        + piece(index).lineAt(0).xToCursor(std::clamp(x - leftOf(index), -kFarthest, kFarthest));
}

} // namespace pennyworth
