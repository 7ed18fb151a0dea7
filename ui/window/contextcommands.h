// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "theme/theme.h"

#include <QObject>
#include <QPointer>

namespace pennyworth {

class Composer;
class ConversationMenu;
class UndoBar;
class Workspace;

/// Does what one chooses about a context that fills: has the conversation summarised, or leaves out
/// its beginning. Owned by the ConversationPane, as is all that it works on.
class ContextCommands final : public QObject {
    Q_OBJECT

public:
    struct Places {
        Composer &composer;
        ConversationMenu &menu;
        UndoBar &undoBar;
    };

    ContextCommands(
        const Theme &theme, Workspace &workspace, const Places &places, QWidget *parent);

    void setSession(ChatSession *session);

private:
    void summarise();
    void offerUndo(MessageId summaryPrompt);
    void chooseStart(); // of what is sent

    const Theme &m_theme;
    Workspace &m_workspace;
    const Places m_places;
    QWidget *m_pane;
    QPointer<ChatSession> m_session;
};

} // namespace pennyworth
