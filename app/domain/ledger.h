// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/usage.h"

#include <QDate>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace pennyworth {

/// Where an amount comes from.
enum class CostSource {
    Provider, ///< the service said what it charged
    Computed, ///< reported usage × the price row
    Estimated, ///< no usage came: from learned tokens per byte
    Unknown, ///< no price or no usage; the amount is empty
};

/// Where a reply stopped on the way, for the figures under it. Empty: never reached.
struct Timings {
    Instant sent{};
    std::optional<Instant> firstByte;
    std::optional<Instant> firstReasoning;
    std::optional<Instant> firstText; ///< first visible token
    std::optional<Instant> end;

    bool operator==(const Timings &) const = default;
};

/// What is committed before a byte leaves. Never changed afterwards.
struct LedgerRequest {
    RequestId id; ///< given by the store
    ConversationId conversation; ///< not valid with `ask --no-store`
    MessageId message; ///< the reply it pays for; not valid with `ask --no-store`
    QString provider;
    QString model; ///< asked
    QString priceBook; ///< Provider::priceBookProvider: whose prices apply
    std::optional<Currency> currency; ///< of the account, where it is known before sending
    bool billable = true;
    Instant sent{};
    int utcOffsetMinutes = 0; ///< of the sender; decides the local day of spend
    qint64 requestBytes = 0; ///< size of the body
    int attempt = 1; ///< 2 and up: automatic retries of the same send

    bool operator==(const LedgerRequest &) const = default;
};

/// Settlement::confidence of an amount in dollars at an account of which nobody knows what it is
/// billed in.
inline constexpr QLatin1StringView kCurrencyUnknown("currency unknown");

/// Settlement::confidence where the figures of the service come to more than any request costs, so
/// that there is no amount.
inline constexpr QLatin1StringView kNotPlausible("not plausible");

/// How a request ended and what it cost. Appended; the latest of a request counts.
struct Settlement {
    RequestId request;
    Instant settled{};
    Timings timings;
    QString modelAnswered; ///< as the service named it; empty where it did not
    QString fingerprint; ///< system_fingerprint
    QString finishReason; ///< as the service wrote it
    Usage usage;
    /// What the amount was made from where `usage` does not say it: prompt, of it the hits and
    /// misses that were expected, completion. Empty where everything was reported.
    Usage estimate;
    qint64 outputBytes = 0; ///< UTF-8 bytes of text and reasoning that arrived; with `usage` they
                            ///< teach tokens per byte
    std::optional<Money> amount;
    std::optional<Money> low;
    std::optional<Money> high;
    CostSource source = CostSource::Unknown;
    QString confidence; ///< "exact", "calendar unknown", "straddles a price change", …; what
                        ///< PriceBook said
    QString priceRow; ///< id of the price row used
    std::optional<UnitPrice> priceHit;
    std::optional<UnitPrice> priceMiss;
    std::optional<UnitPrice> priceOutput;
    QString errorKind; ///< errorKindName() of a failure; empty where it ended well
    int errorStatus = 0;

    bool operator==(const Settlement &) const = default;
};

/// One request with the settlement that counts, as v_requests has it.
struct LedgerEntry {
    LedgerRequest request;
    std::optional<Settlement> settlement; ///< empty: still open

    bool operator==(const LedgerEntry &) const = default;
};

/// Sums over the billable requests of one conversation in one currency (or of none, where nothing
/// is priced).
struct ConversationTotals {
    QList<Money> cost; ///< one a currency
    QList<Money> savedByCache; ///< hit tokens × (miss price − hit price), one a currency
    qint64 requests = 0;
    qint64 unpriced = 0;
    qint64 estimated = 0; ///< requests whose amount is an estimate
    qint64 hitTokens = 0;
    qint64 missTokens = 0;
    qint64 outputTokens = 0;
    qint64 demonstrationRequests = 0;

    bool operator==(const ConversationTotals &) const = default;
};

enum class SpendGroup { Day, Model, Provider, Conversation };

/// One group of `spend`, in one currency.
struct SpendRow {
    QString group; ///< "2026-11-23", model id, provider id or conversation id
    QString label; ///< what people read: the conversation's title, otherwise the group
    Currency currency;
    Money amount;
    qint64 requests = 0;
    qint64 estimated = 0; ///< of these, amounts that are estimates
    qint64 unpriced = 0; ///< requests of the group without a known cost (counted in no amount)
    qint64 hitTokens = 0;
    qint64 missTokens = 0;
    qint64 outputTokens = 0;

    bool operator==(const SpendRow &) const = default;
};

struct SpendQuery {
    std::optional<QDate> from; ///< local day of the sender, included
    std::optional<QDate> to; ///< included
    SpendGroup by = SpendGroup::Day;

    bool operator==(const SpendQuery &) const = default;
};

} // namespace pennyworth
