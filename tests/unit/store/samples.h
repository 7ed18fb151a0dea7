// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace pennyworth::test {

/// An instant of the launch days: 2025-02-08T10:00:00Z plus so much.
[[nodiscard]] inline Instant launchDay(std::chrono::milliseconds after = {})
{
    return Instant(std::chrono::milliseconds(1739008800000)) + after;
}

[[nodiscard]] GenerationSettings sampleSettings();
[[nodiscard]] LedgerRequest sampleRequest(Instant sent = launchDay());
/// A new conversation with a first prompt.
[[nodiscard]] NewTurn sampleTurn(Instant sent = launchDay());
/// The next prompt in the conversation of `before`.
[[nodiscard]] NewTurn nextTurn(const CommittedTurn &before, Instant sent);
/// Everything a settlement can say; 0.000123 USD.
[[nodiscard]] Settlement sampleSettlement(RequestId request, qint64 picos = 123000000);
/// The reply of `turn` as it ends well.
[[nodiscard]] Message finished(const CommittedTurn &turn, const QString &text);

} // namespace pennyworth::test
