// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messageaction.h"
#include "transcript/messagerow.h"

#include <QMenu>

namespace pennyworth {

/// What goes with a message at this moment, besides what its row says.
struct MessageMenuState {
    bool hasSelection = false; ///< in the view, anywhere
    bool canChange = false; ///< nothing is under way in the conversation
    bool hasRequests = false; ///< of a reply: something was sent for it
};

/// All that can be done with one message. Deletes itself when it closes.
class MessageMenu final : public QMenu {
    Q_OBJECT

public:
    MessageMenu(const MessageRow &message, const MessageMenuState &state, QWidget *parent);

signals:
    void chosen(pennyworth::MessageAction action);

private:
    QAction *add(QMenu *menu, const QString &text, const char *name, MessageAction action);
    void addCopying(const MessageRow &message, const MessageMenuState &state);
    void addChanging(const MessageRow &message, const MessageMenuState &state);
};

} // namespace pennyworth
