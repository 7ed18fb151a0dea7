// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "domain/error.h"

#include <QJsonObject>
#include <QString>

namespace pennyworth {

// A failure as the command line says it.

[[nodiscard]] ExitStatus exitStatusFor(const Error &error);

/// What happened, in one or two sentences; what the service or the system said about it stands in
/// brackets.
[[nodiscard]] QString errorMessage(const Error &error);

/// What to do, in the terms of the command line, and whether anything was charged.
[[nodiscard]] QString errorRemedy(const Error &error);

/// `{kind, status, message, remedy, charged}` as in the contract.
[[nodiscard]] QJsonObject errorJson(const Error &error);

/// `{kind, message}`: the failure of a look-up that asks nobody.
[[nodiscard]] QJsonObject shortErrorJson(const Error &error);

/// A wrong command line: `sentence` says what is wrong with it.
[[nodiscard]] Error wrongUsage(const QString &sentence);

} // namespace pennyworth
