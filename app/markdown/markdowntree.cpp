// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowntree.h"

#include "markdown/autolinks.h"
#include "markdown/markdownparser.h"

#include <QRegularExpression>

#include <cmark-gfm-core-extensions.h>

#include <cstring>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isNamed(cmark_node *node, const char *name)
{
    return std::strcmp(cmark_node_get_type_string(node), name) == 0;
}

void appendText(std::vector<MarkdownNode> &out, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!out.empty() && out.back().kind == MarkdownKind::Text)
        out.back().text += text;
    else
        out.push_back({.kind = MarkdownKind::Text, .text = text});
}

void appendLinkedText(std::vector<MarkdownNode> &out, const QString &text)
{
    qsizetype done = 0;
    const QList<Autolink> links = findAutolinks(text);
    for (const Autolink &link : links) {
        appendText(out, text.mid(done, link.start - done));
        MarkdownNode node{.kind = MarkdownKind::Link, .target = link.target};
        node.children.push_back(
            {.kind = MarkdownKind::Text, .text = text.mid(link.start, link.length)});
        out.push_back(std::move(node));
        done = link.start + link.length;
    }
    appendText(out, text.mid(done));
}

bool isBreak(MarkdownKind kind)
{
    return kind == MarkdownKind::SoftBreak || kind == MarkdownKind::LineBreak;
}

ColumnAlignment alignmentOf(char c)
{
    switch (c) {
    case 'l':
        return ColumnAlignment::Left;
    case 'c':
        return ColumnAlignment::Center;
    case 'r':
        return ColumnAlignment::Right;
    default:
        return ColumnAlignment::Default;
    }
}

} // namespace

MarkdownTreeReader::MarkdownTreeReader(QStringList footnoteLabels, const MarkdownSource &source)
    : m_footnoteLabels(std::move(footnoteLabels))
    , m_source(source)
{
}

QString MarkdownTreeReader::string(const char *utf8) const
{
    return m_source.restored(QString::fromUtf8(utf8));
}

// An address or a title. What was taken for a formula in it has not been rid of its escapes by the
// parser.
QString MarkdownTreeReader::unescapedString(const char *utf8) const
{
    static const QRegularExpression escape(uR"(\\([!-/:-@\[-`{-~]))"_s);
    const QString text = QString::fromUtf8(utf8);
    QString whole = m_source.restored(text);
    return whole == text ? whole : whole.replace(escape, u"\\1"_s);
}

MarkdownNode MarkdownTreeReader::read(cmark_node *block) const
{
    std::vector<MarkdownNode> nodes;
    readBlock(block, 0, nodes);
    return nodes.empty() ? MarkdownNode{} : std::move(nodes.front());
}

void MarkdownTreeReader::readBlocks(
    cmark_node *parent, int depth, std::vector<MarkdownNode> &out) const
{
    if (depth > kMarkdownNestingLimit) {
        readFlat(parent, depth, out);
        return;
    }
    for (cmark_node *child = cmark_node_first_child(parent); child; child = cmark_node_next(child))
        readBlock(child, depth, out);
}

// Without recursion: the blocks below, whatever they stand in.
void MarkdownTreeReader::readFlat(
    cmark_node *parent, int depth, std::vector<MarkdownNode> &out) const
{
    cmark_iter *iterator = cmark_iter_new(parent);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const cmark_node_type type = cmark_node_get_type(node);
        const bool isLeafBlock = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING
            || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK
            || type == CMARK_NODE_THEMATIC_BREAK || isNamed(node, "table");
        if (event == CMARK_EVENT_ENTER && isLeafBlock)
            readBlock(node, depth, out);
    }
    cmark_iter_free(iterator);
}

void MarkdownTreeReader::readBlock(
    cmark_node *block, int depth, std::vector<MarkdownNode> &out) const
{
    MarkdownNode node;
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_PARAGRAPH:
        readInlines(block, 0, false, node.children);
        break;
    case CMARK_NODE_HEADING:
        node.kind = MarkdownKind::Heading;
        node.number = cmark_node_get_heading_level(block);
        readInlines(block, 0, false, node.children);
        break;
    case CMARK_NODE_CODE_BLOCK:
        node.kind = MarkdownKind::CodeBlock;
        node.text = string(cmark_node_get_literal(block));
        node.target = string(cmark_node_get_fence_info(block));
        if (node.text.endsWith(u'\n'))
            node.text.chop(1);
        break;
    case CMARK_NODE_HTML_BLOCK:
        node.kind = MarkdownKind::HtmlBlock;
        node.text = string(cmark_node_get_literal(block));
        if (node.text.endsWith(u'\n'))
            node.text.chop(1);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        node.kind = MarkdownKind::Rule;
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        node.kind = MarkdownKind::Quote;
        readBlocks(block, depth + 1, node.children);
        break;
    case CMARK_NODE_LIST:
        node.kind = MarkdownKind::List;
        node.spacing = cmark_node_get_list_tight(block) ? ListSpacing::Tight : ListSpacing::Loose;
        readItems(block, node, depth + 1);
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        node.kind = MarkdownKind::Footnote;
        readBlocks(block, depth + 1, node.children);
        break;
    default:
        if (!isNamed(block, "table"))
            return;
        node.kind = MarkdownKind::Table;
        readRows(block, node);
        break;
    }
    out.push_back(std::move(node));
}

