// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QTextLine;

namespace pennyworth {

/// A stretch of a line, from left to right.
struct LineSpan {
    double left = 0;
    double right = 0;

    bool operator==(const LineSpan &) const = default;
};

/// Where the characters from `from` up to `to` of a laid out text stand in one of its lines: a
/// single stretch, or several where directions mix (Unicode Bidirectional Algorithm). Both
/// positions lie in the line; `text` is its layout's.
[[nodiscard]] std::vector<LineSpan> lineSpans(
    const QTextLine &line, const QString &text, int from, int to);

} // namespace pennyworth
