// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

namespace pennyworth {

/// What time it is. Handed down from main() so that tests decide it.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Instant now() const = 0; ///< any thread
    [[nodiscard]] virtual int utcOffsetMinutes(
        Instant at) const = 0; ///< of this computer's zone at that instant
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] int utcOffsetMinutes(Instant at) const override;
};

} // namespace pennyworth
