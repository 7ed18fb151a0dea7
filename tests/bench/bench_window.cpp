// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/filledhome.h"
#include "bench/steptimes.h"
#include "chat/ownedservices.h"
#include "chat/workspace.h"
#include "environment/settings.h"
#include "store/store.h"
#include "theme/theme.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QMainWindow>
#include <QTemporaryDir>
#include <QWindow>

#include <benchmark/benchmark.h>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void showPainted(QWidget &window)
{
    window.show();
    while (!window.windowHandle()->isExposed())
        QApplication::processEvents();
    window.repaint();
}

// What opening the window adds to a start, from the services to the painted list of conversations.
// `start` of the process itself is the same for every Qt program.
void openFilled(benchmark::State &state)
{
    const QTemporaryDir home;
    {
        OwnedServices owned(Paths(home.path()), 0ms);
        Store &store = owned.services().store;
        static_cast<void>(store.open().result());
        fillHome(store, 1000, 10);
    }
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        times.measure([&home] {
            OwnedServices owned(Paths(home.path()), 0ms);
            const QFuture<Result<Done>> opened = owned.services().store.open();
            Settings settings(owned.paths().settingsFile());
            Theme theme(settings);
            Workspace workspace(owned.services());
            MainWindow window(theme, settings, workspace, StartWith::LatestChoice);
            bool isLoaded = false;
            QObject::connect(&workspace, &Workspace::conversationsLoaded, &window,
                [&isLoaded] { isLoaded = true; });
            window.start();
            static_cast<void>(opened.result());
            workspace.load();
            showPainted(window);
            while (!isLoaded)
                QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            window.repaint();
        });
    }
    times.report(state);
}

// The peer: a window with nothing in it.
void openEmpty(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        times.measure([] {
            QMainWindow window;
            window.resize(1280, 820);
            showPainted(window);
        });
    }
    times.report(state);
}

BENCHMARK(openFilled)->Name("window/open/1000x20")->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(openEmpty)->Name("window/open/empty")->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace

} // namespace pennyworth::bench
