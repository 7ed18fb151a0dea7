// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/selectedtext.h"

#include "markdown/markdownwriter.h"

#include <QMimeData>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <map>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

void appendBlock(QString &text, const QString &more)
{
    if (!text.isEmpty() && !more.isEmpty())
        text += u"\n\n"_s;
    text += more;
}

// In leaf offsets of a top-level block, over all that is laid out of it.
struct Part {
    int from = std::numeric_limits<int>::max();
    int to = 0;
};

std::map<int, Part> selectedParts(const TextColumn &column, const TextColumn::Selected &selected)
{
    std::map<int, Part> parts;
    for (int i = 0; i < int(column.blocks().size()); ++i) {
        const PlacedBlock &block = column.blocks()[size_t(i)];
        const TextRange range = selected(i, block.length);
        const bool isRuleInside = block.length == 0 && !parts.empty();
        if (range.isEmpty() && !isRuleInside)
            continue;
        Part &part = parts[block.block];
        part.from = std::min(part.from, block.leafStart + range.from);
        part.to = std::max(part.to, block.leafStart + range.to);
    }
    return parts;
}

// Lines `first` to `last` of a text, from 1.
QString linesOf(const QString &text, int first, int last)
{
    return text.section(u'\n', first - 1, last - 1);
}

/// Collects Markdown: neighbours that are selected whole are taken from the source with what stands
/// between them.
class MarkdownCollector final {
public:
    explicit MarkdownCollector(const TextColumn &column)
        : m_column(column)
    {
    }

    void addWhole(int index, const MarkdownBlock &block)
    {
        const bool joins = m_lastWhole >= 0 && m_lastWhole == index - 1;
        if (!joins) {
            flush();
            m_firstLine = block.firstLine;
        }
        m_lastLine = block.lastLine;
        m_lastWhole = index;
    }

    void addPart(const MarkdownBlock &block)
    {
        flush();
        appendBlock(m_markdown, toMarkdown({&block, 1}));
    }

    [[nodiscard]] QString result()
    {
        flush();
        return m_markdown;
    }

private:
    void flush()
    {
        if (m_lastWhole >= 0)
            appendBlock(m_markdown, linesOf(m_column.text(), m_firstLine, m_lastLine));
        m_lastWhole = -1;
    }

    const TextColumn &m_column;
    QString m_markdown;
    int m_lastWhole = -1;
    int m_firstLine = 0;
    int m_lastLine = 0;
};

// Lines of what people type are lines.
void makeLines(MarkdownNode &node)
{
    if (node.kind == MarkdownKind::SoftBreak)
        node.kind = MarkdownKind::LineBreak;
    for (MarkdownNode &child : node.children)
        makeLines(child);
}

QString plainLines(std::vector<MarkdownBlock> blocks)
{
    for (MarkdownBlock &block : blocks)
        makeLines(block.node);
    return toPlainText(blocks);
}

} // namespace

void SelectedText::append(const SelectedText &more)
{
    appendBlock(plain, more.plain);
    appendBlock(markdown, more.markdown);
    html += more.html;
}

std::unique_ptr<QMimeData> SelectedText::toMimeData() const
{
    auto data = std::make_unique<QMimeData>();
    data->setText(plain);
    data->setHtml(html);
    data->setData(u"text/markdown"_s, markdown.toUtf8());
    return data;
}

SelectedText selectedText(const TextColumn &column, const TextColumn::Selected &selected)
{
    MarkdownCollector markdown(column);
    std::vector<MarkdownBlock> blocks;
    for (const auto &[index, part] : selectedParts(column, selected)) {
        MarkdownBlock block = column.markdown().at(size_t(index));
        if (part.from <= 0 && part.to >= leafLength(block.node)) {
            markdown.addWhole(index, block);
        } else {
            block.node = cut(block.node, part.from, part.to);
            if (block.node.kind == MarkdownKind::CodeBlock && block.node.text.endsWith(u'\n'))
                block.node.text.chop(1); // the end of the last line, not an empty line behind it
            markdown.addPart(block);
        }
        blocks.push_back(std::move(block));
    }
    const QString plain =
        column.softBreaks() == SoftBreaks::Lines ? plainLines(blocks) : toPlainText(blocks);
    return {.plain = plain, .markdown = markdown.result(), .html = toHtml(blocks)};
}

SelectedText wholeText(const QString &markdown, SoftBreaks softBreaks)
{
    const std::vector<MarkdownBlock> blocks = parseMarkdown(withUnixLineEnds(markdown));
    const QString plain =
        softBreaks == SoftBreaks::Lines ? plainLines(blocks) : toPlainText(blocks);
    return {.plain = plain, .markdown = markdown, .html = toHtml(blocks)};
}

} // namespace pennyworth
