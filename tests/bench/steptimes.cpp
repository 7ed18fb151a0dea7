// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/steptimes.h"

#include <QFile>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

namespace pennyworth::bench {

void StepTimes::report(benchmark::State &state) const
{
    if (m_ms.empty())
        return;
    std::vector<double> sorted = m_ms;
    std::ranges::sort(sorted);
    const auto at = [&sorted](
                        double part) { return sorted[size_t(double(sorted.size() - 1) * part)]; };
    state.counters["mean_ms"] = mean(0, m_ms.size());
    state.counters["p50_ms"] = at(0.5);
    state.counters["p99_ms"] = at(0.99);
}

double StepTimes::mean(size_t first, size_t count) const
{
    const auto begin = m_ms.begin() + qsizetype(first);
    return std::accumulate(begin, begin + qsizetype(count), 0.0) / double(count);
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
