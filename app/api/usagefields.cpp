// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/usagefields.h"

#include "domain/decimal.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cmath>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> count(const QJsonValue &value)
{
    constexpr double kLargest = 1e15; // exact in a double, and no service counts further
    const double number = value.toDouble(-1);
    if (number < 0 || number > kLargest || number != std::floor(number))
        return {};
    return static_cast<qint64>(number);
}

std::optional<qint64> cachedTokens(const QJsonObject &usage)
{
    const QJsonValue places[] = {usage["prompt_cache_hit_tokens"_L1],
        usage["prompt_tokens_details"_L1].toObject()["cached_tokens"_L1], usage["cached_tokens"_L1],
        usage["cache_read_input_tokens"_L1]};
    for (const QJsonValue &place : places) {
        if (const auto tokens = count(place))
            return tokens;
    }
    return {};
}

/// Completes prompt = hit + miss from two of them; a split that contradicts the total is dropped.
void completePrompt(Usage *usage)
{
    if (!usage->prompt) {
        if (usage->cacheHit && usage->cacheMiss)
            usage->prompt = *usage->cacheHit + *usage->cacheMiss;
        return;
    }
    if (usage->cacheHit && !usage->cacheMiss)
        usage->cacheMiss = *usage->prompt - *usage->cacheHit;
    else if (usage->cacheMiss && !usage->cacheHit)
        usage->cacheHit = *usage->prompt - *usage->cacheMiss;
    if (!usage->cacheHit)
        return;
    const bool fits = *usage->cacheHit >= 0 && *usage->cacheMiss >= 0
        && *usage->cacheHit + *usage->cacheMiss == *usage->prompt;
    if (!fits) {
        usage->cacheHit.reset();
        usage->cacheMiss.reset();
    }
}

std::optional<Money> costFrom(const QJsonValue &value)
{
    QString decimal = value.toString();
    if (value.isDouble())
        decimal = decimalFromJsonNumber(value.toDouble()).valueOr({});
    const Result<Money> money = Money::fromDecimal(decimal, kUsd);
    if (money.hasError() || money->picos < 0)
        return {};
    return *money;
}

} // namespace

Usage usageFrom(const QJsonObject &usage)
{
    Usage result{.prompt = count(usage["prompt_tokens"_L1]),
        .cacheHit = cachedTokens(usage),
        .cacheMiss = count(usage["prompt_cache_miss_tokens"_L1]),
        .completion = count(usage["completion_tokens"_L1]),
        .reasoning =
            count(usage["completion_tokens_details"_L1].toObject()["reasoning_tokens"_L1])};
    completePrompt(&result);
    if (result.reasoning && result.completion && *result.reasoning > *result.completion)
        result.reasoning.reset();
    return result;
}

std::optional<UsageDelta> usageDelta(const QJsonValue &usage, const Provider &provider)
{
    const QJsonObject object = usage.toObject();
    UsageDelta delta{.usage = usageFrom(object), .cost = {}};
    if (provider.reportsCost)
        delta.cost = costFrom(object["cost"_L1]);
    if (delta.usage.isEmpty() && !delta.cost)
        return {};
    return delta;
}

} // namespace pennyworth
