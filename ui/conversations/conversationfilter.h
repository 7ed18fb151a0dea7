// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace pennyworth {

/// The conversations whose titles hold what is typed into the search field, without those that are
/// about to be removed.
class ConversationFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text); ///< any case
    void setHidden(ConversationId id, bool hidden);
    [[nodiscard]] ConversationId idAt(
        const QModelIndex &index) const; ///< an index of this model; not valid for none

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QSet<ConversationId> m_hidden;
};

} // namespace pennyworth
