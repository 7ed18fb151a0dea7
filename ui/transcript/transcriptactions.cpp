// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"
#include "transcript/selectedmessages.h"
#include "transcript/transcriptview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace pennyworth {

// What is done with whole messages of a TranscriptView.

void TranscriptView::perform(MessageId message, MessageAction action)
{
    switch (action) {
    case MessageAction::CopySelection:
        copy();
        return;
    case MessageAction::SelectAll:
        selectAll();
        return;
    case MessageAction::Copy:
        copyMessage(message);
        return;
    case MessageAction::CopyMarkdown:
    case MessageAction::CopyPlain:
    case MessageAction::CopyHtml:
        copyMessageAs(message, action);
        return;
    case MessageAction::ShowPrevious:
    case MessageAction::ShowNext:
        changeVersion(message, action);
        return;
    case MessageAction::Edit:
    case MessageAction::Regenerate:
    case MessageAction::Continue:
    case MessageAction::Quote:
    case MessageAction::BranchHere:
    case MessageAction::ShowFigures:
    case MessageAction::SetPrice:
    case MessageAction::ShowExchange:
    case MessageAction::Delete:
        emit actionRequested(message, action);
        return;
    }
}

void TranscriptView::copyMessageAs(MessageId message, MessageAction form)
{
    const int row = m_model->rowOf(message);
    if (row < 0)
        return;
    const SelectedText text = wholeText(m_model->row(row));
    auto mimeData = std::make_unique<QMimeData>();
    if (form == MessageAction::CopyHtml) {
        mimeData->setHtml(text.html);
        mimeData->setText(text.html); // who takes no HTML gets its source
    } else {
        mimeData->setText(form == MessageAction::CopyMarkdown ? text.markdown : text.plain);
    }
    QGuiApplication::clipboard()->setMimeData(mimeData.release());
}

// The message keeps its place: its top where that is seen, otherwise the control that was pressed,
// so that it can be pressed again.
void TranscriptView::changeVersion(MessageId message, MessageAction action)
{
    const int row = m_model->rowOf(message);
    if (row < 0)
        return;
    ensureSettled();
    const bool showsTop = rowTop(row) >= 0;
    const qreal place = rowTop(row) + (showsTop ? 0 : versionsTop(row));
    const bool wasFocused = m_focused && m_focused->message == message;
    emit actionRequested(message, action);
    if (row >= m_model->rowCount() || m_model->row(row).id == message)
        return;
    m_rows.scrollTo(m_rows.top(row) + (showsTop ? 0 : versionsTop(row)) - place);
    settle();
    if (wasFocused)
        focusVersionControl(row, action);
    viewport()->update();
}

qreal TranscriptView::versionsTop(int row)
{
    const std::vector<TranscriptControl> all = controls(row);
    const auto found = std::ranges::find_if(all, [](const TranscriptControl &control) {
        return control.kind == TranscriptControl::Kind::Previous
            || control.kind == TranscriptControl::Kind::Next;
    });
    return found == all.end() ? 0 : found->rect.top();
}

// At either end only the way back is left.
void TranscriptView::focusVersionControl(int row, MessageAction action)
{
    using enum TranscriptControl::Kind;
    const TranscriptControl::Kind wanted = action == MessageAction::ShowPrevious ? Previous : Next;
    std::optional<TranscriptControl> best;
    for (const TranscriptControl &control : controls(row)) {
        if (control.kind == wanted || (!best && (control.kind == Previous || control.kind == Next)))
            best = control;
    }
    if (best)
        focusControl(ControlPlace{.message = m_model->row(row).id, .control = *best});
}

// --- the menu

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_model->rowCount() == 0)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        openMenuOfFocused();
        return;
    }
    if (openCodeMenuAt(event->pos(), event->globalPos())
        || openPictureMenu(event->pos(), event->globalPos()))
        return;
    emit menuRequested(m_model->row(std::max(0, rowAt(event->pos()))).id, event->globalPos());
}

// Of the message whose control has the focus, otherwise of the last one that is seen whole or in
// part.
void TranscriptView::openMenuOfFocused()
{
    ensureSettled();
    int row = m_focused ? m_model->rowOf(m_focused->message) : -1;
    if (row < 0)
        row = std::max(0, rowAt(QPointF(0, viewport()->height() - 1)));
    const QRect message = messageRect(row);
    const QPoint place = m_focused
        ? message.topLeft() + m_focused->control.rect.bottomLeft().toPoint()
        : message.topLeft();
    const QRect seen = viewport()->rect();
    const QPoint shown =
        viewport()->mapToGlobal(QPoint(std::clamp(place.x(), seen.left(), seen.right()),
            std::clamp(place.y(), seen.top(), seen.bottom())));
    const bool isPicture =
        m_focused && m_focused->control.kind == TranscriptControl::Kind::LoadPicture;
    if (isPicture && openPictureMenu(message.topLeft() + m_focused->control.rect.center(), shown))
        return;
    if (m_focused && m_focused->control.isOfCode())
        openCodeMenu(m_focused->message, m_focused->control, shown);
    else
        emit menuRequested(m_model->row(row).id, shown);
}

} // namespace pennyworth
