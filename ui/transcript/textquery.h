// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/inlinetext.h"
#include "transcript/textmarks.h"

#include <QString>
#include <QStringView>

#include <span>
#include <vector>

namespace pennyworth {

/// What is looked for in a conversation.
struct TextQuery {
    QString text;
    Qt::CaseSensitivity caseSensitivity = Qt::CaseInsensitive;
    bool wholeWords = false;

    bool operator==(const TextQuery &) const = default;
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};

/// The hits in a text as it is shown, in order, without overlaps. `starts` as in
/// BlockLayout::textStarts(): no hit reaches from one part into the next.
[[nodiscard]] std::vector<TextRange> hitsIn(
    QStringView text, std::span<const int> starts, const TextQuery &query);

/// How many hits a Markdown text has once it is shown. Where its marks cannot matter it is not
/// parsed. Pure; any thread.
[[nodiscard]] int countHits(const QString &markdown, SoftBreaks softBreaks, const TextQuery &query);

} // namespace pennyworth
