// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

namespace pennyworth {

class ChatSession;
class Store;

/// What was written for the conversation that does not exist yet: given to each new session, kept
/// as it changes, over restarts. Owned by Workspace, main thread.
class NewDraft final : public QObject {
    Q_OBJECT

public:
    explicit NewDraft(Store &store, QObject *parent = nullptr);

    ~NewDraft() override;

    void read(); ///< once; reaches the latest session unless something was written in it by then
    void follow(ChatSession *session); ///< one without conversation

signals:
    void failed(const pennyworth::Error &error);

private:
    void keep(const QString &draft);
    void write();

    Store &m_store;
    QPointer<ChatSession> m_session; // the latest
    std::optional<QString> m_draft; // empty: not read yet, and nothing was written
    std::optional<QString> m_underWay; // being written
};

} // namespace pennyworth
