// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace pennyworth {

class ConversationFilter;
class ConversationList;
class ConversationListModel;
class Workspace;

/// The left pane: a new chat, the search by title, the conversations.
class Sidebar final : public QWidget {
    Q_OBJECT

public:
    Sidebar(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] ConversationListModel &conversations() { return *m_model; }
    void choose(ConversationId id); ///< shows it as chosen, without `chosen`; not valid: none
    void chooseNext(int step); ///< 1 down, -1 up; `chosen` follows
    void setHidden(
        ConversationId id, bool hidden); ///< out of the list, until it is shown again or removed
    void focusSearch();

signals:
    void newRequested();
    void chosen(pennyworth::ConversationId id);
    void removeRequested(pennyworth::ConversationId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ConversationListModel *m_model;
    ConversationFilter *m_filter;
    ConversationList *m_list;
    QLineEdit *m_search;
};

} // namespace pennyworth
