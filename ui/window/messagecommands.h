// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "domain/errortext.h"
#include "theme/theme.h"
#include "transcript/messageaction.h"

#include <QObject>
#include <QPointer>

namespace pennyworth {

class Composer;
class TranscriptView;
class UndoBar;
class Workspace;

/// Does what a TranscriptView asks for with the messages of the shown conversation: edits, answers
/// again, quotes, branches off, deletes, explains. Owned by the ConversationPane, as is all that it
/// works on.
class MessageCommands final : public QObject {
    Q_OBJECT

public:
    struct Places {
        TranscriptView &transcript;
        Composer &composer;
        UndoBar &undoBar;
    };

    MessageCommands(
        const Theme &theme, Workspace &workspace, const Places &places, QWidget *parent);

    void setSession(ChatSession *session);

public slots:
    void perform(pennyworth::MessageId message, pennyworth::MessageAction action);
    void remedy(pennyworth::MessageId message, pennyworth::Remedy remedy);
    void openMenu(pennyworth::MessageId message, const QPoint &globalPlace);
    void editLastPrompt();
    void copyLastAnswer(); ///< in three forms at once

signals:
    void keyRequested(const QString &providerId);
    void modelChoiceRequested();
    void serviceRequested(const QString &providerId); ///< its settings
    void conversationRequested(pennyworth::ConversationId id); ///< it is to be shown
    void failed(const pennyworth::Error &error);

private:
    void showSibling(MessageId message, int distance);
    void edit(MessageId message);
    void editPromptOf(MessageId reply);
    void startFreshWith(MessageId reply); ///< with the prompt of that reply
    void quote(MessageId message);
    void branchFrom(MessageId message);
    void hide(MessageId message);
    void showFigures(MessageId message);
    void showExchange(MessageId message);
    void openTopUpPage(MessageId message);
    [[nodiscard]] QWidget *window() const;

    const Theme &m_theme;
    Workspace &m_workspace;
    const Places m_places;
    QPointer<ChatSession> m_session;
};

} // namespace pennyworth
