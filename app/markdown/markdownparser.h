// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownnode.h"

#include <QStringView>

#include <vector>

namespace pennyworth {

/// A top-level block of a message. A list is one block an item, so that a long list costs no more
/// than its last item.
struct MarkdownBlock {
    MarkdownNode node;
    int firstLine = 0; ///< of the source, from 1
    int lastLine = 0; ///< the last line that is not blank; reference definitions behind a block
                      ///< belong to its lines
    bool isContinuation = false; ///< a List whose item follows the one of the block before
    bool isClosed =
        true; ///< structurally: no text that still arrives can change which block this is

    bool operator==(const MarkdownBlock &) const = default;
};

/// CommonMark with GFM's tables, task lists, strikethrough, autolinks and footnotes. `definitions`
/// is Markdown whose reference and footnote definitions hold in `text` as well; it adds no blocks.
/// Lines end with U+000A. Footnotes stand where they are written. Bounded against inputs on which
/// the library is quadratic or nests without end. Pure; any thread.
[[nodiscard]] std::vector<MarkdownBlock> parseMarkdown(
    QStringView text, QStringView definitions = {});

/// Line ends as U+000A.
[[nodiscard]] QString withUnixLineEnds(QStringView text);

/// How many levels of blocks and of inline markup are kept apart; deeper ones are shown in the
/// innermost of these.
inline constexpr int kMarkdownNestingLimit = 64;
/// A wider table is shown as text.
inline constexpr int kMarkdownColumnLimit = 256;

} // namespace pennyworth
