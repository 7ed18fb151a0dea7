// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/ids.h"
#include "domain/instant.h"
#include "domain/money.h"

#include <QList>
#include <QString>

#include <optional>

namespace pennyworth {

/// A kept conversation without its messages.
struct Conversation {
    ConversationId id;
    QString title;
    Instant created{};
    Instant updated{};
    MessageId currentLeaf; ///< end of the shown branch
    /// The first message that is sent; what stands above it on the branch is left out. Not valid:
    /// everything is sent.
    MessageId contextStart;
    GenerationSettings settings; ///< for its next request
    QString draft; ///< what stands unsent in the composer

    bool operator==(const Conversation &) const = default;
};

/// A row of the conversation list.
struct ConversationSummary {
    ConversationId id;
    QString title;
    QString provider; ///< of the latest reply
    QString model;
    Instant created{};
    Instant updated{};
    QList<Money>
        cost; ///< one sum a currency, billable requests only; empty where nothing was billed
    int estimated = 0; ///< of the billable requests, amounts that are estimates
    int unpriced = 0; ///< billable requests whose cost nobody knows
    bool demonstration = false; ///< only ever answered by the demonstration provider
    bool local = false; ///< only ever answered by services that are not billable
    bool pinned = false; ///< stands above the others
    bool unread = false; ///< an answer ended that nobody has seen
    std::optional<Instant> trashed; ///< since when it lies in the Trash; empty: it is listed

    bool operator==(const ConversationSummary &) const = default;
};

/// A branch that becomes a conversation of its own.
struct BranchCopy {
    ConversationId from;
    MessageId last; ///< of the messages that are copied; not valid: none is
    QString title;
    QString draft;
};

} // namespace pennyworth
