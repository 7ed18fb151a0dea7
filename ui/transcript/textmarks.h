// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pennyworth {

/// Part of a text, in its positions; empty where from >= to.
struct TextRange {
    int from = 0;
    int to = 0;

    bool operator==(const TextRange &) const = default;
    [[nodiscard]] bool isEmpty() const { return from >= to; }
    [[nodiscard]] int length() const { return to - from; }
};

/// What stands out of a text while it is painted.
struct TextMarks {
    TextRange selected;
    std::vector<TextRange> found; ///< the hits of a search
    TextRange current; ///< the hit that the search stands on

    /// The same for a text that begins at `start` of this one.
    [[nodiscard]] TextMarks from(int start) const
    {
        const auto moved = [start](TextRange range) {
            return TextRange{range.from - start, range.to - start};
        };
        TextMarks marks{.selected = moved(selected), .found = {}, .current = moved(current)};
        marks.found.reserve(found.size());
        for (const TextRange &range : found)
            marks.found.push_back(moved(range));
        return marks;
    }
};

} // namespace pennyworth
