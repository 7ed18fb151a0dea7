// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/replystream.h"

#include <chrono>
#include <optional>

namespace pennyworth {

/// How long to wait before a request that failed is sent again by itself; empty where it is not.
/// Only what was certainly not worked on is repeated: a request that never left, or one answered
/// with 429 (unless the balance is used up), 500, 502, 503 or 504. Half a second, doubled with each
/// attempt up to ten seconds, varied by `jitterPermille` (-100 to 100); a Retry-After takes its
/// place, and one of over a minute leaves the decision to the user. After `attempt` 4 nothing more.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(
    const ReplyEnd &end, int attempt, int jitterPermille);

} // namespace pennyworth
