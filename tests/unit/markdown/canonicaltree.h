// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownparser.h"

#include <QString>

#include <span>

namespace pennyworth::test {

// Texts and nesting of a document in one line, the same from both sides.

/// What the library says by itself, read from its XML.
[[nodiscard]] QString canonicalReference(const QString &markdown);
/// What our blocks hold.
[[nodiscard]] QString canonicalTree(std::span<const MarkdownBlock> blocks);

} // namespace pennyworth::test
