// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "pricing/quote.h"

#include <QList>

#include <chrono>
#include <optional>

namespace pennyworth {

/// How long an answer may become, in tokens.
struct OutputRange {
    qint64 low = 0; ///< nine of ten earlier replies were at least that long
    qint64 high = 0; ///< nine of ten were at most that long
    qsizetype replies = 0; ///< the earlier ones it is taken from; 0: the stated default

    bool operator==(const OutputRange &) const = default;
};

/// What is assumed of a model that has never answered: a short paragraph to a long page.
inline constexpr OutputRange kDefaultOutput{.low = 100, .high = 1500};

/// From the 10th to the 90th percentile (nearest rank) of what earlier replies took, never more
/// than `limit`; kDefaultOutput before there are any.
[[nodiscard]] OutputRange outputRange(QList<qint64> lengths, std::optional<qint64> limit = {});

/// How a service keeps the beginnings of prompts.
struct CacheRule {
    qint64 unitTokens = 1; ///< kept are whole multiples of it
    std::chrono::minutes lifetime{0}; ///< how long an unused one is expected to stay

    bool operator==(const CacheRule &) const = default;
};

/// Units of 64 tokens (api-docs.deepseek.com/news/news0802; later pages name no size), gone "within
/// a few hours to a few days" when unused (api-docs.deepseek.com/guides/kv_cache): the short end.
inline constexpr CacheRule kDeepSeekCache{.unitTokens = 64, .lifetime = std::chrono::hours(3)};

/// The beginning of the next prompt, as it was sent before.
struct SentPrefix {
    qint64 tokens = 0;
    Instant sent{}; ///< last

    bool operator==(const SentPrefix &) const = default;
};

/// How many tokens of a prompt of `promptTokens` should come from the cache at `now`. The last
/// token is always read.
[[nodiscard]] qint64 likelyCached(
    const CacheRule &rule, const SentPrefix &prefix, qint64 promptTokens, Instant now);

/// What is known before a prompt is sent.
struct EstimateQuery {
    qint64 promptTokens = 0; ///< of all that will be sent
    qint64 cachedTokens = 0; ///< of these, likely from the cache
    OutputRange output = kDefaultOutput;
    std::optional<Quote> quote; ///< empty: no price is known
    std::optional<qint64> contextTokens; ///< what the model takes; empty: unknown
};

/// What sending it will take. Amounts are empty where no price is known, never zero.
struct Estimate {
    qint64 promptTokens = 0;
    qint64 cachedTokens = 0;
    OutputRange output;
    std::optional<Money> low; ///< the short answer, at the lowest rate that may be in force
    std::optional<Money> high; ///< the long answer
    std::optional<Money> highWithoutCache; ///< the long answer where nothing comes from the cache
    std::optional<int> contextPercent; ///< how full the model's context will be, may exceed 100

    bool operator==(const Estimate &) const = default;
};

[[nodiscard]] Estimate estimateOf(const EstimateQuery &query);

} // namespace pennyworth
