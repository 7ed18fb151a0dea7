// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conversations/conversationfilter.h"
#include "theme/theme.h"

#include <QListView>

namespace pennyworth {

class ConversationDelegate;

/// The list of conversations. The chosen row is the conversation that is shown; the arrow keys
/// switch at once.
class ConversationList final : public QListView {
    Q_OBJECT

public:
    ConversationList(const Theme &theme, ConversationFilter &rows, QWidget *parent = nullptr);

    void choose(ConversationId id); ///< without `chosen`; not valid: no row
    void rename(ConversationId id); ///< lets its title be written in place
    void chooseNext(int step); ///< 1 down, -1 up

signals:
    void chosen(pennyworth::ConversationId id);
    void confirmed(); ///< Enter: what is chosen is what is wanted
    void pinRequested(pennyworth::ConversationId id, bool pinned);
    void removeRequested(pennyworth::ConversationId id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] QModelIndex rowOf(ConversationId id) const; // not valid where none is listed
    [[nodiscard]] QModelIndex rowAt(QPoint position) const; ///< not its heading

    ConversationFilter &m_rows;
    ConversationDelegate *m_delegate;
    ConversationId m_chosen; // stays chosen while a filter hides its row
    bool m_choosing = false;
};

} // namespace pennyworth
