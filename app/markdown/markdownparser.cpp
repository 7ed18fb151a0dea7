// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownparser.h"

#include "markdown/markdownsource.h"
#include "markdown/markdowntree.h"

#include <QStringList>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

struct NodeFree {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeFree>;

Tree parse(const QByteArray &utf8)
{
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);

    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (const char *name : {"table", "strikethrough", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, utf8.constData(), size_t(utf8.size()));
    Tree tree(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    return tree;
}

/// The lines of what was parsed, counted from 1 as the library does.
class Lines final {
public:
    explicit Lines(const QByteArray &utf8)
        : m_utf8(utf8)
    {
        m_starts.push_back(0);
        for (qsizetype at = utf8.indexOf('\n'); at >= 0; at = utf8.indexOf('\n', at + 1))
            m_starts.push_back(at + 1);
        if (m_starts.back() == utf8.size() && m_starts.size() > 1)
            m_starts.pop_back();
    }

    [[nodiscard]] int count() const { return int(m_starts.size()); }

    [[nodiscard]] QByteArray line(int number) const
    {
        const qsizetype start = m_starts.at(size_t(number - 1));
        const qsizetype end = m_utf8.indexOf('\n', start);
        return m_utf8.mid(start, end < 0 ? -1 : end - start);
    }

    [[nodiscard]] bool isBlank(int number) const { return line(number).trimmed().isEmpty(); }

private:
    const QByteArray &m_utf8;
    std::vector<qsizetype> m_starts;
};

bool isTable(cmark_node *node)
{
    return std::strcmp(cmark_node_get_type_string(node), "table") == 0;
}

// A table that ends a paragraph takes over the paragraph's first line and leaves it none; its own
// follow from its rows.
int tableLine(cmark_node *table)
{
    cmark_node *header = cmark_node_first_child(table);
    cmark_node *row = header ? cmark_node_next(header) : nullptr;
    return row ? cmark_node_get_start_line(row) - 2 : cmark_node_get_end_line(table) - 1;
}

int firstLine(cmark_node *node)
{
    if (isTable(node))
        return std::max(tableLine(node), cmark_node_get_start_line(node));
    const int line = cmark_node_get_start_line(node);
    cmark_node *next = cmark_node_next(node);
    return line == 0 && next ? cmark_node_get_start_line(next) : line;
}

// cmark does not tell a footnote's label; it stands in the source.
QString footnoteLabel(cmark_node *definition, const Lines &lines)
{
    const QString line = QString::fromUtf8(lines.line(cmark_node_get_start_line(definition)));
    const qsizetype start = line.indexOf("[^"_L1);
    const qsizetype end = line.indexOf("]:"_L1, start);
    return start < 0 || end < 0 ? QString() : line.mid(start + 2, end - start - 2);
}

// Definitions are moved behind everything else, in the order of the numbers that their references
// carry, from 1.
QStringList footnoteLabels(cmark_node *document, const Lines &lines)
{
    QStringList labels;
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
            labels += footnoteLabel(node, lines);
    }
    return labels;
}

void appendList(
    cmark_node *list, MarkdownNode whole, int linesBefore, std::vector<MarkdownBlock> &blocks)
{
    cmark_node *item = cmark_node_first_child(list);
    for (MarkdownNode &child : whole.children) {
        MarkdownBlock block;
        block.node.kind = MarkdownKind::List;
        block.node.spacing = whole.spacing;
        block.firstLine = cmark_node_get_start_line(item) - linesBefore;
        block.isContinuation = item != cmark_node_first_child(list);
        block.node.children.push_back(std::move(child));
        blocks.push_back(std::move(block));
        item = cmark_node_next(item);
    }
}

void setLastLines(std::vector<MarkdownBlock> &blocks, const Lines &lines, int linesBefore)
{
    int last = lines.count() - linesBefore;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        while (last > block->firstLine && lines.isBlank(last + linesBefore))
            --last;
        block->lastLine = std::max(last, block->firstLine);
        last = block->firstLine - 1;
    }
}

} // namespace

std::vector<MarkdownBlock> parseMarkdown(QStringView text, QStringView definitions)
{
    const MarkdownSource source = prepareMarkdown(text, definitions);
    const Tree document = parse(source.utf8);
    const Lines lines(source.utf8);
    QStringList labels = footnoteLabels(document.get(), lines);
    for (QString &label : labels)
        label = source.restored(label);
    const MarkdownTreeReader reader(labels, source);

    std::vector<MarkdownBlock> blocks;
    qsizetype footnote = 0;
    for (cmark_node *node = cmark_node_first_child(document.get()); node;
         node = cmark_node_next(node)) {
        const bool isFootnote = cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
        footnote += isFootnote ? 1 : 0;
        const int line = firstLine(node) - source.linesBefore;
        if (line < 1)
            continue;
        if (cmark_node_get_type(node) == CMARK_NODE_LIST)
            appendList(node, reader.read(node), source.linesBefore, blocks);
        else
            blocks.push_back({.node = reader.read(node), .firstLine = line});
        if (isFootnote)
            blocks.back().node.text = labels.at(footnote - 1);
    }
    std::ranges::stable_sort(blocks, {}, &MarkdownBlock::firstLine);
    setLastLines(blocks, lines, source.linesBefore);
    return blocks;
}

QString withUnixLineEnds(QStringView text)
{
    QString result = text.toString();
    result.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return result;
}

} // namespace pennyworth
