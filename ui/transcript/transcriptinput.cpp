// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>

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
    const TranscriptControl *control = layout.controlAt(inMessage(row, point));
    return control ? std::optional(ControlPlace{.message = layout.id(), .control = *control})
                   : std::nullopt;
}

QString TranscriptView::linkAt(QPointF point)
{
    const int row = rowAt(point);
    return row < 0 ? QString() : m_layouts.at(row).linkAt(inMessage(row, point));
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
    const QString link = control ? QString() : linkAt(point);
    showLinkAddress(link);
    const int row = rowAt(point);
    const bool isText = row >= 0 && m_layouts.at(row).isOverText(inMessage(row, point));
    viewport()->setCursor(control || !link.isEmpty() ? Qt::PointingHandCursor
            : isText                                 ? Qt::IBeamCursor
                                                     : Qt::ArrowCursor);
}

void TranscriptView::showLinkAddress(const QString &address)
{
    m_linkLabel->setVisible(!address.isEmpty());
    if (address.isEmpty())
        return;
    const int most = viewport()->width() / 2;
    m_linkLabel->setText(m_linkLabel->fontMetrics().elidedText(address, Qt::ElideMiddle, most));
    m_linkLabel->adjustSize();
    m_linkLabel->move(0, viewport()->height() - m_linkLabel->height());
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered.reset();
        showLinkAddress({});
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
    if (m_pressed)
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
    if (m_pressed)
        return;
    m_sinceDoubleClick.start();
    startSelection(event->position(), SelectBy::Words);
}

void TranscriptView::startSelection(QPointF point, SelectBy by)
{
    m_selectBy = by;
    m_isDragging = true;
    m_selection.start(spanAt(point, by));
    viewport()->update();
}

void TranscriptView::extendSelection(QPointF point)
{
    m_selection.extendTo(spanAt(point, m_selectBy));
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (!m_isDragging) {
        hover(event->position());
        return;
    }
    extendSelection(event->position());
    const bool isOutside = m_pointer.y() < 0 || m_pointer.y() >= viewport()->height();
    if (isOutside && !m_dragTimer.isActive())
        m_dragTimer.start();
    else if (!isOutside)
        m_dragTimer.stop();
}

void TranscriptView::dragOnward()
{
    constexpr qreal kFastest = 80;
    const qreal beyond = m_pointer.y() < 0 ? m_pointer.y() : m_pointer.y() - viewport()->height();
    scrollByPixels(std::clamp(beyond, -kFastest, kFastest));
    extendSelection(m_pointer);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragTimer.stop();
    m_isDragging = false;
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

void TranscriptView::openLink(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (url.isValid() && (scheme == u"http"_s || scheme == u"https"_s || scheme == u"mailto"_s))
        emit linkActivated(url);
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
        copyCode(message, control);
        break;
    case TranscriptControl::Kind::Copy:
        copyMessage(message);
        break;
    case TranscriptControl::Kind::Regenerate:
        emit regenerateRequested(message);
        break;
    case TranscriptControl::Kind::Continue:
        emit continueRequested(message);
        break;
    case TranscriptControl::Kind::Remedy:
        emit remedyRequested(
            message, m_model->row(row).problem ? m_model->row(row).problem->action : Remedy::None);
        break;
    }
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels =
        event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const bool isSideways = std::abs(pixels.x()) > std::abs(pixels.y())
        || event->modifiers().testFlag(Qt::ShiftModifier);
    const int row = rowAt(event->position());
    if (isSideways && row >= 0) {
        const int distance = pixels.x() != 0 ? pixels.x() : pixels.y();
        if (m_layouts.at(row).scrollBlockAt(inMessage(row, event->position()), -distance))
            viewport()->update();
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
    const qreal page = viewport()->height() - 2 * m_layouts.style().lineHeight;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused)
            activate(m_focused->message, m_focused->control);
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
            if (y >= 0 && y < viewport()->height())
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

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), this, &TranscriptView::copy);
    copyAction->setEnabled(!m_selection.isEmpty());
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace pennyworth