void MarkdownTreeReader::readItems(cmark_node *list, MarkdownNode &out, int depth) const
{
    const bool isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    int number = cmark_node_get_list_start(list);
    for (cmark_node *child = cmark_node_first_child(list); child; child = cmark_node_next(child)) {
        MarkdownNode item{.kind = MarkdownKind::ListItem, .number = isOrdered ? number++ : -1};
        if (isNamed(child, "tasklist"))
            item.task = cmark_gfm_extensions_get_tasklist_item_checked(child) ? TaskState::Done
                                                                              : TaskState::Open;
        readBlocks(child, depth + 1, item.children);
        out.children.push_back(std::move(item));
    }
}

void MarkdownTreeReader::readRows(cmark_node *table, MarkdownNode &out) const
{
    const int columns = cmark_gfm_extensions_get_table_columns(table);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
        MarkdownNode rowNode{.kind = MarkdownKind::TableRow};
        for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
            const int column = int(rowNode.children.size());
            MarkdownNode cellNode{.kind = MarkdownKind::TableCell};
            if (column < columns && alignments)
                cellNode.alignment = alignmentOf(char(alignments[column]));
            readInlines(cell, 0, false, cellNode.children);
            rowNode.children.push_back(std::move(cellNode));
        }
        out.children.push_back(std::move(rowNode));
    }
}

QString MarkdownTreeReader::allText(cmark_node *parent) const
{
    QString text;
    cmark_iter *iterator = cmark_iter_new(parent);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER || node == parent)
            continue;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text += u' ';
        else if (const char *literal = cmark_node_get_literal(node))
            text += string(literal);
    }
    cmark_iter_free(iterator);
    return text;
}

void MarkdownTreeReader::readInlines(
    cmark_node *parent, int depth, bool inLink, std::vector<MarkdownNode> &out) const
{
    if (depth > kMarkdownNestingLimit) {
        appendText(out, allText(parent));
        return;
    }
    for (cmark_node *child = cmark_node_first_child(parent); child; child = cmark_node_next(child))
        readInline(child, depth, inLink, out);
}

void MarkdownTreeReader::readText(
    const QString &text, bool inLink, std::vector<MarkdownNode> &out) const
{
    const auto append = [&out, inLink](const QString &part) {
        if (inLink)
            appendText(out, part);
        else
            appendLinkedText(out, part);
    };
    if (m_source.formulas.isEmpty()) {
        append(m_source.withoutMarks(text));
        return;
    }
    for (const FormulaMask::Piece &piece : m_source.formulas.pieces(m_source.withoutMarks(text))) {
        if (piece.isFormula)
            out.push_back({.kind = MarkdownKind::Formula, .text = piece.text});
        else if (!piece.isSwallowed)
            append(piece.text);
        else if (!out.empty() && isBreak(out.back().kind))
            out.pop_back();
    }
}

void MarkdownTreeReader::readInline(
    cmark_node *child, int depth, bool inLink, std::vector<MarkdownNode> &out) const
{
    MarkdownNode node;
    bool isLink = false;
    switch (cmark_node_get_type(child)) {
    case CMARK_NODE_TEXT:
        readText(QString::fromUtf8(cmark_node_get_literal(child)), inLink, out);
        return;
    case CMARK_NODE_SOFTBREAK:
        out.push_back({.kind = MarkdownKind::SoftBreak});
        return;
    case CMARK_NODE_LINEBREAK:
        out.push_back({.kind = MarkdownKind::LineBreak});
        return;
    case CMARK_NODE_CODE:
        out.push_back({.kind = MarkdownKind::Code, .text = string(cmark_node_get_literal(child))});
        return;
    case CMARK_NODE_HTML_INLINE:
        out.push_back({.kind = MarkdownKind::Html, .text = string(cmark_node_get_literal(child))});
        return;
    case CMARK_NODE_FOOTNOTE_REFERENCE: {
        const QString number = string(cmark_node_get_literal(child));
        out.push_back({.kind = MarkdownKind::FootnoteReference,
            .text = m_footnoteLabels.value(number.toInt() - 1, number)});
        return;
    }
    case CMARK_NODE_IMAGE:
        out.push_back({.kind = MarkdownKind::Image,
            .text = allText(child),
            .target = unescapedString(cmark_node_get_url(child)),
            .title = unescapedString(cmark_node_get_title(child))});
        return;
    case CMARK_NODE_EMPH:
        node.kind = MarkdownKind::Emphasis;
        break;
    case CMARK_NODE_STRONG:
        node.kind = MarkdownKind::Strong;
        break;
    case CMARK_NODE_LINK:
        node.kind = MarkdownKind::Link;
        node.target = unescapedString(cmark_node_get_url(child));
        node.title = unescapedString(cmark_node_get_title(child));
        isLink = true;
        break;
    default:
        if (!isNamed(child, "strikethrough")) {
            appendText(out, allText(child));
            return;
        }
        node.kind = MarkdownKind::Strike;
        break;
    }
    readInlines(child, depth + 1, inLink || isLink, node.children);
    out.push_back(std::move(node));
}

} // namespace pennyworth
