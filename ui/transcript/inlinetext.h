// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownnode.h"
#include "transcript/formulapicture.h"

#include <QList>
#include <QTextLayout>

#include <memory>
#include <utility>
#include <vector>

namespace pennyworth {

/// Where a line of the source ends inside a paragraph: a space in Markdown, a line in what people
/// type.
enum class SoftBreaks { Spaces, Lines };

struct InlineLink {
    int start = 0;
    int length = 0;
    QString target;
    QString text; ///< what it shows

    bool operator==(const InlineLink &) const = default;
};

/// A formula in running text; its source stands in the text.
struct InlineFormula {
    int start = 0;
    int length = 0;
    std::shared_ptr<FormulaPicture> picture;
};

/// Running text with its formats. Its characters are those of the tree's leaves, one for one, so
/// positions in it are leaf offsets.
struct InlineText {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    QList<InlineLink> links;
    QList<std::pair<int, int>>
        chips; ///< start and length of code, which stands on a ground of its own
    QList<InlineFormula> formulas;
};

/// How much further a chip stands from its neighbours than their letters do: room for its ground,
/// which stands out on either side, and for some air.
inline constexpr qreal kChipGap = 4;

[[nodiscard]] InlineText inlineText(const std::vector<MarkdownNode> &inlines,
    const TranscriptStyle &style, const QFont &font, SoftBreaks softBreaks);

/// A text that is too long to be set at once, in parts that follow each other.
[[nodiscard]] std::vector<InlineText> inPieces(InlineText text);

} // namespace pennyworth
