// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messagerow.h"

#include <QAbstractListModel>
#include <QHash>

namespace pennyworth {

/// The messages of the shown branch, first to last. Told what to show by setters; who calls them is
/// not its business (SessionMessages does). Main thread.
class MessageListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole {
        TextRole = Qt::DisplayRole, ///< Markdown
        IdRole = Qt::UserRole, ///< qint64
        AuthorRole, ///< int of pennyworth::Role
        StatusRole, ///< int of MessageStatus
        SpeakerRole,
        ReasoningRole,
        ReasoningSummaryRole,
        FiguresRole, ///< QStringList
        CostRole,
        ProblemRole, ///< the message of the error, empty where there is none
        TailRole, ///< never read: dataChanged with it alone says that text or reasoning only grew
    };

    explicit MessageListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const MessageRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(MessageId id) const; ///< -1 where it is not shown

    /// Exchanges what differs: rows that are in both stay, those before, between and behind them
    /// come and go.
    void setRows(const QList<MessageRow> &rows);
    void updateRow(const MessageRow &row); ///< the row of its id; without one nothing happens
    void appendTail(MessageId id, const QString &text, const QString &reasoning);

private:
    void replaceRange(int first, int count, const QList<MessageRow> &rows);
    void changeRow(int row, const MessageRow &value);
    void indexFrom(int first);

    QList<MessageRow> m_rows;
    QHash<MessageId, int> m_rowOf;
};

} // namespace pennyworth
