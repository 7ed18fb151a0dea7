// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/clock.h"

#include <QtGlobal>

namespace pennyworth::test {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant at)
        : m_now(at)
    {
    }
    explicit FakeClock(QStringView at) { set(at); }

    void set(Instant at) { m_now = at; }
    void set(QStringView at)
    {
        const Result<Instant> instant = parseInstant(at);
        Q_ASSERT(instant.hasValue());
        m_now = *instant;
    }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void setUtcOffsetMinutes(int minutes) { m_offset = minutes; }

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] int utcOffsetMinutes(Instant) const override { return m_offset; }

private:
    Instant m_now{};
    int m_offset = 0;
};

} // namespace pennyworth::test
