// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennyworth {

/// A conversation's title from its first prompt: its first line that says something, without
/// Markdown marks, cut at a word to at most 60 characters.
[[nodiscard]] QString titleFromPrompt(const QString &prompt);

} // namespace pennyworth
