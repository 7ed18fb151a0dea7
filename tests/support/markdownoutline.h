// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownparser.h"

#include <span>

namespace pennyworth::test {

/// A tree in one line, for tables of cases: p(text em(text)).
[[nodiscard]] QString outline(const MarkdownNode &node);
[[nodiscard]] QString outline(std::span<const MarkdownBlock> blocks);

/// What a node is called there, empty for text.
[[nodiscard]] QString outlineName(const MarkdownNode &node);

} // namespace pennyworth::test
