// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/shownview.h"
#include "bench/turntimes.h"
#include "support/sampleconversation.h"
#include "transcript/transcriptsearch.h"
#include "typesetting/typesetter.h"

#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;

namespace {

void stream(StepTimes &times, ShownView &stage, const QString &text, qsizetype step)
{
    stage.model.setRows(
        {test::prompt(1, u"Tell me."_s), test::answer(2, {}, MessageStatus::Streaming)});
    stage.paint();
    for (qsizetype at = 0; at < text.size(); at += step) {
        times.measure([&] {
            stage.model.appendTail({2}, text.mid(at, step), {});
            stage.view.refresh();
        });
    }
}

void append20KB(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        stream(times, stage, test::sampleDocument(), 4);
    }
    times.report(state);
}

void append1MB(benchmark::State &state)
{
    constexpr size_t kEdge = 1000;
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        const QString document = test::sampleDocument();
        stream(times, stage, document.repeated(1'000'000 / document.size() + 1), 256);
    }
    times.report(state);
    state.counters["ratio"] = times.mean(times.count() - kEdge, kEdge) / times.mean(0, kEdge);
}

void appendCode30KB(benchmark::State &state)
{
    const QString line = u"    const auto value = compute(first, second); // and so on\n"_s;
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        stream(times, stage, u"```cpp\n"_s + line.repeated(30'000 / line.size()), 4);
    }
    times.report(state);
}

void open10000(benchmark::State &state)
{
    const QList<MessageRow> rows = test::longConversation(10'000);
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        times.measure([&] {
            stage.model.setRows(rows);
            stage.paint();
        });
    }
    times.report(state);
}

// One message of 1 MB: its first paint, and what any turn of the event loop takes until it is seen.
void open1MB(benchmark::State &state)
{
    const QString document = test::sampleDocument();
    const QString text = document.repeated(1'000'000 / document.size() + 1);
    StepTimes turns;
    StepTimes open;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        const TurnTimes counted(turns);
        open.measure([&] {
            stage.model.setRows({test::prompt(1, u"Tell me."_s), test::answer(2, text)});
            stage.paint();
        });
        while (!stage.view.isRead(1))
            runFor(std::chrono::milliseconds(20));
        stage.paint();
    }
    open.report(state);
    state.counters["cpu_turn_max_ms"] = turns.cpuPercentile(1);
}

