// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <vector>

namespace benchmark {
class State;
}

namespace pennyworth::bench {

/// The times of the steps of one benchmark, reported as counters named by unit.
class StepTimes final {
public:
    /// Measures one step.
    template <class F>
    void measure(F f)
    {
        QElapsedTimer timer;
        timer.start();
        f();
        m_ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }

    void report(benchmark::State &state) const; ///< mean_ms, p50_ms, p99_ms
    [[nodiscard]] double mean(size_t first, size_t count) const; ///< in ms
    [[nodiscard]] size_t count() const { return m_ms.size(); }

private:
    std::vector<double> m_ms;
};

/// Memory of this process that is its own (private pages), in MB.
[[nodiscard]] double privateMegabytes();

} // namespace pennyworth::bench
