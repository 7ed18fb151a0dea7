// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/threadtime.h"

#include <pthread.h>

#include <optional>

namespace pennyworth {

using namespace std::chrono;

namespace {

std::optional<nanoseconds> told(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return std::nullopt;
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

} // namespace

void ThreadTime::start()
{
    const std::lock_guard lock(m_mutex);
    m_started = Clock::now();
    m_isTold = false;
#if defined(_POSIX_THREAD_CPUTIME) && _POSIX_THREAD_CPUTIME >= 0 && !defined(__APPLE__)
    if (pthread_getcpuclockid(pthread_self(), &m_clock) != 0)
        return;
    if (const std::optional<nanoseconds> before = told(m_clock)) {
        m_before = *before;
        m_isTold = true;
    }
#endif
}

nanoseconds ThreadTime::used() const
{
    const std::lock_guard lock(m_mutex);
    if (m_isTold) {
        if (const std::optional<nanoseconds> now = told(m_clock))
            return *now - m_before;
    }
    return Clock::now() - m_started;
}

} // namespace pennyworth
