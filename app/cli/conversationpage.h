// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/ledger.h"
#include "domain/message.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pennyworth {

/// One conversation as it is printed: its shown branch and what each reply cost. A value.
struct ConversationPage {
    Conversation conversation;
    QList<Message> messages; ///< of the whole tree
    QList<LedgerEntry> entries;

    [[nodiscard]] QString toMarkdown() const;
    [[nodiscard]] QJsonObject toJson() const;

private:
    [[nodiscard]] QList<Message> branch() const;
    [[nodiscard]] QList<LedgerEntry> entriesOf(MessageId message) const;
    [[nodiscard]] QString replyMarkdown(const Message &reply) const;
};

} // namespace pennyworth
