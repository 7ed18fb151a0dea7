// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/metrics.h"
#include "transcript/linktarget.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

// Pointer and keyboard in a TranscriptView; what is shown where is decided in transcriptview.cpp.

// --- what lies under the pointer

std::optional<TranscriptView::ControlPlace> TranscriptView::controlAt(QPointF point)
{
    const int row = rowAt(point);
    if (row < 0)
        return std::nullopt;
    const MessageLayout &layout = m_layouts.at(row);
    const std::optional<TranscriptControl> control = layout.controlAt(inMessage(row, point));
    return control ? std::optional(ControlPlace{.message = layout.id(), .control = *control})
                   : std::nullopt;
}

InlineLink TranscriptView::linkAt(QPointF point)
{
    const int row = rowAt(point);
    return row < 0 ? InlineLink() : m_layouts.at(row).linkAt(inMessage(row, point));
}

TextSpan TranscriptView::spanAt(QPointF point, SelectBy by)
{
    const int row = std::max(rowAt(point), 0);
    const MessageLayout &layout = m_layouts.at(row);
    TextSpan span;
    span.first = span.last = layout.positionAt(inMessage(row, point));
    const std::vector<PlacedBlock> &blocks = layout.column(span.first.section).blocks();
    if (by == SelectBy::Characters || size_t(span.first.block) >= blocks.size())
        return span;
    const QString text = blocks[size_t(span.first.block)].layout->text();
    const TextRange range = by == SelectBy::Words ? wordAround(text, span.first.offset)
                                                  : lineAround(text, span.first.offset);
    span.first.offset = range.from;
    span.last.offset = range.to;
    return span;
}

void TranscriptView::hover(QPointF point)
{
    const std::optional<ControlPlace> control = controlAt(point);
    const bool isSame = control.has_value() == m_hovered.has_value()
        && (!control
            || (control->message == m_hovered->message
                && control->control.isSame(m_hovered->control)));
    if (!isSame)
        viewport()->update();
    m_hovered = control;
    hoverBar(point);
    hoverMessage(rowAt(point));
    const InlineLink link = control ? InlineLink() : linkAt(point);
    showLink(link);
    const int row = rowAt(point);
    const bool isText =
        row >= 0 && !m_hotBar && m_layouts.at(row).isOverText(inMessage(row, point));
    viewport()->setCursor(control || !link.target.isEmpty() ? Qt::PointingHandCursor
            : isText                                        ? Qt::IBeamCursor
                                                            : Qt::ArrowCursor);
}

void TranscriptView::hoverMessage(int row)
{
    const MessageId message = row >= 0 ? m_model->row(row).id : MessageId();
    if (std::exchange(m_hoveredMessage, message) != message)
        viewport()->update();
}

void TranscriptView::showLink(const InlineLink &link)
{
    m_linkLabel->setVisible(!link.target.isEmpty());
    if (link.target.isEmpty())
        return;
    const LinkTarget target = linkTarget(link.target, link.text);
    const int most = viewport()->width() - 2 * metrics::kGrid;
    const QFontMetrics metrics = m_linkLabel->fontMetrics();
    QString shown = elidedAddress(target, metrics, most);
    if (!target.url.isValid())
        shown += u'\n' + tr("Addresses of this kind are not opened.");
    if (target.isDisguised())
        shown += u'\n' + metrics.elidedText(target.warning, Qt::ElideMiddle, most);
    m_linkLabel->setText(shown);
    m_linkLabel->adjustSize();
    m_linkLabel->move(0, viewport()->height() - m_linkLabel->height());
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered.reset();
        m_hoveredMessage = {};
        if (!m_barGrip)
            m_hotBar.reset();
        showLink({});
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// --- pressing and dragging

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_rows.count() == 0)
        return;
    m_pressedAt = event->position();
    focusControl(std::nullopt);
    m_pressed = controlAt(event->position());
    if (m_pressed || pressBar(event->position()))
        return;
    const bool isThird = m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_selection.isStarted()) {
        m_isDragging = true;
        extendSelection(event->position());
    } else {
        startSelection(event->position(), isThird ? SelectBy::Lines : SelectBy::Characters);
    }
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_rows.count() == 0)
        return;
    m_pressed = controlAt(event->position());
    if (m_pressed || pressBar(event->position()))
        return;
    m_sinceDoubleClick.start();
    startSelection(event->position(), SelectBy::Words);
}

