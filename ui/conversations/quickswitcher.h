// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "theme/theme.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace pennyworth {

class SwitcherModel;

/// Lies over the window and switches to a conversation by a few letters of its title, by the
/// keyboard alone. Gives the focus back to where it was when it is left.
class QuickSwitcher final : public QWidget {
    Q_OBJECT

public:
    /// `conversations` has the roles of ConversationListModel.
    QuickSwitcher(const Theme &theme, const QAbstractItemModel &conversations, QWidget *window);

    void open();

signals:
    void chosen(pennyworth::ConversationId id);
    void newRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void place();
    void leave();
    void accept(const QModelIndex &row);
    void setCurrentRow(int row);
    bool takeKey(int key);

    const Theme &m_theme;
    SwitcherModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace pennyworth
