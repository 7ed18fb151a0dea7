// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "domain/ledger.h"
#include "domain/message.h"

#include <QString>

namespace pennyworth {

/// The line over the reasoning of a reply that has ended: "Thought for 6 s · 412 tokens ·
/// $0.00025". Empty where it did not reason.
[[nodiscard]] QString reasoningText(const Message &message, const QList<LedgerEntry> &entries);

/// While it arrives: "Thinking… 6 s · ≈ 412 tokens · ≈ $0.00025". `message` is the live one.
[[nodiscard]] QString liveReasoningText(const Message &message, const Reply::Reasoning &reasoning);

} // namespace pennyworth
