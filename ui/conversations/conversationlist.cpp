// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationlist.h"

#include "conversations/conversationdelegate.h"
#include "conversations/conversationlistmodel.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

ConversationList::ConversationList(const Theme &theme, ConversationFilter &rows, QWidget *parent)
    : QListView(parent)
    , m_rows(rows)
    , m_delegate(new ConversationDelegate(theme, Headings::Days, this))
{
    setObjectName(u"conversationList"_s);
    setAccessibleName(tr("Conversations"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setModel(&rows);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, &ConversationList::scheduleDelayedItemsLayout);
    connect(&rows, &ConversationFilter::filtered, this, [this] { choose(m_chosen); });
}

void ConversationList::choose(ConversationId id)
{
    const QScopedValueRollback choosing(m_choosing, true);
    m_chosen = id;
    const QModelIndex found = rowOf(id);
    if (found != currentIndex())
        setCurrentIndex(found);
}

QModelIndex ConversationList::rowOf(ConversationId id) const
{
    if (!id.isValid() || m_rows.rowCount() == 0)
        return {};
    return m_rows
        .match(m_rows.index(0, 0), ConversationListModel::IdRole, id.value, 1, Qt::MatchExactly)
        .value(0);
}

void ConversationList::chooseNext(int step)
{
    if (m_rows.rowCount() == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() + step : 0;
    setCurrentIndex(m_rows.index(std::clamp(from, 0, m_rows.rowCount() - 1), 0));
}

void ConversationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_choosing || !current.isValid())
        return;
    m_chosen = m_rows.idAt(current);
    emit chosen(m_chosen);
}

void ConversationList::selectionChanged(
    const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    // Assistive technology selects a row without making it the current one.
    const QModelIndexList rows = selected.indexes();
    if (!rows.isEmpty() && rows.constFirst() != currentIndex())
        selectionModel()->setCurrentIndex(rows.constFirst(), QItemSelectionModel::NoUpdate);
}

void ConversationList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // A row that a filter takes away is no wish to see its neighbour.
    const QScopedValueRollback choosing(m_choosing, true);
    if (currentIndex().row() >= first && currentIndex().row() <= last)
        setCurrentIndex({});
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

void ConversationList::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QListView::rowsInserted(parent, first, last);
    if (!currentIndex().isValid() && m_chosen.isValid())
        choose(m_chosen);
}

QModelIndex ConversationList::rowAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && m_delegate->boxOf(visualRect(index), index).contains(position)
        ? index
        : QModelIndex();
}

void ConversationList::rename(ConversationId id)
{
    const QModelIndex row = rowOf(id);
    if (!row.isValid())
        return;
    setFocus(Qt::OtherFocusReason);
    scrollTo(row);
    edit(row);
}

void ConversationList::mousePressEvent(QMouseEvent *event)
{
    if (rowAt(event->position().toPoint()).isValid())
        QListView::mousePressEvent(event);
}

void ConversationList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete) && currentIndex().isValid()) {
        emit removeRequested(m_rows.idAt(currentIndex()));
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        emit confirmed();
        return;
    }
    QListView::keyPressEvent(event);
}

void ConversationList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex row = byKeyboard ? currentIndex() : rowAt(event->pos());
    if (!row.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), QKeySequence(Qt::Key_F2), this, [this, row] {
        if (row.isValid())
            edit(row);
    });
    const bool isPinned = row.data(ConversationListModel::PinnedRole).toBool();
    menu->addAction(isPinned ? tr("Unpin") : tr("Pin"), this, [this, row, isPinned] {
        if (row.isValid())
            emit pinRequested(m_rows.idAt(row), !isPinned);
    });
    menu->addAction(tr("Delete"), QKeySequence(QKeySequence::Delete), this, [this, row] {
        if (row.isValid())
            emit removeRequested(m_rows.idAt(row));
    });
    menu->popup(
        byKeyboard ? viewport()->mapToGlobal(visualRect(row).center()) : event->globalPos());
}

} // namespace pennyworth
