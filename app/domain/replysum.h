// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"

#include <chrono>
#include <optional>

namespace pennyworth {

/// Why nobody can say what a reply cost.
enum class UnknownCost {
    None, ///< it is known
    NoPrice, ///< of the model that was asked
    NoUsage, ///< its tokens were never counted, or the figures of the service make no sense
};

/// What all requests of one reply come to: automatic retries and continuations included. Requests
/// that are still open count for nothing.
struct ReplySum {
    bool isSettled = false; ///< there is a settled request
    bool billable = true; ///< of the latest request

    QList<Money> cost; ///< one a currency; empty where it is unknown, or nobody bills
    CostSource source = CostSource::Unknown; ///< an estimated part makes all of it an estimate
    UnknownCost unknown = UnknownCost::None; ///< an unknown part makes all of it unknown
    bool isCurrencyAssumed = false; ///< nobody could say what the account is billed in

    /// Of all prompts and all answers, where the service did not count as estimated for the cost.
    std::optional<qint64> promptTokens;
    std::optional<qint64> cachedTokens; ///< of the prompts'
    std::optional<qint64> outputTokens;
    bool areTokensEstimated = false;

    std::optional<std::chrono::milliseconds> firstToken; ///< after sending, of the first that came
    std::optional<double> speed; ///< tokens a second, from first tokens to the ends

    bool operator==(const ReplySum &) const = default;
};

/// `entries`: the requests of one message, by id.
[[nodiscard]] ReplySum replySum(const QList<LedgerEntry> &entries);

/// Puts an amount to the one of its currency, or behind the others. What overflows is left out.
void addTo(QList<Money> *sums, const Money &amount);

} // namespace pennyworth
