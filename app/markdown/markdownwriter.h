// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownparser.h"

#include <QString>

#include <span>

namespace pennyworth {

// What a selection puts on the clipboard, and an export into a file. Several blocks are one
// document: the items of a list that stand in blocks of their own are one list again.

/// Markdown that reads back as the same tree.
[[nodiscard]] QString toMarkdown(std::span<const MarkdownBlock> blocks);
[[nodiscard]] QString toHtml(std::span<const MarkdownBlock>
        blocks); ///< a fragment; raw HTML of the source stands in it as text
/// As it looks: markers of lists, columns of tables apart by tabs, no marks.
[[nodiscard]] QString toPlainText(std::span<const MarkdownBlock> blocks);

} // namespace pennyworth
