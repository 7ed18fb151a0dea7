// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennyworth {

/// The first line of standard input. On a terminal `prompt` is shown and what is typed is not.
[[nodiscard]] QString readSecret(const QString &prompt);

} // namespace pennyworth
