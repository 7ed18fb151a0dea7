// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownnode.h"
#include "markdown/markdownsource.h"

#include <QStringList>

#include <cmark-gfm.h>

#include <vector>

namespace pennyworth {

/// Turns cmark's tree into values. Private to the parser; lives for one parse.
class MarkdownTreeReader final {
public:
    /// `footnoteLabels`: in the order of the numbers that the library gave them, from 1. `source`:
    /// what was parsed.
    MarkdownTreeReader(QStringList footnoteLabels, const MarkdownSource &source);

    [[nodiscard]] MarkdownNode read(cmark_node *block) const;

private:
    void readBlocks(cmark_node *parent, int depth, std::vector<MarkdownNode> &out) const;
    void readBlock(cmark_node *block, int depth, std::vector<MarkdownNode> &out) const;
    void readItems(cmark_node *list, MarkdownNode &out, int depth) const;
    void readRows(cmark_node *table, MarkdownNode &out) const;
    void readInlines(
        cmark_node *parent, int depth, bool inLink, std::vector<MarkdownNode> &out) const;
    void readInline(cmark_node *node, int depth, bool inLink, std::vector<MarkdownNode> &out) const;
    void readText(const QString &text, bool inLink, std::vector<MarkdownNode> &out) const;
    void readFlat(cmark_node *parent, int depth, std::vector<MarkdownNode> &out) const;
    [[nodiscard]] QString string(const char *utf8) const;
    [[nodiscard]] QString unescapedString(const char *utf8) const;
    [[nodiscard]] QString allText(cmark_node *parent) const;

    QStringList m_footnoteLabels;
    const MarkdownSource &m_source;
};

} // namespace pennyworth
