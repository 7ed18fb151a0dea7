// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "theme/theme.h"

#include <QPointer>
#include <QWidget>

class QAction;

namespace pennyworth {

class Button;
class Workspace;

/// The menu of the shown conversation in its header, and before it the mark that its system prompt
/// or parameters are not the usual ones.
class ConversationMenu final : public QWidget {
    Q_OBJECT

public:
    ConversationMenu(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    void setSession(ChatSession *session); ///< null: none
    void openParameters();
    void setSummaryCost(const QString &cost); ///< what a summary takes; empty: nothing

signals:
    void renameRequested(pennyworth::ConversationId id);
    void pinRequested(pennyworth::ConversationId id, bool pinned);
    void removeRequested(pennyworth::ConversationId id);
    void opening(); ///< while the menu can still be changed
    void summaryRequested(); ///< of what was said, to be sent in its place
    void settingsRequested(); ///< of the whole program
    void leaveOutRequested(); ///< a point is to be chosen above which nothing is sent

private:
    void layOut();
    void showSession();
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] GenerationSettings usualSettings() const; // of the service

    const Theme &m_theme;
    const Workspace &m_workspace;
    QPointer<ChatSession> m_session;
    Button *m_mark;
    Button *m_more;
    QAction *m_rename;
    QAction *m_pin;
    QAction *m_remove;
    QAction *m_parameters;
    QAction *m_summarise;
    QAction *m_leaveOut;
    QAction *m_sendAll;
};

} // namespace pennyworth
