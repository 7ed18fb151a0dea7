// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codefilename.h"
#include "transcript/codelayout.h"
#include "transcript/codemenu.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace pennyworth {

// Code blocks in a TranscriptView, and whatever scrolls sideways in it.

// --- what the header of a code block offers

void TranscriptView::activateCode(MessageId message, const TranscriptControl &control)
{
    using enum TranscriptControl::Kind;
    const int row = m_model->rowOf(message);
    const BlockPlace place{.section = control.section, .block = control.block};
    const CodeLayout *code = row < 0 ? nullptr : m_layouts.at(row).code(place);
    if (!code)
        return;
    CodeDisplay display = code->display();
    if (control.kind == CopyCode) {
        QGuiApplication::clipboard()->setText(code->code());
    } else if (control.kind == SaveCode) {
        emit saveRequested(code->code(), codeFileName(code->language()));
    } else if (control.kind == WrapCode) {
        display.isWrapped = !display.isWrapped;
        showCode(row, place, display);
    } else if (control.kind == NumberCode) {
        display.hasNumbers = !display.hasNumbers;
        showCode(row, place, display);
    }
}

void TranscriptView::showCode(int row, const BlockPlace &place, const CodeDisplay &display)
{
    m_rows.stopFollowing();
    keepEdge([this, row, &place, &display] {
        m_layouts.setCodeDisplay(row, place, display);
        m_rows.setEstimate(row, m_rows.height(row));
        return true;
    });
}

// What stands at the upper edge of the view stays there, whatever `change` changes above it. It
// says whether it did.
void TranscriptView::keepEdge(const std::function<bool()> &change)
{
    ensureSettled();
    const int row = m_rows.anchor().row;
    const QPointF edge(0, m_rows.anchor().offset);
    const TextPosition position = m_layouts.at(row).positionAt(edge);
    const qreal before = m_layouts.at(row).caretRect(position).top();
    if (!change())
        return;
    if (edge.y() > 0)
        m_rows.moveAnchor(m_layouts.at(row).caretRect(position).top() - before);
    settle();
    viewport()->update();
}

void TranscriptView::setCodeDisplay(const CodeDisplay &display)
{
    if (display == m_codeDisplay)
        return;
    m_codeDisplay = display;
    applyStyle();
}

void TranscriptView::openCodeMenu(
    MessageId message, const TranscriptControl &control, const QPoint &globalPlace)
{
    const int row = m_model->rowOf(message);
    const BlockPlace place{.section = control.section, .block = control.block};
    const CodeLayout *code = row < 0 ? nullptr : m_layouts.at(row).code(place);
    if (!code)
        return;
    auto *menu = new CodeMenu(code->display(), this);
    connect(menu, &CodeMenu::chosen, this, [this, message, control](TranscriptControl::Kind kind) {
        TranscriptControl pressed = control;
        pressed.kind = kind;
        activateCode(message, pressed);
    });
    menu->popup(globalPlace);
}

// Whether the point is in the header of a code block, whose menu was opened then.
bool TranscriptView::openCodeMenuAt(QPointF point, const QPoint &globalPlace)
{
    const int row = rowAt(point);
    if (row < 0)
        return false;
    const MessageLayout &layout = m_layouts.at(row);
    const QPointF inside = inMessage(row, point);
    const std::optional<BlockPlace> place = layout.blockAt(inside);
    const CodeLayout *code = place ? layout.code(*place) : nullptr;
    if (!code || !code->isInHeader(inside - layout.blockRect(*place).topLeft()))
        return false;
    TranscriptControl control;
    control.section = place->section;
    control.block = place->block;
    openCodeMenu(layout.id(), control, globalPlace);
    return true;
}

// --- sideways

