// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "domain/message.h"
#include "store/journal.h"
#include "store/transaction.h"

namespace pennyworth {

class PriceBook;

/// Ends what a dead process left, inside one transaction. Its streaming replies become Interrupted
/// with what the journal holds and the error IncompleteReply (may have been charged, if anything
/// was open that is billed). Its open requests are settled as Estimated: the prompt from the bytes
/// of the request, the output from the text that arrived, both at the rates learned for the model,
/// at the prices between sending and the last piece of the journal. The amount counts the prompt as
/// not cached, `low` as cached, or nothing where no word of an answer had come. Where no price is
/// known, nothing is billed or no text is kept
/// (`--no-store`), the amounts are empty. A usage is never made up: the estimate stands in the
/// amounts alone.
class Recovery final {
public:
    /// `prices` may be null.
    Recovery(Transaction &transaction, const PriceBook *prices, Instant now);

    void fold(qint64 process);

private:
    void interrupt(const Message &reply, Charged charged);
    void settle(const LedgerRequest &request);
    [[nodiscard]] Currency currencyOf(const LedgerRequest &request);
    void estimate(
        const LedgerRequest &request, const JournaledText &journaled, Settlement &settlement);

    Transaction &m_transaction;
    const PriceBook *m_prices;
    Instant m_now;
};

} // namespace pennyworth