void TranscriptView::startSelection(QPointF point, SelectBy by)
{
    m_selectBy = by;
    m_isDragging = true;
    m_selection.start(spanAt(point, by));
    takeSelection();
}

void TranscriptView::extendSelection(QPointF point)
{
    if (m_rows.count() == 0)
        return;
    m_selection.extendTo(spanAt(point, m_selectBy));
    takeSelection();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_barGrip) {
        dragBar(m_pointer);
        return;
    }
    if (!m_isDragging) {
        hover(event->position());
        return;
    }
    extendSelection(event->position());
    const bool isOutside =
        m_pointer.y() < 0 || m_pointer.y() >= viewport()->height() || beyondBlock() != 0;
    if (isOutside && !m_dragTimer.isActive())
        m_dragTimer.start();
    else if (!isOutside)
        m_dragTimer.stop();
}

void TranscriptView::stopDragging()
{
    m_dragTimer.stop();
    m_isDragging = false;
}

void TranscriptView::dragOnward()
{
    static constexpr qreal kFastest = 80;
    const auto stepFor = [](qreal beyond) { return std::clamp(beyond, -kFastest, kFastest); };
    const TextPosition &end = caret();
    scrollBar({.message = end.message, .block = {.section = end.section, .block = end.block}},
        stepFor(beyondBlock()));
    const qreal y = m_pointer.y();
    if (y < 0 || y >= viewport()->height())
        scrollByPixels(stepFor(y < 0 ? y : y - viewport()->height()));
    extendSelection(m_pointer);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    stopDragging();
    if (std::exchange(m_barGrip, std::nullopt)) {
        hover(event->position());
        return;
    }
    if (const std::optional<ControlPlace> pressed = std::exchange(m_pressed, std::nullopt)) {
        const std::optional<ControlPlace> released = controlAt(event->position());
        if (released && released->message == pressed->message
            && released->control.isSame(pressed->control))
            activate(pressed->message, pressed->control);
        return;
    }
    const bool isClick = (event->position() - m_pressedAt).manhattanLength()
        < QGuiApplication::styleHints()->startDragDistance();
    if (isClick && m_selection.isEmpty())
        openLink(linkAt(event->position()));
}

// A disguised address is opened only by who has read where it leads.
void TranscriptView::openLink(const InlineLink &link)
{
    if (link.target.isEmpty())
        return;
    const LinkTarget target = linkTarget(link.target, link.text);
    const bool isWarned = std::exchange(m_warnedOf, link.target) == link.target;
    showLink(link);
    if (!target.url.isValid())
        return;
    if (!target.isDisguised() || isWarned) {
        emit linkActivated(target.url);
        return;
    }
    m_linkLabel->setText(m_linkLabel->text() + u'\n' + tr("Press again to open it all the same."));
    m_linkLabel->adjustSize();
    m_linkLabel->move(0, viewport()->height() - m_linkLabel->height());
}

