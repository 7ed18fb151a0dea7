// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennyworth {

/// The name for a file with code in a language, as written behind a fence: "code.py",
/// "Dockerfile"; "code.txt" for one that is not known.
[[nodiscard]] QString codeFileName(const QString &language);

} // namespace pennyworth
