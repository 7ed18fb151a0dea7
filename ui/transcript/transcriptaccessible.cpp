// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptaccessible.h"

#include "transcript/messageaccessible.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <algorithm>

namespace pennyworth {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(*view) : nullptr; // Qt's cache owns it
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView &view)
    : QAccessibleWidget(&view, QAccessible::List)
    , m_view(view)
{
}

TranscriptAccessible::~TranscriptAccessible()
{
    for (const auto &[message, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

int TranscriptAccessible::childCount() const
{
    return m_view.model()->rowCount();
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const MessageId message = m_view.model()->row(index).id;
    const auto known = m_children.find(message.value);
    if (known != m_children.end())
        return QAccessible::accessibleInterface(known->second);
    auto *made = new MessageAccessible(m_view, message); // Qt's cache owns it
    m_children.emplace(message.value, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    const QPoint point = m_view.viewport()->mapFromGlobal(QPoint(x, y));
    const int row = m_view.rowAt(point);
    return row >= 0 && m_view.messageRect(row).contains(point) ? child(row) : nullptr;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[message, id] : m_children) {
        if (QAccessible::accessibleInterface(id) == child)
            return m_view.model()->rowOf(MessageId{message});
    }
    return -1;
}

void announceText(TranscriptView &view, int row, const QString &text)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *message = list && !text.isEmpty() ? list->child(row) : nullptr;
    if (!message)
        return;
    const int end = message->textInterface()->characterCount();
    QAccessibleTextInsertEvent event(message, std::max(0, end - int(text.size())), text);
    QAccessible::updateAccessibility(&event);
}

void announceCaret(TranscriptView &view, int row)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *message = list ? list->child(row) : nullptr;
    if (!message)
        return;
    const QAccessibleTextInterface &text = *message->textInterface();
    if (text.selectionCount() > 0) {
        int start = 0;
        int end = 0;
        text.selection(0, &start, &end);
        QAccessibleTextSelectionEvent event(message, start, end);
        event.setCursorPosition(text.cursorPosition());
        QAccessible::updateAccessibility(&event);
        return;
    }
    QAccessibleTextCursorEvent event(message, text.cursorPosition());
    QAccessible::updateAccessibility(&event);
}

void installTranscriptAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace pennyworth
