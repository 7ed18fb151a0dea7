// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"
#include "domain/ids.h"
#include "store/transaction.h"

#include <optional>

namespace pennyworth {

/// What requests and their answers looked like on the wire, inside one transaction. A request's
/// body is kept as what it has beyond the one before it in its branch: together they grow with the
/// conversation, not with its square.
class ExchangeTable final {
public:
    explicit ExchangeTable(Transaction &transaction)
        : m_transaction(transaction)
    {
    }

    /// Without effect where the reply is gone.
    void insert(RequestId request, MessageId reply, const SentRequest &sent);
    /// Without effect where the request went with its message.
    void complete(RequestId request, const ReceivedResponse &received);
    /// StoreDamaged fails the transaction where the body is not, byte for byte, the one sent.
    std::optional<Exchange> find(RequestId request);

private:
    [[nodiscard]] qint64 baseFor(MessageId reply);
    [[nodiscard]] QByteArray body(qint64 request);

    Transaction &m_transaction;
};

} // namespace pennyworth
