// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace pennyworth {

/// What can be switched to: the conversations that match what is typed, the best first, and last a
/// new one (whose IdRole is no id). The roles are those of ConversationListModel, whose rows it
/// takes as they are when it is filled.
class SwitcherModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit SwitcherModel(const QAbstractItemModel &conversations, QObject *parent = nullptr);

    void fill(); ///< from the conversations as they are now
    void setTyped(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QList<int> matches(const QString &typed) const;

    const QAbstractItemModel &m_conversations;
    QStringList m_titles; // of its rows, in lower case
    QList<QPersistentModelIndex> m_rows;
};

} // namespace pennyworth
