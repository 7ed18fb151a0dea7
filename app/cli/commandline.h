// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pennyworth {

/// The exit statuses that scripts rely on.
enum class ExitStatus {
    Done = 0,
    RequestFailed = 1,
    WrongUsage = 2,
    StoreUnusable = 3,
    Interrupted = 130
};

/// Opens the window on a new conversation; where one is open, that one shows a new conversation.
inline constexpr QLatin1StringView kNewChatOption{"--new-chat"};

/// Whether these arguments (without the program's name) ask for the window: none at all, `--demo`
/// alone or `--new-chat` alone.
[[nodiscard]] bool wantsWindow(const QStringList &arguments);

/// Runs one command to its end inside the application's event loop and gives the process's exit
/// status. Needs a QCoreApplication, no display. `arguments` are without the program's name.
int runCommandLine(const QStringList &arguments);

} // namespace pennyworth
