// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/clock.h"

#include <atomic>

namespace pennyworth::test {

/// A clock that says what the test set. Safe to read from any thread.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant now, int utcOffsetMinutes = 0)
        : m_now(now)
        , m_offset(utcOffsetMinutes)
    {
    }

    void set(Instant now) { m_now = now; }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] int utcOffsetMinutes(Instant) const override { return m_offset; }

private:
    std::atomic<Instant> m_now;
    int m_offset;
};

} // namespace pennyworth::test
