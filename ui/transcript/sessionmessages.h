// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

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

    /// Whose prices can be set; none until this is told.
    void setPriceable(std::function<bool(const QString &provider)> isPriceable);
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
    [[nodiscard]] MessageActions actionsOf(MessageId id) const; ///< wherever it stands

    MessageListModel &m_model;
    std::function<bool(const QString &provider)> m_isPriceable;
    QPointer<ChatSession> m_session;
    QTimer m_reasoningTimer; // runs only while the model thinks
};

} // namespace pennyworth
