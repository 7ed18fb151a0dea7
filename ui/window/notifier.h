// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/message.h"
#include "environment/settings.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace pennyworth {

/// Tells the desktop that an answer ended while nobody saw it (org.freedesktop.Notifications), as
/// far as the settings allow. Without a session bus or a service it says nothing. Main thread,
/// owned by the window.
class Notifier final : public QObject {
    Q_OBJECT

public:
    explicit Notifier(const Settings &settings, QObject *parent = nullptr);

    /// `answer` is shown only where the settings allow its text.
    void tell(ConversationId id, const QString &title, const Message &answer);
    void withdraw(ConversationId id); ///< it is seen now

signals:
    /// Somebody wants to see it. The token lets the window come to the front on Wayland; may be
    /// empty.
    void activated(pennyworth::ConversationId id, const QString &activationToken);

private slots:
    void takeToken(uint notification, const QString &token);
    void takeAction(uint notification, const QString &action);
    void takeClosing(uint notification, uint reason);

private:
    struct Words {
        QString title;
        QString text;
    };
    /// What waits until the desktop has given the notification of a conversation its number.
    struct Following {
        std::optional<Words> words; // that replace it
        bool isSeen = false; // it is to go again
    };

    bool listen(); // false: there is no bus
    void notify(ConversationId id, const Words &words);
    void takeNumber(ConversationId id, std::optional<uint> number); // none: it was refused

    const Settings &m_settings;
    bool m_listening = false;
    QHash<ConversationId, Following> m_asked; // the desktop has not answered yet
    QHash<uint, ConversationId> m_shown; // by the desktop's number
    QHash<uint, QString> m_tokens; // that came before their actions
};

} // namespace pennyworth
