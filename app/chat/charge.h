// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "pricing/pricebook.h"

namespace pennyworth {

/// What a request is priced from, besides the usage and timings of its settlement.
struct Charge {
    QString priceBookProvider; ///< Provider::priceBookProvider
    QString model; ///< asked
    Currency currency; ///< of the account
    bool currencyIsAssumed = false; ///< nobody could say what the account is billed in
    bool billable = true;
    Charged charged = Charged::Yes; ///< No: it never left, or was refused
    std::optional<Money> reported; ///< what the service says it charged
    qint64 inputEstimate = 0; ///< tokens, where no usage came
    qint64 expectedHit = 0; ///< of these, from the service's cache (cacheforecast.h)
    qint64 outputEstimate = 0;
};

/// `settlement` with its amounts, their source and the prices they were made from:
/// - what the service reports is the amount (Provider);
/// - complete usage times the price row is exact (Computed). Where the service does not split the
/// prompt into cache hits and misses,
///   all of it counts as missed: `amount` and `high` at the miss price, `low` at the hit price,
///   confidence "cache hits unknown";
/// - what usage does not say is estimated (Estimated) and kept as `estimate`, the prompt with the
/// cache hits that are expected, `low` as if all of it were a hit, `high` as if none. A request
/// that only
///   may have been charged has a `low` of nothing; one that was answered with an error status also
///   has an `amount` of nothing, since services bill answers;
/// - a request that was certainly not charged costs nothing, "not charged" (Computed);
/// - in an assumed currency it is Estimated, confidence "currency unknown";
/// - without a price row the cost is Unknown and the amounts are empty, never zero; so is more than
/// 10,000 of a currency, which no request costs: sums of what a service makes up would overflow.
[[nodiscard]] Settlement priced(const PriceBook &book, const Charge &charge, Settlement settlement);

} // namespace pennyworth