std::optional<TranscriptView::BarPlace> TranscriptView::barAt(QPointF point)
{
    const int row = rowAt(point);
    if (row < 0)
        return std::nullopt;
    const MessageLayout &layout = m_layouts.at(row);
    const std::optional<BlockPlace> block = layout.blockAt(inMessage(row, point));
    if (!block)
        return std::nullopt;
    const BarPlace place{.message = layout.id(), .block = *block};
    const SidewaysBar bar = barOf(place);
    return bar.isNeeded() && bar.track.contains(point) ? std::optional(place) : std::nullopt;
}

SidewaysBar TranscriptView::barOf(const BarPlace &place)
{
    const int row = m_model->rowOf(place.message);
    if (row < 0)
        return {};
    return m_layouts.at(row).sidewaysBar(place.block).translated({columnLeft(), rowTop(row)});
}

void TranscriptView::scrollBar(const BarPlace &place, qreal pixels)
{
    const int row = m_model->rowOf(place.message);
    if (row >= 0 && m_layouts.at(row).scrollBlock(place.block, pixels))
        viewport()->update();
}

bool TranscriptView::pressBar(QPointF point)
{
    m_hotBar = barAt(point);
    if (!m_hotBar)
        return false;
    const QRectF handle = barOf(*m_hotBar).handle();
    const bool isOnHandle = point.x() >= handle.left() && point.x() < handle.right();
    m_barGrip = isOnHandle ? point.x() - handle.left() : handle.width() / 2;
    dragBar(point);
    return true;
}

void TranscriptView::dragBar(QPointF point)
{
    const SidewaysBar bar = barOf(*m_hotBar);
    if (bar.isNeeded())
        scrollBar(*m_hotBar, bar.scrollAt(point.x() - *m_barGrip) - bar.scroll);
    viewport()->update();
}

void TranscriptView::hoverBar(QPointF point)
{
    const std::optional<BarPlace> bar = barAt(point);
    if (bar != std::exchange(m_hotBar, bar))
        viewport()->update();
}

void TranscriptView::paintHotBar(QPainter *painter)
{
    if (m_hotBar && m_model->rowOf(m_hotBar->message) >= m_rows.anchor().row)
        drawSidewaysBar(painter, barOf(*m_hotBar), m_layouts.style().palette, true);
}

// How far the pointer drags a selection beyond what is seen of a block that scrolls.
qreal TranscriptView::beyondBlock()
{
    const TextPosition &end = caret();
    const SidewaysBar bar =
        barOf({.message = end.message, .block = {.section = end.section, .block = end.block}});
    if (!bar.isNeeded())
        return 0;
    if (m_pointer.x() < bar.track.left())
        return bar.scroll > 0 ? m_pointer.x() - bar.track.left() : 0;
    const bool isAtEnd = bar.scroll >= bar.content - bar.seen;
    return isAtEnd ? 0 : std::max(0.0, m_pointer.x() - bar.track.right());
}

bool TranscriptView::scrollSideways(QKeyEvent *event)
{
    const bool isKey = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool isFocused = m_focused && m_focused->control.isOfCode();
    const bool isMeant = event->modifiers().testFlag(Qt::AltModifier) || isFocused;
    if (!isKey || !isMeant || (!isFocused && !m_isCaretShown))
        return false;
    const TextPosition &at = caret();
    const BarPlace place = isFocused
        ? BarPlace{.message = m_focused->message,
            .block = {.section = m_focused->control.section, .block = m_focused->control.block}}
        : BarPlace{.message = at.message, .block = {.section = at.section, .block = at.block}};
    const qreal step = 3 * m_layouts.style().lineHeight;
    scrollBar(place, event->key() == Qt::Key_Left ? -step : step);
    return true;
}

// Brings a place into what is seen of its block. The caret goes on in lines where it wanted to be.
void TranscriptView::scrollBlockTo(const TextPosition &position)
{
    const int row = m_model->rowOf(position.message);
    if (row < 0)
        return;
    const qreal before = rectInView(position).left();
    if (!m_layouts.at(row).scrollTo(position))
        return;
    if (m_caretX >= 0)
        m_caretX = std::max(0.0, m_caretX + rectInView(position).left() - before);
    viewport()->update();
}

} // namespace pennyworth
