// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QSortFilterProxyModel>

namespace pennyworth {

/// The conversations whose titles hold what is typed into the search field.
class ConversationFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text); ///< any case
    [[nodiscard]] ConversationId idAt(
        const QModelIndex &index) const; ///< an index of this model; not valid for none

signals:
    void filtered(); ///< after the text, and with it any number of rows, has changed

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace pennyworth
