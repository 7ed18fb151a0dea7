// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationfilter.h"

#include "conversations/conversationlistmodel.h"

namespace pennyworth {

void ConversationFilter::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    invalidate(); // all at once: thousands of removals of single rows would be a pause
    emit filtered();
}

ConversationId ConversationFilter::idAt(const QModelIndex &index) const
{
    return {index.data(ConversationListModel::IdRole).toLongLong()};
}

bool ConversationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return m_text.isEmpty()
        || index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace pennyworth
