// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/steptimes.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace pennyworth::bench {

/// The turns of this thread's event loop: what each of them takes of the processor, which is how
/// long it keeps everything else waiting.
class TurnTimes final {
public:
    explicit TurnTimes(StepTimes &times)
        : m_times(times)
        , m_before(threadMilliseconds())
    {
        QObject::connect(QAbstractEventDispatcher::instance(),
            &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] {
                const double now = threadMilliseconds();
                m_times.add(now - m_before, now - m_before);
                m_before = now;
            });
    }

private:
    QObject m_context;
    StepTimes &m_times;
    double m_before;
};

/// Lets the event loop run.
inline void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace pennyworth::bench
