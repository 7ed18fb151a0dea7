// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownnode.h"

#include <QString>

#include <vector>

namespace pennyworth {

// Inline nodes in the three forms of markdownwriter.h.

enum class InlinePlace { Paragraph, TableCell };

[[nodiscard]] QString markdownInlines(const std::vector<MarkdownNode> &inlines, InlinePlace place);
[[nodiscard]] QString htmlInlines(const std::vector<MarkdownNode> &inlines);
[[nodiscard]] QString plainInlines(const std::vector<MarkdownNode> &inlines);

/// The length of the longest run of one character.
[[nodiscard]] qsizetype longestRun(const QString &text, QChar character);

} // namespace pennyworth
