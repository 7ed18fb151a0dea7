// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace pennyworth::test {

/// What one run of a command left.
struct CommandRun {
    ExitStatus status = ExitStatus::Done;
    QByteArray standard;
    QByteArray error;

    [[nodiscard]] QJsonObject
    json() const; ///< standard output as one JSON object; empty where it is none
};

using MakeCommand = std::function<std::unique_ptr<Command>(const Output &)>;

/// Parses `words` by the syntax and runs the command to its end, as runCommandLine() does.
[[nodiscard]] CommandRun runCommand(
    const Syntax &syntax, const MakeCommand &make, const QStringList &words);

} // namespace pennyworth::test
