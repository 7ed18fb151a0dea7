// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "store/transaction.h"

namespace pennyworth {

// What begins and ends a reply, each one transaction of the caller's, whose failure undoes all of
// it.

/// Store::beginTurn. The conversation's shown branch then ends with the reply, its settings are the
/// turn's, and a prompt that was sent is no draft any more.
CommittedTurn beginTurn(Transaction &transaction, const NewTurn &turn, qint64 process);

/// Store::copyBranch. A reply that is still being written stands in the copy as interrupted.
ConversationId copyBranch(Transaction &transaction, const BranchCopy &copy, Instant now);

/// Store::finishReply. Where the reply went with its conversation only the ledger is written. Says
/// whether it was there.
bool finishReply(Transaction &transaction, const Message &reply, const Settlement &settlement);

} // namespace pennyworth
