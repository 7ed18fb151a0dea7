// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownnode.h"

#include <QStringView>

namespace pennyworth {

// What tells whether words that arrive can be added to a tree without the parser. Private to
// MarkdownBlocks.

/// Words, spaces between them and what ends a sentence: no mark, and no address begins or grows.
[[nodiscard]] bool isPlainText(QStringView chunk);

/// Without the one space that may follow it.
[[nodiscard]] QStringView lastWord(QStringView text);

/// The running text at the end of a block; null where something else ends it.
[[nodiscard]] MarkdownNode *runningTextAtEnd(MarkdownNode &block);

} // namespace pennyworth
