// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace pennyworth {

/// Token counts of one request as the service reported them; what it did not say is empty, never
/// zero. prompt = cacheHit + cacheMiss where all are known; completion includes reasoning.
struct Usage {
    std::optional<qint64> prompt;
    std::optional<qint64> cacheHit;
    std::optional<qint64> cacheMiss;
    std::optional<qint64> completion;
    std::optional<qint64> reasoning;

    bool operator==(const Usage &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == Usage{}; }
};

} // namespace pennyworth
