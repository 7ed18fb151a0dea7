// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/linespans.h"

#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace pennyworth {

namespace {

constexpr char16_t kFirstRightToLeft = 0x0590; // Hebrew

// Surrogates are taken for such a letter as well: at worst the slower way is gone.
bool mayMixDirections(const QString &text, int start, int length)
{
    return std::ranges::any_of(QStringView(text).mid(start, length), [](QChar c) {
        return c.unicode() >= kFirstRightToLeft
            && (c.isSurrogate() || c.direction() == QChar::DirR || c.direction() == QChar::DirAL
                || c.direction() == QChar::DirRLE || c.direction() == QChar::DirRLO
                || c.direction() == QChar::DirRLI);
    });
}

LineSpan between(qreal a, qreal b)
{
    return {.left = std::min(a, b), .right = std::max(a, b)};
}

std::vector<LineSpan> merged(std::vector<LineSpan> spans)
{
    constexpr double kSlack = 0.01; // what rounding leaves between two letters
    std::ranges::sort(spans, {}, &LineSpan::left);
    std::vector<LineSpan> result;
    for (const LineSpan &span : spans) {
        if (!result.empty() && span.left <= result.back().right + kSlack)
            result.back().right = std::max(result.back().right, span.right);
        else
            result.push_back(span);
    }
    return result;
}

} // namespace

std::vector<LineSpan> lineSpans(const QTextLine &line, const QString &text, int from, int to)
{
    if (!mayMixDirections(text, line.textStart(), line.textLength()))
        return {between(line.cursorToX(from), line.cursorToX(to))};
    std::vector<LineSpan> letters;
    for (int i = from; i < to; ++i)
        letters.push_back(between(line.cursorToX(i), line.cursorToX(i, QTextLine::Trailing)));
    return merged(std::move(letters));
}

} // namespace pennyworth
