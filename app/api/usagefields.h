// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"
#include "domain/provider.h"

#include <optional>

class QJsonObject;
class QJsonValue;

namespace pennyworth {

/// The counts of a `usage` object, wherever the service puts its cached tokens
/// (deepseek-api.md 8.1). What it does not say, what is no whole number, negative or contradicts
/// the total stays empty; the third of prompt, hit and miss follows from two.
[[nodiscard]] Usage usageFrom(const QJsonObject &usage);

/// Usage and, for providers that report it, the cost. Empty where `usage` says nothing.
[[nodiscard]] std::optional<UsageDelta> usageDelta(
    const QJsonValue &usage, const Provider &provider);

} // namespace pennyworth
