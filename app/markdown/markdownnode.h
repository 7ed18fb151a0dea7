// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace pennyworth {

/// What a node of a Markdown tree is: CommonMark and GFM.
enum class MarkdownKind {
    // blocks
    Paragraph,
    Heading,
    CodeBlock,
    HtmlBlock,
    Rule,
    Quote,
    List,
    ListItem,
    Table,
    TableRow,
    TableCell,
    Footnote,
    // inline
    Text,
    SoftBreak,
    LineBreak,
    Code,
    Html,
    Emphasis,
    Strong,
    Strike,
    Link,
    Image,
    FootnoteReference,
    Formula,
};

enum class ListSpacing { Tight, Loose };
enum class TaskState { None, Open, Done };
enum class ColumnAlignment { Default, Left, Center, Right };

/// A value tree: what the parser found, without positions. Nesting is bounded by the parser, so
/// recursion is safe.
struct MarkdownNode {
    MarkdownKind kind = MarkdownKind::Paragraph;
    QString text; ///< the characters of a leaf (see leafText); of a Footnote its label
    QString target; ///< Link, Image: the address; CodeBlock: the info string
    QString title; ///< Link, Image
    int number = 0; ///< Heading: the level; ListItem: its number, -1 where it has a bullet
    ListSpacing spacing = ListSpacing::Tight; ///< List
    TaskState task = TaskState::None; ///< ListItem
    ColumnAlignment alignment = ColumnAlignment::Default; ///< TableCell
    std::vector<MarkdownNode> children;

    bool operator==(const MarkdownNode &) const = default;
};

/// Whether the node holds characters itself and no children.
[[nodiscard]] bool isLeaf(MarkdownKind kind);

/// The characters a leaf shows. Whoever shows a tree shows exactly these in this order, so that
/// positions in a tree can be counted in them ("leaf offsets", UTF-16 units). A soft break is a
/// space, a line break is U+000A, an image its description or else its address ("data:" without
/// what it holds), a formula its source, an inline one in one line.
[[nodiscard]] QString leafText(const MarkdownNode &leaf);
[[nodiscard]] qsizetype leafLength(const MarkdownNode &node); ///< of all leaves below

/// The part of a tree between two leaf offsets; containers that hold nothing of it are left out.
[[nodiscard]] MarkdownNode cut(const MarkdownNode &node, qsizetype from, qsizetype to);

/// Walks a tree in reading order: visitor.enter(node), the children, visitor.leave(node). Where
/// enter returns false, the children are skipped; leave is called all the same.
template <class Visitor>
void visit(const MarkdownNode &node, Visitor &visitor)
{
    if (visitor.enter(node)) {
        for (const MarkdownNode &child : node.children)
            visit(child, visitor);
    }
    visitor.leave(node);
}

} // namespace pennyworth
