// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/metrics.h"
#include "theme/paint.h"
#include "transcript/messagelayout.h"
#include "transcript/messagemetrics.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace pennyworth {

// How a MessageLayout looks; where everything stands is decided in messagelayout.cpp.

using namespace messagemetrics;

namespace {

constexpr qreal kStripe = 3;

enum class Towards { Left, Right, Down };

void drawArrow(QPainter *painter, const QRectF &box, Towards towards)
{
    const QPointF middle = box.center();
    QPolygonF arrow;
    switch (towards) {
    case Towards::Left:
        arrow << middle + QPointF(1.5, -3.5) << middle + QPointF(1.5, 3.5)
              << middle + QPointF(-3, 0);
        break;
    case Towards::Right:
        arrow << middle + QPointF(-1.5, -3.5) << middle + QPointF(-1.5, 3.5)
              << middle + QPointF(3, 0);
        break;
    case Towards::Down:
        arrow << middle + QPointF(-3.5, -1.5) << middle + QPointF(3.5, -1.5)
              << middle + QPointF(0, 3);
        break;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(painter->pen().color());
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(arrow);
    painter->restore();
}

void drawDots(QPainter *painter, const QRectF &box)
{
    constexpr qreal kRadius = 1.2;
    constexpr qreal kGap = 4.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(painter->pen().color());
    painter->setPen(Qt::NoPen);
    for (const qreal x : {-kGap, 0.0, kGap})
        painter->drawEllipse(box.center() + QPointF(x, 0.5), kRadius, kRadius);
    painter->restore();
}

} // namespace

void MessageLayout::draw(
    QPainter *painter, QPointF at, const QRectF &visible, const Look &look) const
{
    const Palette &palette = m_style.palette;
    if (!m_row.note.isEmpty())
        drawNote(painter, at);
    QFont caption = m_style.caption;
    caption.setWeight(QFont::Medium);
    painter->setFont(caption);
    painter->setPen(palette.muted);
    painter->drawText(QRectF(at + QPointF(0, captionTop()), QSizeF(m_width, kCaptionHeight)),
        Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(caption).elidedText(m_row.speaker, Qt::ElideMiddle, m_captionEnd));
    if (isPrompt())
        drawRoundedBox(painter, m_box.translated(at),
            {.fill = palette.prompt, .line = QColor(), .radius = metrics::kCardRadius});
    if (m_reasoningShown && !m_reasoning.isEmpty()) {
        const qreal height = m_answerOrigin.y() - m_reasoningOrigin.y() - 2 * metrics::kGrid;
        painter->fillRect(
            QRectF(at.x() + 2, at.y() + m_reasoningOrigin.y(), 2, height), palette.hairline);
        drawSection(painter, at, visible, Section::Reasoning, look);
    }
    drawSection(painter, at, visible, Section::Answer, look);
    if (m_row.problem)
        drawProblem(painter, at);
    for (const TranscriptControl &control : m_controls)
        drawControl(painter, at, visible, control, look);
    drawCodeControls(painter, at, visible, look);
    drawFigures(painter, at);
    drawVersions(painter, at, look);
}

/// A line with the words in its middle.
void MessageLayout::drawNote(QPainter *painter, QPointF at) const
{
    const QFontMetricsF measure(m_style.caption);
    const QString words = measure.elidedText(m_row.note, Qt::ElideRight, m_width);
    const QRectF row(at + QPointF(0, kAbove / 2), QSizeF(m_width, kNoteHeight));
    const qreal width = measure.horizontalAdvance(words);
    const qreal gap = metrics::kGrid + metrics::kHalf;
    const qreal side = (m_width - width) / 2 - gap;
    const qreal y = std::floor(row.center().y());
    if (side > 0) {
        const QColor &line = m_style.palette.warning;
        painter->fillRect(QRectF(row.left(), y, side, metrics::kHairline), line);
        painter->fillRect(QRectF(row.right() - side, y, side, metrics::kHairline), line);
    }
    painter->setFont(m_style.caption);
    painter->setPen(m_style.palette.muted);
    painter->drawText(row, Qt::AlignCenter, words);
}

void MessageLayout::drawSection(
    QPainter *painter, QPointF at, const QRectF &visible, Section section, const Look &look) const
{
    const TextColumn &text = column(section);
    if (text.isReading())
        return;
    const TextColumn::Marks marks = look.marks
        ? TextColumn::Marks([&look, section](int index, const PlacedBlock &block) {
              return look.marks(section, index, block);
          })
        : TextColumn::Marks();
    const QPointF origin = at + originOf(section);
    text.draw(painter, origin, visible, marks);
    const bool onlyThinks = m_answer.isEmpty() && m_reasoningShown && !m_reasoning.isEmpty();
    if (look.showsCaret && onlyThinks == (section == Section::Reasoning)) {
        constexpr qreal kCaretWidth = 6;
        const QRectF end = text.endRect().translated(origin);
        const qreal height = QFontMetricsF(m_style.body).height();
        painter->fillRect(
            QRectF(end.x() + 1, end.y() + (end.height() - height) / 2, kCaretWidth, height),
            m_style.palette.text);
    }
}

void MessageLayout::drawProblem(QPainter *painter, QPointF at) const
{
    const Palette &palette = m_style.palette;
    const QRectF box = m_problemBox.translated(at);
    const QColor stripe = m_row.status == MessageStatus::Failed ? palette.danger : palette.warning;
    drawRoundedBox(painter, box,
        {.fill = palette.raised, .line = palette.hairline, .radius = metrics::kCardRadius});
    painter->fillRect(QRectF(box.left(), box.top() + metrics::kCardRadius, kStripe,
                          box.height() - 2 * metrics::kCardRadius),
        stripe);
    qreal y = box.top() + kPromptPadding;
    for (const auto &[flow, color] : m_problemLines) {
        painter->setPen(color);
        flow->draw(painter, {box.left() + kInset, y}, {}, palette, box);
        y += flow->height();
    }
}

void MessageLayout::drawFigures(QPainter *painter, QPointF at) const
{
    const QFontMetricsF metrics(m_style.caption);
    painter->setFont(m_style.caption);
    for (const auto &[figure, rect] : m_figures) {
        const bool isCost = !m_row.cost.isEmpty() && &figure == &m_figures.back().first;
        painter->setPen(isCost ? m_style.palette.text : m_style.palette.muted);
        painter->drawText(rect.translated(at), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(figure, Qt::ElideRight, rect.width()));
    }
}

// The arrows that lead somewhere are controls, too, which draws the ground under them.
void MessageLayout::drawVersions(QPainter *painter, QPointF at, const Look &look) const
{
    if (m_previousPlace.isEmpty())
        return;
    const auto drawTowards = [&](const QRectF &place, Towards towards, bool leadsOn) {
        const bool isHovered = look.hovered && look.hovered->rect == place;
        painter->setPen(!leadsOn ? m_style.palette.hairline
                : isHovered      ? m_style.palette.text
                                 : m_style.palette.muted);
        drawArrow(painter, place.translated(at), towards);
    };
    const MessageActions &actions = m_row.actions;
    drawTowards(m_previousPlace, Towards::Left, actions.version > 1);
    drawTowards(m_nextPlace, Towards::Right, actions.version < actions.versions);
    painter->setFont(m_style.caption);
    painter->setPen(m_style.palette.muted);
    const QRectF count(m_previousPlace.topRight(), m_nextPlace.bottomLeft());
    painter->drawText(count.translated(at), Qt::AlignCenter, versionText());
}

void MessageLayout::drawControl(QPainter *painter, QPointF at, const QRectF &visible,
    const TranscriptControl &control, const Look &look) const
{
    const bool isShown = !control.isQuiet || control.isOn || look.isHovered || look.focused;
    if (!isShown || !control.rect.translated(at).intersects(visible))
        return;
    const Palette &palette = m_style.palette;
    const bool isHovered = look.hovered && look.hovered->isSame(control);
    const bool isFocused = look.focused && look.focused->isSame(control);
    const QRectF rect = control.rect.translated(at);
    const bool isButton = control.kind == TranscriptControl::Kind::Remedy;
    painter->setFont(isButton ? m_style.interface : m_style.caption);
    painter->setPen(control.isOn    ? palette.accent
            : isHovered || isButton ? palette.text
                                    : palette.muted);
    if (isButton) {
        drawRoundedBox(painter, rect,
            {.fill = isHovered ? palette.sunken : palette.raised,
                .line = palette.hairline,
                .radius = metrics::kControlRadius});
    } else if (isHovered && control.kind == TranscriptControl::Kind::LoadPicture) {
        drawRoundedBox(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5),
            {.fill = QColor(), .line = palette.accent, .radius = metrics::kCardRadius});
    } else if (isHovered && control.kind != TranscriptControl::Kind::Reasoning) {
        drawRoundedBox(painter, rect,
            {.fill = palette.prompt, .line = QColor(), .radius = metrics::kControlRadius});
    }
    using enum TranscriptControl::Kind;
    const bool isDrawnAbove =
        control.kind == Previous || control.kind == Next || control.kind == Figures;
    if (control.kind == Reasoning) {
        drawArrow(painter,
            QRectF(rect.left() + metrics::kHalf, rect.top(), metrics::kGrid, rect.height()),
            m_reasoningShown ? Towards::Down : Towards::Right);
        painter->drawText(rect.adjusted(2.0 * metrics::kGrid, 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter, control.label);
    } else if (control.kind == Menu) {
        drawDots(painter, rect);
    } else if (control.kind == LoadPicture) {
        painter->setPen(palette.accent);
        painter->drawText(
            rect.adjusted(0, 0, -kInset, 0), Qt::AlignRight | Qt::AlignVCenter, control.label);
    } else if (!isDrawnAbove) {
        painter->drawText(rect, Qt::AlignCenter, control.label);
    }
    if (isFocused)
        drawFocusRing(painter, rect, palette);
}

} // namespace pennyworth
