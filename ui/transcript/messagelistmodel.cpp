// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"

#include <algorithm>

namespace pennyworth {

MessageListModel::MessageListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MessageRow &row = m_rows.at(index.row());
    switch (role) {
    case TextRole:
        return row.text;
    case IdRole:
        return row.id.value;
    case AuthorRole:
        return int(row.role);
    case StatusRole:
        return int(row.status);
    case SpeakerRole:
        return row.speaker;
    case ReasoningRole:
        return row.reasoning;
    case ReasoningSummaryRole:
        return row.reasoningSummary;
    case FiguresRole:
        return row.figures;
    case CostRole:
        return row.cost;
    case ProblemRole:
        return row.problem ? row.problem->message : QString();
    default:
        return {};
    }
}

int MessageListModel::rowOf(MessageId id) const
{
    return m_rowOf.value(id, -1);
}

void MessageListModel::setRows(const QList<MessageRow> &rows)
{
    const auto oldCount = int(m_rows.size());
    const auto newCount = int(rows.size());
    const auto isSame = [&](int oldRow, int newRow) {
        return m_rows.at(oldRow).id == rows.at(newRow).id;
    };
    int head = 0;
    while (head < oldCount && head < newCount && isSame(head, head))
        ++head;
    int tail = 0;
    while (tail < oldCount - head && tail < newCount - head
        && isSame(oldCount - 1 - tail, newCount - 1 - tail))
        ++tail;
    replaceRange(head, oldCount - head - tail, rows.mid(head, newCount - head - tail));
    for (int i = 0; i < newCount; ++i)
        changeRow(i, rows.at(i));
}

void MessageListModel::replaceRange(int first, int count, const QList<MessageRow> &rows)
{
    if (count > 0) {
        beginRemoveRows({}, first, first + count - 1);
        for (int i = first; i < first + count; ++i)
            m_rowOf.remove(m_rows.at(i).id);
        m_rows.remove(first, count);
        indexFrom(first);
        endRemoveRows();
    }
    if (rows.isEmpty())
        return;
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows = m_rows.mid(0, first) + rows + m_rows.mid(first);
    indexFrom(first);
    endInsertRows();
}

void MessageListModel::indexFrom(int first)
{
    for (int i = first; i < int(m_rows.size()); ++i)
        m_rowOf.insert(m_rows.at(i).id, i);
}

void MessageListModel::updateRow(const MessageRow &row)
{
    const int at = rowOf(row.id);
    if (at >= 0)
        changeRow(at, row);
}

void MessageListModel::changeRow(int row, const MessageRow &value)
{
    if (m_rows.at(row) == value)
        return;
    m_rows[row] = value;
    const QModelIndex changed = index(row);
    emit dataChanged(changed, changed,
        {TextRole, StatusRole, SpeakerRole, ReasoningRole, ReasoningSummaryRole, FiguresRole,
            CostRole, ProblemRole});
}

void MessageListModel::appendTail(MessageId id, const QString &text, const QString &reasoning)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_rows[row].text += text;
    m_rows[row].reasoning += reasoning;
    emit dataChanged(index(row), index(row), {TailRole});
}

} // namespace pennyworth
