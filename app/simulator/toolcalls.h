// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chatrequest.h"

#include <optional>

namespace pennyworth::simulated {

/// The call that the simulated model makes: where it must, or where it may and the prompt speaks of
/// what a tool does. Its arguments fit the tool's schema and are taken from the prompt as far as
/// possible. `number` makes its id.
[[nodiscard]] std::optional<WireToolCall> toolCallFor(const ChatRequest &request, quint64 number);

} // namespace pennyworth::simulated
