// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <vector>

namespace benchmark {
class State;
}

namespace pennyworth::bench {

/// What this thread has used of the processor so far.
[[nodiscard]] double threadMilliseconds();

/// The times of the steps of one benchmark, reported as counters named by unit.
class StepTimes final {
public:
    /// Measures one step.
    template <class F>
    void measure(F f)
    {
        const double cpuBefore = threadMilliseconds();
        QElapsedTimer timer;
        timer.start();
        f();
        m_ms.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_cpuMs.push_back(threadMilliseconds() - cpuBefore);
    }

    /// A step that was measured elsewhere.
    void add(double ms, double cpuMs)
    {
        m_ms.push_back(ms);
        m_cpuMs.push_back(cpuMs);
    }

    /// mean_ms, p50_ms, p99_ms; the same as cpu_… counts only what this thread used of the
    /// processor, for machines that do other work as well.
    void report(benchmark::State &state) const;
    [[nodiscard]] double mean(size_t first, size_t count) const; ///< in ms
    /// Of what this thread used of the processor, in ms; 1: the longest.
    [[nodiscard]] double cpuPercentile(double part) const;
    [[nodiscard]] size_t count() const { return m_ms.size(); }

private:
    std::vector<double> m_ms;
    std::vector<double> m_cpuMs;
};

/// Memory of this process that is its own (private pages), in MB.
[[nodiscard]] double privateMegabytes();

} // namespace pennyworth::bench
