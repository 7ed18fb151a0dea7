// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "environment/settings.h"

#include <QPointer>
#include <QSet>

namespace pennyworth {

class ConversationListModel;
class Workspace;

/// Which service a new conversation starts with.
enum class StartWith { LatestChoice, Demonstration };

/// Decides which conversation is shown, and marks in the list what happens in the others. Holds the
/// shown session and releases the one before. Owned by MainWindow.
class ConversationSwitch final : public QObject {
    Q_OBJECT

public:
    ConversationSwitch(Workspace &workspace, const Settings &settings, ConversationListModel &list,
        StartWith start, QObject *parent);

    [[nodiscard]] ChatSession *shown() const { return m_session; } ///< null before the first one
    [[nodiscard]] ConversationId shownId() const;
    void open(ConversationId id);
    void startNew(); ///< keeps the shown one where it is still new
    void startFresh(); ///< a new one with the settings and the draft of the shown one
    void close(); ///< shows none; the draft is kept by then

    /// Who answers a new conversation: the latest choice, or the demonstration before there was
    /// one.
    [[nodiscard]] GenerationSettings settingsOfNew() const;
    /// A key was found, so that the demonstration is no longer the first choice.
    void leaveDemonstration() { m_start = StartWith::LatestChoice; }

signals:
    void shownChanged(pennyworth::ChatSession *session);
    void idGiven(pennyworth::ConversationId id); ///< the shown one was new and is kept now
    void streamingChanged(bool streaming); ///< of the shown one
    void replyEnded(pennyworth::ChatSession *session, pennyworth::MessageId reply); ///< of any
    void settingsChanged(); ///< of the shown one, or it has just been read

private:
    void show(ChatSession *session);
    void watch(ChatSession *session);

    Workspace &m_workspace;
    const Settings &m_settings;
    ConversationListModel &m_list;
    StartWith m_start;
    QPointer<ChatSession> m_session;
    QSet<const QObject *> m_watched;
};

inline constexpr QLatin1StringView kDemonstrationService{"demo"};
inline constexpr QLatin1StringView kFirstService{"deepseek"}; ///< whose key a first start asks for

} // namespace pennyworth
