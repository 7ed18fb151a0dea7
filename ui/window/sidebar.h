// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace pennyworth {

class Button;
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
    void rename(ConversationId id); ///< in its place
    void choose(ConversationId id); ///< shows it as chosen, without `chosen`; not valid: none
    void chooseNext(int step); ///< 1 down, -1 up; `chosen` follows
    void showTrash(bool any); ///< a way to it, where there is anything in it
    void focusSearch();

signals:
    void newRequested();
    void chosen(pennyworth::ConversationId id);
    void confirmed(); ///< the choice is made: by a click or Enter
    void pinRequested(pennyworth::ConversationId id, bool pinned);
    void removeRequested(pennyworth::ConversationId id);
    void trashRequested();

protected:
    void focusInEvent(QFocusEvent *event) override; ///< the list takes it
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSearchKey(const Theme &theme);

    ConversationListModel *m_model;
    ConversationFilter *m_filter;
    ConversationList *m_list;
    QLineEdit *m_search;
    Button *m_trash;
};

} // namespace pennyworth
