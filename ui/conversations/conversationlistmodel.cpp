// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationlistmodel.h"

#include "chat/workspace.h"
#include "domain/money.h"
#include "theme/figuretext.h"
#include "theme/tips.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

QString rowCostText(const ConversationSummary &conversation)
{
    if (!conversation.cost.isEmpty()) {
        QString text = sumsText(conversation.cost);
        if (conversation.unpriced > 0)
            text += " + ?"_L1;
        return conversation.estimated > 0 ? estimateText(text) : text;
    }
    if (conversation.unpriced > 0)
        return ConversationListModel::tr("unknown", "cost");
    if (conversation.demonstration)
        return ConversationListModel::tr("demo", "instead of a cost");
    if (conversation.local)
        return ConversationListModel::tr("local", "instead of a cost");
    return {};
}

ConversationListModel::ConversationListModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_rows(workspace.conversations())
    , m_today(localDayOf(workspace.clock().now()))
{
    groupAll();
    connect(&workspace, &Workspace::conversationsLoaded, this, &ConversationListModel::reload);
    connect(&workspace, &Workspace::conversationAdded, this, &ConversationListModel::takeAdded);
    connect(&workspace, &Workspace::conversationChanged, this, &ConversationListModel::takeChanged);
    connect(&workspace, &Workspace::conversationMoved, this, &ConversationListModel::takeMoved);
    connect(&workspace, &Workspace::conversationRemoved, this, &ConversationListModel::takeRemoved);
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConversationSummary &conversation = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return conversation.title;
    case Qt::ToolTipRole:
        return plainTip(conversation.cost.isEmpty()
                ? conversation.title
                : conversation.title + u'\n' + exactText(conversation.cost));
    case Qt::AccessibleTextRole:
        return spokenText(conversation);
    case IdRole:
        return conversation.id.value;
    case ModelRole:
        return conversation.model;
    case CostRole:
        return rowCostText(conversation);
    case GroupRole:
        return m_groups.at(index.row());
    case StreamingRole:
        return m_streaming.contains(conversation.id);
    case UnreadRole:
        return conversation.unread;
    case PinnedRole:
        return conversation.pinned;
    default:
        return {};
    }
}

QString ConversationListModel::spokenText(const ConversationSummary &conversation) const
{
    QStringList parts{conversation.title, conversation.model, rowCostText(conversation)};
    if (m_streaming.contains(conversation.id))
        parts += tr("streaming", "state of a reply");
    if (conversation.pinned)
        parts += tr("pinned", "a conversation that stays on top");
    if (conversation.unread)
        parts += tr("unread", "a conversation with a new answer");
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : flags;
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString title = value.toString().simplified();
    ConversationSummary &conversation = m_rows[index.row()];
    if (title.isEmpty() || title == conversation.title)
        return false;
    conversation.title = title;
    emit dataChanged(
        index, index, {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    m_workspace.renameConversation(conversation.id, title);
    return true;
}

QModelIndex ConversationListModel::indexOf(ConversationId id) const
{
    const auto found = std::ranges::find(m_rows, id, &ConversationSummary::id);
    return found == m_rows.cend() ? QModelIndex()
                                  : index(static_cast<int>(found - m_rows.cbegin()));
}

void ConversationListModel::setStreaming(ConversationId id, bool streaming)
{
    if (m_streaming.contains(id) == streaming)
        return;
    if (streaming)
        m_streaming.insert(id);
    else
        m_streaming.remove(id);
    if (const QModelIndex row = indexOf(id); row.isValid())
        emit dataChanged(row, row, {StreamingRole, Qt::AccessibleTextRole});
}

int ConversationListModel::groupOf(const ConversationSummary &conversation) const
{
    return conversation.pinned ? DayGroup::pinned().key()
                               : DayGroup(localDayOf(conversation.updated), m_today).key();
}

void ConversationListModel::groupAll()
{
    m_groups.resize(m_rows.size());
    std::ranges::transform(m_rows, m_groups.begin(),
        [this](const auto &conversation) { return groupOf(conversation); });
}

void ConversationListModel::refreshDay()
{
    const std::chrono::sys_days today = localDayOf(m_workspace.clock().now());
    if (today == m_today)
        return;
    m_today = today;
    groupAll();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {GroupRole});
}

std::chrono::sys_days ConversationListModel::localDayOf(Instant at) const
{
    return localDay(at, m_workspace.clock().utcOffsetMinutes(at));
}

void ConversationListModel::reload()
{
    beginResetModel();
    m_rows = m_workspace.conversations();
    groupAll();
    endResetModel();
}

void ConversationListModel::takeAdded(int row)
{
    refreshDay();
    beginInsertRows({}, row, row);
    m_rows.insert(row, m_workspace.conversations().at(row));
    m_groups.insert(row, groupOf(m_rows.at(row)));
    endInsertRows();
}

void ConversationListModel::takeChanged(int row)
{
    m_rows[row] = m_workspace.conversations().at(row);
    m_groups[row] = groupOf(m_rows.at(row));
    emit dataChanged(index(row), index(row));
}

void ConversationListModel::takeMoved(int from, int to)
{
    refreshDay();
    // Qt counts the target before the row has left.
    if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    m_rows.move(from, to);
    m_groups.move(from, to);
    endMoveRows();
}

void ConversationListModel::takeRemoved(int row)
{
    const ConversationId id = m_rows.at(row).id;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_groups.removeAt(row);
    endRemoveRows();
    m_streaming.remove(id);
}

} // namespace pennyworth
