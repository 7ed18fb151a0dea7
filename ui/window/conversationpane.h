// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "composer/keyprompt.h"
#include "domain/error.h"
#include "theme/theme.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QStackedLayout;
class QUrl;

namespace pennyworth {

class Composer;
class ContextCommands;
class ConversationHeader;
class EmptyConversation;
class KeySetup;
class MessageBar;
class MessageCommands;
class MessageListModel;
class PricingStrip;
class ReadingTools;
class RemotePictures;
class SessionMessages;
class TranscriptView;
class Typesetter;
class UndoBar;
class Settings;
class Workspace;

/// The middle of the window: one conversation, from its title to the composer. Shows one session at
/// a time.
class ConversationPane final : public QWidget {
    Q_OBJECT

public:
    ConversationPane(
        const Theme &theme, Settings &settings, Workspace &workspace, QWidget *parent = nullptr);

    void setSession(ChatSession *session);
    [[nodiscard]] ChatSession *session() const { return m_session; }

    [[nodiscard]] ConversationHeader &header() { return *m_header; }
    [[nodiscard]] Composer &composer() { return *m_composer; }
    [[nodiscard]] ReadingTools &reading() { return *m_reading; }
    [[nodiscard]] MessageBar &messageBar() { return *m_messages; }
    [[nodiscard]] UndoBar &undoBar() { return *m_undoBar; }
    [[nodiscard]] MessageCommands &commands() { return *m_commands; }

    void setStrip(const QStringList &parts); ///< prices over the composer, in a line; empty: none
    void askForKey(
        const QString &providerId); ///< shows the field, or asks for the page of the service
    void dropKeyPrompt();

signals:
    void keyAccepted(const QString &providerId);
    void conversationRequested(pennyworth::ConversationId id); ///< it is to be shown
    void freshStartRequested(); ///< a new one that goes on with what is written
    void stripPressed();
    void serviceRequested(const QString &providerId); ///< to be set up; empty: any other address

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override; // files go with the prompt
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void placeFoot();
    void showContent();
    void takeRefusal(const Error &error);
    void connectCommands();
    void takeKey(const QString &providerId);

    const Theme &m_theme;
    Workspace &m_workspace;
    QPointer<ChatSession> m_session;
    ConversationHeader *m_header;
    MessageBar *m_messages;
    UndoBar *m_undoBar;
    QStackedLayout *m_content;
    QWidget *m_blank; // while a conversation is being read
    EmptyConversation *m_empty;
    MessageListModel *m_rows;
    SessionMessages *m_sessionRows;
    Typesetter *m_typesetter;
    RemotePictures *m_pictures;
    TranscriptView *m_transcript;
    ReadingTools *m_reading;
    PricingStrip *m_strip;
    QBoxLayout *m_foot;
    QBoxLayout *m_keyPlace;
    QPointer<KeyPrompt> m_keyPrompt;
    QString m_keyProvider;
    KeySetup *m_keySetup;
    Composer *m_composer;
    MessageCommands *m_commands;
    ContextCommands *m_contextCommands;
};

} // namespace pennyworth
