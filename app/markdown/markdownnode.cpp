// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownnode.h"

#include "markdown/formulas.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

bool isLeaf(MarkdownKind kind)
{
    switch (kind) {
    case MarkdownKind::Paragraph:
    case MarkdownKind::Heading:
    case MarkdownKind::Quote:
    case MarkdownKind::List:
    case MarkdownKind::ListItem:
    case MarkdownKind::Table:
    case MarkdownKind::TableRow:
    case MarkdownKind::TableCell:
    case MarkdownKind::Footnote:
    case MarkdownKind::Emphasis:
    case MarkdownKind::Strong:
    case MarkdownKind::Strike:
    case MarkdownKind::Link:
        return false;
    case MarkdownKind::CodeBlock:
    case MarkdownKind::HtmlBlock:
    case MarkdownKind::Rule:
    case MarkdownKind::Text:
    case MarkdownKind::SoftBreak:
    case MarkdownKind::LineBreak:
    case MarkdownKind::Code:
    case MarkdownKind::Html:
    case MarkdownKind::Image:
    case MarkdownKind::FootnoteReference:
    case MarkdownKind::Formula:
        return true;
    }
    Q_UNREACHABLE();
}

namespace {

// What stands in a "data:" address is no text to be read.
QString nameOf(const QString &address)
{
    return address.startsWith("data:"_L1) ? address.left(address.indexOf(u';')) : address;
}

} // namespace

QString leafText(const MarkdownNode &leaf)
{
    if (leaf.kind == MarkdownKind::SoftBreak)
        return u" "_s;
    if (leaf.kind == MarkdownKind::LineBreak)
        return u"\n"_s;
    if (leaf.kind == MarkdownKind::Image && leaf.text.isEmpty())
        return nameOf(leaf.target);
    if (leaf.kind == MarkdownKind::Formula && !isDisplayFormula(leaf.text))
        return QString(leaf.text).replace(u'\n', u' ');
    return leaf.text;
}

qsizetype leafLength(const MarkdownNode &node)
{
    if (isLeaf(node.kind))
        return leafText(node).size();
    qsizetype length = 0;
    for (const MarkdownNode &child : node.children)
        length += leafLength(child);
    return length;
}

namespace {

bool isKeptWhole(const MarkdownNode &node)
{
    return node.kind == MarkdownKind::SoftBreak || node.kind == MarkdownKind::LineBreak
        || node.kind == MarkdownKind::Image || node.kind == MarkdownKind::FootnoteReference
        || node.kind == MarkdownKind::Formula;
}

MarkdownNode cutLeaf(const MarkdownNode &leaf, qsizetype from, qsizetype to)
{
    MarkdownNode part = leaf;
    if (!isKeptWhole(leaf))
        part.text = leaf.text.mid(from, to - from);
    return part;
}

} // namespace

MarkdownNode cut(const MarkdownNode &node, qsizetype from, qsizetype to)
{
    if (isLeaf(node.kind))
        return cutLeaf(node, std::max<qsizetype>(from, 0), to);
    MarkdownNode part = node;
    part.children.clear();
    qsizetype start = 0;
    for (const MarkdownNode &child : node.children) {
        const qsizetype end = start + leafLength(child);
        // Cells stay, or the columns of a row would move.
        const bool isTouched = start < to && end > from;
        const bool isBetween = start == end && start > from && start < to;
        if (isTouched || isBetween || child.kind == MarkdownKind::TableCell)
            part.children.push_back(cut(
                child, std::max(from, start) - start, std::max(start, std::min(to, end)) - start));
        start = end;
    }
    return part;
}

} // namespace pennyworth
