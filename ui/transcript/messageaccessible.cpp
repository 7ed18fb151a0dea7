// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messageaccessible.h"

#include "transcript/messagelistmodel.h"
#include "transcript/selectedmessages.h"
#include "transcript/transcriptview.h"

#include <QCoreApplication>
#include <QWidget>

namespace pennyworth {

MessageAccessible::MessageAccessible(TranscriptView &view, MessageId message)
    : m_view(&view)
    , m_message(message)
{
}

int MessageAccessible::row() const
{
    return m_view ? m_view->model()->rowOf(m_message) : -1;
}

bool MessageAccessible::isValid() const
{
    return row() >= 0;
}

QWindow *MessageAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString MessageAccessible::content() const
{
    const int at = row();
    if (at < 0)
        return {};
    const MessageRow &message = m_view->model()->row(at);
    const QString said = wholeText(message).plain;
    return said.isEmpty() && message.problem ? message.problem->message : said;
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    const int at = row();
    if (at < 0)
        return {};
    const MessageRow &message = m_view->model()->row(at);
    if (kind == QAccessible::Name) {
        //: %1 is who speaks, %2 what they say
        return QCoreApplication::translate("pennyworth::Transcript", "%1: %2")
            .arg(message.speaker, content());
    }
    if (kind == QAccessible::Description && !message.note.isEmpty())
        return message.note;
    if (kind == QAccessible::Description)
        return message.problem ? message.problem->message : message.figures.join(u", ");
    return {};
}

QRect MessageAccessible::rect() const
{
    const int at = row();
    if (at < 0)
        return {};
    const QRect inViewport = m_view->messageRect(at);
    return {m_view->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    const int at = row();
    if (at < 0) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    state.busy = m_view->model()->row(at).status == MessageStatus::Streaming;
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->messageRect(at));
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

void MessageAccessible::selection(int, int *start, int *end) const
{
    *start = 0;
    *end = 0;
}

QString MessageAccessible::text(int start, int end) const
{
    return content().mid(start, end - start);
}

int MessageAccessible::characterCount() const
{
    return int(content().size());
}

QRect MessageAccessible::characterRect(int) const
{
    return rect();
}

int MessageAccessible::offsetAtPoint(const QPoint &point) const
{
    return rect().contains(point) ? 0 : -1;
}

QString MessageAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

QStringList MessageAccessible::actionNames() const
{
    QStringList names;
    const int at = row();
    if (at < 0)
        return names;
    for (const TranscriptControl &control : m_view->controls(at))
        names += control.label;
    names.removeDuplicates();
    return names;
}

void MessageAccessible::doAction(const QString &name)
{
    const int at = row();
    if (at < 0)
        return;
    const std::vector<TranscriptControl> controls = m_view->controls(at);
    for (const TranscriptControl &control : controls) {
        if (control.label == name) {
            m_view->activate(m_message, control);
            return;
        }
    }
}

} // namespace pennyworth
