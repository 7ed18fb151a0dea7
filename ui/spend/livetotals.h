// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "domain/ledger.h"

namespace pennyworth {

/// `totals` with the request under way and what it costs so far, as an estimate. Its tokens are not
/// counted yet, so they are left out. As they are where it has been settled.
[[nodiscard]] ConversationTotals withReply(ConversationTotals totals, const Reply &reply);

} // namespace pennyworth
