// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/steptimes.h"
#include "typesetting/typesetter.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <benchmark/benchmark.h>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;

namespace {

template <class Job>
void waitFor(const std::shared_ptr<Job> &job)
{
    while (!job->isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

QString formula(int number)
{
    return u"\\sum_{i=1}^{%1} \\frac{x_i^2 + \\alpha_i}{\\sqrt{2\\pi\\sigma^2}} = "
           u"\\int_0^{\\infty} "
           "e^{-t} \\, dt"_s.arg(number);
}

// With the start of the engine.
void formulaFirst(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        Typesetter typesetter;
        times.measure([&] { waitFor(typesetter.set({.tex = formula(1), .isDisplay = true})); });
    }
    times.report(state);
}

// One after the other, each another one.
void formulaWarm(benchmark::State &state)
{
    constexpr int kFormulas = 50;
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        Typesetter typesetter;
        waitFor(typesetter.set({.tex = formula(0), .isDisplay = true}));
        for (int i = 1; i <= kFormulas; ++i) {
            times.measure([&] { waitFor(typesetter.set({.tex = formula(i), .isDisplay = true})); });
        }
    }
    times.report(state);
}

void code1000(benchmark::State &state)
{
    const QString lines = u"for (int i = 0; i < count; ++i) { // each\n"
                          "    const auto name = std::string(\"row \") + std::to_string(i);\n"
                          "    rows.push_back({.name = name, .value = 3.5 * i});\n"
                          "}\n"_s;
    StepTimes times;
    Typesetter typesetter;
    waitFor(typesetter.color({.language = u"cpp"_s, .code = u"int x;"_s}));
    int round = 0;
    for ([[maybe_unused]] const auto _ : state) {
        const QString code = lines.repeated(250) + QString::number(++round);
        times.measure([&] { waitFor(typesetter.color({.language = u"cpp"_s, .code = code})); });
    }
    times.report(state);
}

BENCHMARK(formulaFirst)
    ->Name("typeset/formula/first")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(5);
BENCHMARK(formulaWarm)->Name("typeset/formula/warm")->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(code1000)->Name("typeset/code/1000")->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace

} // namespace pennyworth::bench