void scroll10000(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        stage.model.setRows(test::longConversation(10'000));
        stage.paint();
        QScrollBar *bar = stage.view.verticalScrollBar();
        while (bar->value() > 0) {
            times.measure([&] {
                bar->setValue(bar->value() - 650);
                stage.paint();
            });
        }
    }
    times.report(state);
}

void resize10000(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        stage.model.setRows(test::longConversation(10'000));
        stage.paint();
        for (int i = 0; i < 30; ++i) {
            times.measure([&] {
                stage.view.resize(i % 2 == 0 ? 700 - i : 1008 - i, 700);
                stage.paint();
            });
        }
    }
    times.report(state);
}

// Four columns that stream at once, as in a comparison: what the GUI thread uses of one core while
// tokens of four characters arrive every 5 ms in each.
void fourViews200(benchmark::State &state)
{
    constexpr int kViews = 4;
    constexpr auto kSeconds = std::chrono::seconds(10);
    constexpr auto kBetweenTokens = std::chrono::milliseconds(5);
    const QString document = test::sampleDocument();
    for ([[maybe_unused]] const auto _ : state) {
        std::array<ShownView, kViews> stages;
        for (ShownView &stage : stages) {
            stage.view.resize(504, 700);
            stage.model.setRows(
                {test::prompt(1, u"Tell me."_s), test::answer(2, {}, MessageStatus::Streaming)});
        }
        QEventLoop loop;
        QTimer tokens;
        tokens.setTimerType(Qt::PreciseTimer);
        qsizetype at = 0;
        QObject::connect(&tokens, &QTimer::timeout, &tokens, [&] {
            const QString token = document.mid(at, 4);
            at += 4;
            for (ShownView &stage : stages)
                stage.model.appendTail({2}, token, {});
        });
        QTimer::singleShot(kSeconds, &loop, &QEventLoop::quit);
        tokens.start(kBetweenTokens);
        const double before = threadMilliseconds();
        loop.exec();
        const std::chrono::duration<double, std::milli> elapsed = kSeconds;
        state.counters["percent"] = (threadMilliseconds() - before) / elapsed.count() * 100;
        state.counters["per_second"] = double(at) / 4 / (elapsed.count() / 1000);
    }
}

// A word that every other message holds: until its first hit is known, and until all are.
void find10000(benchmark::State &state)
{
    StepTimes first;
    StepTimes all;
    int hits = 0;
    for ([[maybe_unused]] const auto _ : state) {
        MessageListModel model;
        model.setRows(test::longConversation(10'000));
        TranscriptSearch search;
        search.setModel(&model);
        QEventLoop loop;
        const auto run = [&](auto isEnough) {
            const auto stop = QObject::connect(&search, &TranscriptSearch::changed, &loop, [&] {
                if (isEnough())
                    loop.quit();
            });
            if (!isEnough())
                loop.exec();
            QObject::disconnect(stop);
        };
        const TextQuery query{.text = u"checkpoint"_s};
        first.measure([&] {
            search.start(query, 9'999);
            run([&] { return search.total() > 0; });
        });
        all.measure([&] {
            search.start(query, 9'999);
            run([&] { return search.isDone(); });
        });
        hits = search.total();
    }
    state.counters["first_ms"] = first.mean(0, first.count());
    state.counters["all_ms"] = all.mean(0, all.count());
    state.counters["hits"] = hits;
}

// Code of ten thousand lines, coloured: until it is seen, and page by page through it with the
// colours that come in.
void code10000Lines(benchmark::State &state)
{
    const QString lines = u"for (int i = 0; i < count; ++i) { // each\n"
                          "    const auto name = std::string(\"row \") + std::to_string(i);\n"
                          "    rows.push_back({.name = name, .value = 3.5 * i});\n"
                          "}\n"_s;
    const QString text = u"```cpp\n"_s + lines.repeated(2'500) + u"```\n"_s;
    StepTimes open;
    StepTimes scroll;
    for ([[maybe_unused]] const auto _ : state) {
        Typesetter typesetter;
        ShownView stage;
        stage.view.setTypesetter(&typesetter);
        open.measure([&] {
            stage.model.setRows({test::answer(2, text)});
            stage.paint();
        });
        QScrollBar *bar = stage.view.verticalScrollBar();
        while (bar->value() > 0) {
            scroll.measure([&] {
                bar->setValue(bar->value() - 650);
                QCoreApplication::processEvents();
                stage.paint();
            });
        }
    }
    scroll.report(state);
    state.counters["open_ms"] = open.mean(0, open.count());
}

// A line of a hundred thousand characters: until it is seen, and screen by screen to its end.
void code100kLine(benchmark::State &state)
{
    const QString text =
        u"```json\n"_s + u"{\"key\": [1, 2, \"值\"]}, "_s.repeated(5'000) + u"\n```\n"_s;
    StepTimes open;
    StepTimes scroll;
    for ([[maybe_unused]] const auto _ : state) {
        ShownView stage;
        open.measure([&] {
            stage.model.setRows({test::answer(2, text)});
            stage.paint();
        });
        const QPointF place(stage.view.viewport()->rect().center().x(),
            stage.view.rectInView({.message = {2}, .offset = 0}).center().y());
        for (int i = 0; i < 1'300; ++i) {
            scroll.measure([&] {
                QWheelEvent event(place, stage.view.viewport()->mapToGlobal(place), {-600, 0}, {},
                    Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(stage.view.viewport(), &event);
                stage.paint();
            });
        }
    }
    scroll.report(state);
    state.counters["open_ms"] = open.mean(0, open.count());
}

// What the view adds to the text of the conversation, after everything has been seen once.
void memory10000(benchmark::State &state)
{
    for ([[maybe_unused]] const auto _ : state) {
        const QList<MessageRow> rows = test::longConversation(10'000);
        ShownView stage;
        const double before = privateMegabytes();
        stage.model.setRows(rows);
        stage.paint();
        QScrollBar *bar = stage.view.verticalScrollBar();
        while (bar->value() > 0) {
            bar->setValue(std::max(0, bar->value() - 100'000));
            stage.paint();
        }
        state.counters["mb"] = privateMegabytes() - before;
    }
}

BENCHMARK(append20KB)->Name("transcript/append/20KB")->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(append1MB)->Name("transcript/append/1MB")->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(appendCode30KB)
    ->Name("transcript/append_code/30KB")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK(code10000Lines)
    ->Name("transcript/code_10000_lines")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK(code100kLine)
    ->Name("transcript/code_100k_line")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK(open10000)->Name("transcript/open/10000")->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(open1MB)->Name("transcript/open/1MB")->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(scroll10000)
    ->Name("transcript/scroll/10000")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(resize10000)
    ->Name("transcript/resize/10000")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(fourViews200)
    ->Name("transcript/four_views/200tps")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(find10000)->Name("transcript/find/10000")->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(memory10000)
    ->Name("transcript/memory/10000")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

} // namespace pennyworth::bench
