// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/retrydelay.h"

#include <algorithm>
#include <array>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr int kMaxAttempts = 4;
constexpr std::chrono::milliseconds kFirstDelay = 500ms;
constexpr std::chrono::milliseconds kMaxDelay = 10s;
constexpr std::chrono::milliseconds kMaxRetryAfter = 60s;
constexpr std::array kRepeatable{429, 500, 502, 503, 504};

bool mayRepeat(const ReplyEnd &end)
{
    if (!end.error || end.error->kind == ErrorKind::InsufficientBalance)
        return false; // OpenAI says 429 to a used-up balance: waiting does not fill it
    if (end.error->status != 0)
        return std::ranges::find(kRepeatable, end.error->status) != kRepeatable.end();
    return end.error->kind == ErrorKind::ConnectionFailed && !end.requestLeft;
}

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(
    const ReplyEnd &end, int attempt, int jitterPermille)
{
    if (attempt >= kMaxAttempts || !mayRepeat(end))
        return {};
    if (end.error->retryAfter) {
        if (*end.error->retryAfter > kMaxRetryAfter)
            return {};
        return std::max(*end.error->retryAfter, std::chrono::milliseconds(0));
    }
    const std::chrono::milliseconds delay = std::min(kFirstDelay * (1 << (attempt - 1)), kMaxDelay);
    return delay + delay * jitterPermille / 1000;
}

} // namespace pennyworth
