// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace pennyworth {

class ChatSession;
class MessageListModel;
struct MessageActions;
struct MessageRow;

/// Keeps a MessageListModel showing the branch of a ChatSession. Owned by whoever owns the model;
/// the session may die first.
class SessionMessages final : public QObject {
    Q_OBJECT

public:
    explicit SessionMessages(MessageListModel &model, QObject *parent = nullptr);

    void setSession(ChatSession *session); ///< null: nothing is shown

private:
    enum class Known { Keep, BuildAgain }; ///< what to do with rows whose message says what it said

    void showAll(); ///< with what their requests cost, which is read after the messages
    void showBranch();
    void show(Known known);
    void showMessage(MessageId id);
    void appendTail(MessageId id, const QString &text, const QString &reasoning);
    void showReasoning();
    [[nodiscard]] MessageRow rowOf(MessageId id) const;
    [[nodiscard]] MessageActions versionsOf(MessageId id) const;

    MessageListModel &m_model;
    QPointer<ChatSession> m_session;
    QTimer m_reasoningTimer; // runs only while the model thinks
};

} // namespace pennyworth
