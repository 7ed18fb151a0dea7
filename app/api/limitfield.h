// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennyworth {

// Services disagree about how the limit on an answer's length is called: "max_tokens", or
// "max_completion_tokens" (OpenAI's reasoning models and some servers behind them). What a request
// used is refused with 400 or 422 where the other one is meant.

/// Whether an answer with this status refuses the name, not the value, of the limit in `request`.
[[nodiscard]] bool refusesLimitField(
    int status, const QByteArray &request, const QByteArray &answer);

/// The same request with the other name.
[[nodiscard]] QByteArray withOtherLimitField(QByteArray request);

} // namespace pennyworth
