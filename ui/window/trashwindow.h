// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "theme/theme.h"

#include <QDialog>

class QListWidget;

namespace pennyworth {

class Button;
class FigureLabel;
class Workspace;

/// The deleted conversations, and how long each is still there: to be restored or deleted for ever.
/// Not modal; deletes itself when it is closed.
class TrashWindow final : public QDialog {
    Q_OBJECT

public:
    TrashWindow(const Theme &theme, Workspace &workspace, QWidget *parent);

signals:
    void restored(pennyworth::ConversationId id);

private:
    void read();
    void fill(const QList<ConversationSummary> &trash);
    void showButtons();
    void restore();
    void confirmRemoval();
    void remove(const QList<ConversationId> &ids);
    [[nodiscard]] QList<ConversationId> chosen() const;

    Workspace &m_workspace;
    QListWidget *m_list;
    FigureLabel *m_remark;
    Button *m_restore;
    Button *m_remove;
};

} // namespace pennyworth
