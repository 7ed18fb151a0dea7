// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/formulalayout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

constexpr qreal kAround = 4; // above and below

InlineText inLines(QString text)
{
    text.replace(u'\n', QChar(QChar::LineSeparator));
    return {.text = text};
}

} // namespace

FormulaLayout::FormulaLayout(
    const QString &source, const QString &text, const TranscriptStyle &style)
    : m_style(style)
    , m_text(text)
    , m_picture(source, FormulaPlace::OnItsOwn, style.body, style)
    , m_source(inLines(text), style.code, style.codeLineHeight)
{
}

qreal FormulaLayout::layOut(qreal width)
{
    m_width = width;
    scrollBy(0);
    return isSet() ? std::ceil(m_picture.size().height()) + 2 * kAround : m_source.layOut(width);
}

qreal FormulaLayout::estimatedHeight(qreal) const
{
    if (isSet())
        return std::ceil(m_picture.size().height()) + 2 * kAround;
    return m_style.codeLineHeight * qreal(m_text.count(u'\n') + 1);
}

QRectF FormulaLayout::pictureRect() const
{
    const qreal left = std::max(0.0, std::floor((m_width - m_picture.size().width()) / 2));
    return {QPointF(left - m_scroll, kAround), m_picture.size()};
}

void FormulaLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    if (!isSet()) {
        m_picture.hurry();
        painter->setPen(m_style.palette.muted);
        m_source.draw(painter, at, marks, m_style.palette, visible);
        return;
    }
    const QRectF rect = pictureRect();
    painter->save();
    painter->setClipRect(
        QRectF(at, QSizeF(m_width, rect.height() + 2 * kAround)), Qt::IntersectClip);
    const QRectF ground = rect.adjusted(-kAround, -kAround, kAround, kAround).translated(at);
    if (!marks.found.empty())
        painter->fillRect(ground, foundColor(m_style.palette));
    if (!marks.current.isEmpty())
        painter->fillRect(ground, currentFoundColor(m_style.palette));
    if (!marks.selected.isEmpty())
        painter->fillRect(ground, m_style.palette.selection);
    m_picture.draw(
        painter, at + rect.topLeft() + QPointF(0, m_picture.ascent()), m_style.palette.text);
    painter->restore();
    drawSidewaysBar(painter, sidewaysBar().translated(at), m_style.palette, false);
}

SidewaysBar FormulaLayout::sidewaysBar() const
{
    constexpr qreal kHeight = 8;
    const qreal whole = isSet() ? m_picture.size().width() : 0;
    if (whole <= m_width)
        return {};
    const qreal bottom = std::ceil(m_picture.size().height()) + 2 * kAround;
    return {.track = QRectF(0, bottom - kHeight, m_width, kHeight),
        .content = whole,
        .seen = m_width,
        .scroll = m_scroll};
}

bool FormulaLayout::scrollBy(qreal pixels)
{
    const qreal before = m_scroll;
    const qreal most = isSet() ? std::max(0.0, m_picture.size().width() - m_width) : 0;
    m_scroll = std::clamp(m_scroll + pixels, 0.0, most);
    return m_scroll != before;
}

bool FormulaLayout::takeTypesetting()
{
    return m_picture.take();
}

QString FormulaLayout::tipAt(QPointF) const
{
    return m_picture.problem();
}

int FormulaLayout::positionAt(QPointF point) const
{
    if (!isSet())
        return m_source.positionAt(point);
    return point.x() < pictureRect().center().x() ? 0 : int(m_text.size());
}

QRectF FormulaLayout::caretRect(int position) const
{
    if (!isSet())
        return m_source.caretRect(position);
    const QRectF rect = pictureRect();
    return {position <= 0 ? rect.left() : rect.right(), rect.top(), 0, rect.height()};
}

qreal FormulaLayout::firstBaseline() const
{
    return isSet() ? kAround + m_picture.ascent() : m_source.firstBaseline();
}

} // namespace pennyworth
