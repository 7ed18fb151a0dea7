// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/shownview.h"
#include "bench/turntimes.h"
#include "support/sampleconversation.h"
#include "typesetting/typesetter.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

#include <benchmark/benchmark.h>

#include <chrono>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kFormulas = 2000;

// Each another one, four in a paragraph, and one in eight on a line of its own.
QString formulas(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        const QString tex = u"\\frac{x_{%1}^2 + \\alpha}{\\sqrt{%1}}"_s.arg(i);
        if (i % 8 == 7)
            text += u"\n\n$$"_s + tex + u" = \\sum_{k=1}^n k$$\n\n"_s;
        else
            text += u"and then $"_s + tex + (i % 4 == 3 ? u"$.\n\n"_s : u"$ of the words "_s);
    }
    return text;
}

// A message of 2,000 formulas: opened, left alone while what is seen of it is set, shown larger,
// and paged through from its end to its start.
void read2000(benchmark::State &state)
{
    StepTimes turns;
    StepTimes pages;
    StepTimes again;
    double open = 0;
    for ([[maybe_unused]] const auto _ : state) {
        Typesetter typesetter;
        ShownView shown;
        shown.view.setTypesetter(&typesetter);
        QElapsedTimer timer;
        timer.start();
        shown.model.setRows({test::answer(2, formulas(kFormulas))});
        shown.paint();
        open = double(timer.nsecsElapsed()) / 1e6;
        {
            const TurnTimes counted(turns);
            runFor(4s);
        }
        {
            // What is in view is laid out and painted again, from formulas that are set.
            const TurnTimes counted(again);
            shown.view.setTextZoom(110);
            runFor(1s);
        }
        QScrollBar *bar = shown.view.verticalScrollBar();
        while (bar->value() > 0) {
            pages.measure([&] {
                bar->setValue(bar->value() - 650);
                shown.paint();
            });
            runFor(20ms);
        }
    }
    pages.report(state);
    state.counters["open_ms"] = open;
    state.counters["cpu_again_ms"] = again.cpuPercentile(1);
    state.counters["cpu_turn_p99_ms"] = turns.cpuPercentile(0.99);
    state.counters["cpu_turn_max_ms"] = turns.cpuPercentile(1);
}

// 2,000 formulas that arrive in pieces of eight characters, every 2 ms.
void stream2000(benchmark::State &state)
{
    StepTimes turns;
    for ([[maybe_unused]] const auto _ : state) {
        const QString text = formulas(kFormulas);
        Typesetter typesetter;
        ShownView shown;
        shown.view.setTypesetter(&typesetter);
        shown.model.setRows({test::answer(2, {}, MessageStatus::Streaming)});
        QEventLoop loop;
        QTimer pieces;
        pieces.setTimerType(Qt::PreciseTimer);
        qsizetype at = 0;
        QObject::connect(&pieces, &QTimer::timeout, &loop, [&] {
            shown.model.appendTail({2}, text.mid(at, 8), {});
            at += 8;
            if (at >= text.size())
                loop.quit();
        });
        pieces.start(2ms);
        const TurnTimes counted(turns);
        loop.exec();
    }
    turns.report(state);
    state.counters["cpu_max_ms"] = turns.cpuPercentile(1);
}

BENCHMARK(read2000)->Name("transcript/formulas/2000")->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(stream2000)
    ->Name("transcript/formulas/stream2000")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

} // namespace pennyworth::bench