void TranscriptView::activate(MessageId message, const TranscriptControl &control)
{
    const int row = m_model->rowOf(message);
    if (row < 0)
        return;
    switch (control.kind) {
    case TranscriptControl::Kind::Reasoning:
        m_layouts.setReasoningShown(row, !m_layouts.at(row).isReasoningShown());
        m_rows.stopFollowing();
        m_rows.setEstimate(row, m_rows.height(row));
        settle();
        viewport()->update();
        break;
    case TranscriptControl::Kind::CopyCode:
    case TranscriptControl::Kind::SaveCode:
    case TranscriptControl::Kind::WrapCode:
    case TranscriptControl::Kind::NumberCode:
        activateCode(message, control);
        break;
    case TranscriptControl::Kind::LoadPicture:
        loadPicture(message, control);
        break;
    case TranscriptControl::Kind::Copy:
        perform(message, MessageAction::Copy);
        break;
    case TranscriptControl::Kind::Regenerate:
        perform(message, MessageAction::Regenerate);
        break;
    case TranscriptControl::Kind::Continue:
        perform(message, MessageAction::Continue);
        break;
    case TranscriptControl::Kind::Previous:
        perform(message, MessageAction::ShowPrevious);
        break;
    case TranscriptControl::Kind::Next:
        perform(message, MessageAction::ShowNext);
        break;
    case TranscriptControl::Kind::Edit:
        perform(message, MessageAction::Edit);
        break;
    case TranscriptControl::Kind::Figures:
        perform(message, MessageAction::ShowFigures);
        break;
    case TranscriptControl::Kind::SetPrice:
        perform(message, MessageAction::SetPrice);
        break;
    case TranscriptControl::Kind::Menu:
        emit menuRequested(message,
            viewport()->mapToGlobal(
                (messageRect(row).topLeft() + control.rect.bottomLeft()).toPoint()));
        break;
    case TranscriptControl::Kind::Remedy:
        emit remedyRequested(
            message, m_model->row(row).problem ? m_model->row(row).problem->action : Remedy::None);
        break;
    }
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_zoomWheel += event->angleDelta().y();
        const int steps = m_zoomWheel / QWheelEvent::DefaultDeltasPerStep;
        m_zoomWheel -= steps * QWheelEvent::DefaultDeltasPerStep;
        if (steps != 0)
            emit zoomRequested(steps);
        event->accept();
        return;
    }
    const QPoint pixels =
        event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const bool isSideways = std::abs(pixels.x()) > std::abs(pixels.y())
        || event->modifiers().testFlag(Qt::ShiftModifier);
    const int row = rowAt(event->position());
    if (isSideways && row >= 0) {
        const int distance = pixels.x() != 0 ? pixels.x() : pixels.y();
        MessageLayout &layout = m_layouts.at(row);
        if (const auto block = layout.blockAt(inMessage(row, event->position())))
            scrollBar({.message = layout.id(), .block = *block}, -distance);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

// --- keyboard

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (moveCaret(event) || scrollSideways(event))
        return;
    const qreal page = pageHeight();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused)
            activate(m_focused->message, m_focused->control);
        else if (m_isCaretShown && event->key() != Qt::Key_Space)
            openLink(linkAtCaret());
        else if (event->key() == Qt::Key_Space)
            scrollByPixels(event->modifiers().testFlag(Qt::ShiftModifier) ? -page : page);
        return;
    case Qt::Key_PageDown:
        scrollByPixels(page);
        return;
    case Qt::Key_PageUp:
        scrollByPixels(-page);
        return;
    case Qt::Key_Down:
        scrollByPixels(2 * m_layouts.style().lineHeight);
        return;
    case Qt::Key_Up:
        scrollByPixels(-2 * m_layouts.style().lineHeight);
        return;
    case Qt::Key_Home:
        scrollToValue(0);
        return;
    case Qt::Key_End:
        jumpToLatest();
        return;
    default:
        event->ignore(); // Escape stops a reply: that is the window's
    }
}

std::vector<TranscriptView::ControlPlace> TranscriptView::controlsInView()
{
    std::vector<ControlPlace> places;
    for (int row = m_rows.count() > 0 ? m_rows.anchor().row : 0; row < m_rows.count(); ++row) {
        if (rowTop(row) >= viewport()->height())
            break;
        for (const TranscriptControl &control : controls(row)) {
            const qreal y = rowTop(row) + control.rect.center().y();
            if (!control.rect.isEmpty() && y >= 0 && y < viewport()->height())
                places.push_back({.message = m_model->row(row).id, .control = control});
        }
    }
    std::ranges::stable_sort(places, [this](const ControlPlace &a, const ControlPlace &b) {
        const int rowA = m_model->rowOf(a.message);
        const int rowB = m_model->rowOf(b.message);
        return rowA != rowB ? rowA < rowB : a.control.rect.top() < b.control.rect.top();
    });
    return places;
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    const std::vector<ControlPlace> places = controlsInView();
    const auto isFocused = [this](const ControlPlace &place) {
        return m_focused && place.message == m_focused->message
            && place.control.isSame(m_focused->control);
    };
    const auto found = std::ranges::find_if(places, isFocused);
    const auto index = found == places.end() ? -1 : int(found - places.begin());
    const int wanted = index < 0 ? (next ? 0 : int(places.size())) : next ? index + 1 : index - 1;
    if (wanted >= 0 && wanted < int(places.size())) {
        focusControl(places[size_t(wanted)]);
        return true;
    }
    focusControl(std::nullopt);
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void TranscriptView::focusControl(const std::optional<ControlPlace> &place)
{
    if (!place && !m_focused)
        return;
    m_focused = place;
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace pennyworth
