// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"

namespace pennyworth {

class ChatSession;

/// What the requests of a conversation that nobody bills (the demonstration, local services) would
/// add up to, from their ledger entries. Shown only labelled as such; in no total of money spent.
[[nodiscard]] ConversationTotals unbilledTotals(const ChatSession &session);

} // namespace pennyworth
