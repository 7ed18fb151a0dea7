// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

#include <time.h>

namespace pennyworth {

/// What one thread uses of a processor: on a busy machine far less than passes on the clock. Where
/// the system does not tell, what passes on the clock.
class ThreadTime final {
public:
    void start(); ///< on the thread that is meant: from now on
    [[nodiscard]] std::chrono::nanoseconds used() const; ///< since the last start(); on any thread

private:
    using Clock = std::chrono::steady_clock;

    mutable std::mutex m_mutex;
    bool m_isTold = false;
    clockid_t m_clock = 0;
    std::chrono::nanoseconds m_before{0};
    Clock::time_point m_started;
};

} // namespace pennyworth
