// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/instant.h"

#include <QString>

#include <optional>

namespace pennyworth {

enum class Role { User, Assistant };

enum class MessageStatus {
    Streaming, ///< a live reply writes into it
    Complete,
    Interrupted, ///< stopped, cut off or recovered: what arrived is kept and can be continued
    Failed, ///< nothing usable arrived; `error` says why
};

/// Why the service stopped writing. Unknown words of a service are Other and count as not complete.
enum class FinishReason {
    None,
    Stop,
    Length,
    ContentFilter,
    ToolCalls,
    InsufficientResource,
    Other
};

/// One node of a conversation's tree. The system prompt is no message; it belongs to
/// GenerationSettings.
struct Message {
    MessageId id;
    ConversationId conversation;
    MessageId parent; ///< not valid for a first message
    Role role = Role::User;
    MessageStatus status = MessageStatus::Complete;
    QString text; ///< Markdown
    QString reasoning; ///< what the model thought before it answered
    QString provider; ///< of a reply: provider id
    QString model; ///< of a reply: the model asked
    Instant created{};
    FinishReason finishReason = FinishReason::None;
    std::optional<Error> error; ///< of a Failed or Interrupted reply
    qint64 reasoningMs = 0; ///< how long it thought, 0 where it did not or nobody knows
    /// Of a prompt that asks for a summary: the first message that the summary stands for. Not
    /// valid for any other.
    MessageId summarises;

    bool operator==(const Message &) const = default;
};

} // namespace pennyworth
