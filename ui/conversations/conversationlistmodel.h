// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conversations/daygroup.h"
#include "domain/conversation.h"

#include <QAbstractListModel>
#include <QSet>

namespace pennyworth {

class Workspace;

/// The conversations of a Workspace as rows, in its order, with what the list shows of each.
/// Follows the workspace's signals one by one. Owned by the sidebar.
class ConversationListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< ConversationId::value
        ModelRole, ///< QString: who answers
        CostRole, ///< QString: what it has cost
        GroupRole, ///< int: DayGroup::key()
        StreamingRole, ///< bool
        UnreadRole, ///< bool: a reply ended that nobody has seen
        PinnedRole, ///< bool
    };

    explicit ConversationListModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; ///< renames

    [[nodiscard]] QModelIndex indexOf(ConversationId id) const;
    void setStreaming(ConversationId id, bool streaming);
    void refreshDay(); ///< "Today" may mean another day now

private:
    void reload();
    void takeAdded(int row);
    void takeChanged(int row);
    void takeMoved(int from, int to);
    void takeRemoved(int row);
    [[nodiscard]] int groupOf(const ConversationSummary &conversation) const;
    void groupAll();
    [[nodiscard]] std::chrono::sys_days localDayOf(Instant at) const;
    [[nodiscard]] QString spokenText(const ConversationSummary &conversation) const;

    Workspace &m_workspace;
    QList<ConversationSummary> m_rows;
    QList<int> m_groups; // by row: asked for often, and a local day takes time
    QSet<ConversationId> m_streaming;
    std::chrono::sys_days m_today;
};

/// What a row says about money: "$0.0042", "≈ $0.0042" with an estimate in it, "$0.0042 + ¥0.18",
/// with "+ ?" where a part is unknown; "unknown", "demo", "local"; empty before the first answer.
[[nodiscard]] QString rowCostText(const ConversationSummary &conversation);

} // namespace pennyworth
