// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/steptimes.h"

#include <QFile>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <string>

namespace pennyworth::bench {

namespace {

void reportTimes(benchmark::State &state, const std::string &prefix, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&times](
                        double part) { return times[size_t(double(times.size() - 1) * part)]; };
    state.counters[prefix + "mean_ms"] =
        std::accumulate(times.begin(), times.end(), 0.0) / double(times.size());
    state.counters[prefix + "p50_ms"] = at(0.5);
    state.counters[prefix + "p99_ms"] = at(0.99);
}

} // namespace

double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
#else
    return double(std::clock()) * 1e3 / CLOCKS_PER_SEC;
#endif
}

void StepTimes::report(benchmark::State &state) const
{
    if (m_ms.empty())
        return;
    reportTimes(state, {}, m_ms);
    reportTimes(state, "cpu_", m_cpuMs);
}

double StepTimes::mean(size_t first, size_t count) const
{
    const auto begin = m_ms.begin() + qsizetype(first);
    return std::accumulate(begin, begin + qsizetype(count), 0.0) / double(count);
}

double StepTimes::cpuPercentile(double part) const
{
    if (m_cpuMs.empty())
        return 0;
    std::vector<double> times = m_cpuMs;
    std::ranges::sort(times);
    return times[size_t(double(times.size() - 1) * part)];
}

double privateMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    double kilobytes = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Private_"))
            kilobytes += line.simplified().split(' ').value(1).toDouble();
    }
    return kilobytes / 1024;
}

} // namespace pennyworth::bench
