// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messageaccessible.h"

#include "transcript/controltext.h"
#include "transcript/messagelistmodel.h"
#include "transcript/plainplaces.h"
#include "transcript/selectedmessages.h"
#include "transcript/transcriptview.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <tuple>

namespace pennyworth {

namespace {

// Where the character at `index` ends; a mark of a list ends where it begins.
TextPosition placeBehind(const std::vector<TextPosition> &places, size_t index)
{
    TextPosition place = places[index];
    const bool isMark = index + 1 < places.size() && places[index + 1] == place;
    place.offset += isMark ? 0 : 1;
    return place;
}

} // namespace

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

// The part of the view's selection that lies in this message.
TextRange MessageAccessible::selectedRange() const
{
    const std::optional<TextSpan> span = m_view ? m_view->selectedSpan() : std::nullopt;
    if (!span || row() < 0)
        return {};
    return {selectionEdge(span->first), selectionEdge(span->last)};
}

int MessageAccessible::selectionEdge(const TextPosition &edge) const
{
    const int edgeRow = m_view->model()->rowOf(edge.message);
    if (edgeRow != row())
        return edgeRow < row() ? 0 : characterCount();
    return edge.section == Section::Answer ? offsetOf(edge) : 0;
}

void MessageAccessible::selection(int index, int *start, int *end) const
{
    const TextRange range = index == 0 ? selectedRange() : TextRange();
    *start = range.from;
    *end = range.to;
}

int MessageAccessible::selectionCount() const
{
    return selectedRange().isEmpty() ? 0 : 1;
}

void MessageAccessible::addSelection(int start, int end)
{
    const std::vector<TextPosition> all = places();
    const auto count = int(all.size());
    const TextRange range{
        std::clamp(std::min(start, end), 0, count), std::clamp(std::max(start, end), 0, count)};
    if (range.isEmpty())
        return;
    m_view->select(
        {.first = all[size_t(range.from)], .last = placeBehind(all, size_t(range.to) - 1)});
}

void MessageAccessible::removeSelection(int index)
{
    if (index == 0 && selectionCount() > 0)
        m_view->clearSelection();
}

void MessageAccessible::setSelection(int index, int start, int end)
{
    if (index == 0)
        addSelection(start, end);
}

void MessageAccessible::setCursorPosition(int position)
{
    const std::vector<TextPosition> all = places();
    const auto at = size_t(position);
    if (all.empty() || position < 0 || at > all.size())
        return;
    // Between two blocks it stands at the end of the first.
    const bool isBehind = at == all.size() || (at > 0 && all[at - 1].block != all[at].block);
    m_view->showCaretAt(isBehind ? placeBehind(all, at - 1) : all[at]);
}

QString MessageAccessible::text(int start, int end) const
{
    return content().mid(start, end - start);
}

int MessageAccessible::characterCount() const
{
    return int(content().size());
}

std::vector<TextPosition> MessageAccessible::places() const
{
    const int at = row();
    if (at < 0 || m_view->model()->row(at).text.isEmpty())
        return {};
    return placesOf(content(), m_message, m_view->blocks(at));
}

QRect MessageAccessible::characterRect(int offset) const
{
    const std::vector<TextPosition> all = places();
    if (offset < 0 || size_t(offset) >= all.size())
        return {};
    TextPosition position = all[size_t(offset)];
    QRectF place = m_view->rectInView(position);
    ++position.offset;
    const QRectF next = m_view->rectInView(position);
    const bool isSameLine = next.top() == place.top() && next.left() > place.left();
    place.setRight(isSameLine ? next.left() : place.left() + 1);
    return place.toAlignedRect().translated(m_view->viewport()->mapToGlobal(QPoint()));
}

int MessageAccessible::offsetAtPoint(const QPoint &point) const
{
    if (!rect().contains(point))
        return -1;
    const TextPosition wanted = m_view->positionAt(m_view->viewport()->mapFromGlobal(point));
    return offsetOf(wanted);
}

// What stands for no character of the text (marks of lists) comes before the one that it shares
// its place with.
int MessageAccessible::offsetOf(const TextPosition &position) const
{
    const std::vector<TextPosition> all = places();
    const auto behind = std::ranges::upper_bound(all, std::tuple(position.block, position.offset),
        {}, [](const TextPosition &at) { return std::tuple(at.block, at.offset); });
    const auto before = int(behind - all.begin()) - 1;
    if (before < 0)
        return 0;
    // Behind the last character of a block stands nothing that has a place there.
    return all[size_t(before)] == position ? before : before + 1;
}

int MessageAccessible::cursorPosition() const
{
    const TextPosition caret = m_view ? m_view->caret() : TextPosition();
    if (row() < 0 || caret.message != m_message)
        return 0;
    return offsetOf(caret);
}

void MessageAccessible::scrollToSubstring(int start, int)
{
    const std::vector<TextPosition> all = places();
    if (start >= 0 && size_t(start) < all.size())
        m_view->reveal(all[size_t(start)]);
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
        names += actionName(control);
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
        if (actionName(control) == name) {
            m_view->activate(m_message, control);
            return;
        }
    }
}

} // namespace pennyworth
