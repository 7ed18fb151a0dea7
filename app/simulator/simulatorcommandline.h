// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/simulator.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pennyworth::simulated {

/// What the arguments of pennyworth-simulator ask for: a text to print, or options to run with.
struct SimulatorCommandLine {
    QString text; ///< of --help and --version; empty: run
    SimulatorOptions options;
};

/// Reads the arguments, the first of which is the program's name, and the scenario file. WrongUsage
/// or InvalidValue or FileFailed with a whole sentence as detail.
Result<SimulatorCommandLine> parseSimulatorCommandLine(const QStringList &arguments);

} // namespace pennyworth::simulated
