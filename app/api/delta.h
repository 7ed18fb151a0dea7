// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/message.h"
#include "domain/money.h"
#include "domain/usage.h"

#include <QString>

#include <optional>
#include <variant>

namespace pennyworth {

// What a chunk of a streamed reply can carry, typed.

struct TextDelta {
    QString text; ///< to append to the answer
    bool operator==(const TextDelta &) const = default;
};

struct ReasoningDelta {
    QString text; ///< to append to the reasoning
    bool operator==(const ReasoningDelta &) const = default;
};

struct ToolCallDelta {
    int index = 0; ///< which call; pieces of one call share it
    QString id; ///< only once, empty afterwards
    QString name; ///< only once, empty afterwards
    QString arguments; ///< piece of a JSON text
    bool operator==(const ToolCallDelta &) const = default;
};

/// Counts so far; a later one replaces it, they are never added.
struct UsageDelta {
    Usage usage;
    std::optional<Money> cost; ///< what the service says it charged (OpenRouter, USD)
    bool operator==(const UsageDelta &) const = default;
};

struct FinishDelta {
    FinishReason reason = FinishReason::Other;
    QString word; ///< as the service wrote it
    bool operator==(const FinishDelta &) const = default;
};

/// Who answers: once, and again only when it changes.
struct OriginDelta {
    QString responseId;
    QString model;
    QString fingerprint;
    bool operator==(const OriginDelta &) const = default;
};

/// An error inside the stream. What came before it stays.
struct ErrorDelta {
    Error error;
    bool operator==(const ErrorDelta &) const = default;
};

using Delta = std::variant<TextDelta, ReasoningDelta, ToolCallDelta, UsageDelta, FinishDelta,
    OriginDelta, ErrorDelta>;

} // namespace pennyworth
