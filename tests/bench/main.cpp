// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/filledhome.h"
#include "environment/paths.h"
#include "store/store.h"

#include <QApplication>
#include <QTextStream>

#include <benchmark/benchmark.h>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

/// --fill_home DIRECTORY: 1,000 conversations of 20 messages in an empty home, to measure and to
/// look at the program with.
int fill(const QString &home)
{
    constexpr int kConversations = 1000;
    constexpr int kTurns = 10;
    Store store(Paths(home).databaseFile());
    const Result<Done> opened = store.open().result();
    if (opened.hasError()) {
        QTextStream(stderr) << "Cannot open a store in " << home << '\n';
        return EXIT_FAILURE;
    }
    bench::fillHome(store, kConversations, kTurns);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char **argv)
{
    // Figures are comparable only without a window system in between.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--fill_home"_L1)
        return fill(arguments.at(2));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
