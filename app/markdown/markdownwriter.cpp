// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownwriter.h"

#include "markdown/markdowninlines.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

enum class Form { Markdown, Plain };

QString indented(const QString &text, const QString &first, const QString &rest)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &prefix = i == 0 ? first : rest;
        lines[i].prepend(lines.at(i).isEmpty() ? prefix.trimmed() : prefix);
    }
    return lines.join(u'\n');
}

QString fence(const MarkdownNode &code)
{
    const QChar mark = code.target.contains(u'`') ? u'~' : u'`';
    const QString marks(
        longestRun(code.text, mark) >= 3 ? longestRun(code.text, mark) + 1 : 3, mark);
    const QString body = code.text.isEmpty() ? QString() : code.text + u'\n';
    return marks % code.target % u'\n' % body % marks;
}

/// Writes blocks as lines of Markdown or of plain text.
class BlockWriter final {
public:
    explicit BlockWriter(Form form)
        : m_form(form)
    {
    }

    [[nodiscard]] QString write(const std::vector<MarkdownNode> &blocks, ListSpacing spacing) const
    {
        QStringList parts;
        bool alternates = false; // two lists in a row need different markers to stay two
        for (size_t i = 0; i < blocks.size(); ++i) {
            const bool isSecondList = i > 0 && isSameKindOfList(blocks[i - 1], blocks[i]);
            alternates = isSecondList && !alternates;
            parts += write(blocks[i], alternates);
        }
        return parts.join(spacing == ListSpacing::Tight ? u"\n"_s : u"\n\n"_s);
    }

private:
    [[nodiscard]] bool isSameKindOfList(const MarkdownNode &a, const MarkdownNode &b) const
    {
        return m_form == Form::Markdown && isOrdered(a) == isOrdered(b)
            && a.kind == MarkdownKind::List && b.kind == MarkdownKind::List;
    }

    [[nodiscard]] static bool isOrdered(const MarkdownNode &list)
    {
        return !list.children.empty() && list.children.front().number >= 0;
    }

    [[nodiscard]] QString write(const MarkdownNode &block, bool otherMarker) const
    {
        switch (block.kind) {
        case MarkdownKind::Heading:
            return m_form == Form::Plain
                ? inlines(block)
                : QString(block.number, u'#') % u' ' % inlines(block).replace(u'\n', u' ');
        case MarkdownKind::CodeBlock:
            return m_form == Form::Plain ? block.text : fence(block);
        case MarkdownKind::HtmlBlock:
            return block.text;
        case MarkdownKind::Rule:
            return u"---"_s;
        case MarkdownKind::Quote:
            return indented(write(block.children, ListSpacing::Loose), u"> "_s, u"> "_s);
        case MarkdownKind::List:
            return writeList(block, otherMarker);
        case MarkdownKind::Table:
            return m_form == Form::Plain ? plainTable(block) : table(block);
        case MarkdownKind::Footnote: {
            const QString label =
                m_form == Form::Plain ? u"[%1] "_s.arg(block.text) : u"[^%1]: "_s.arg(block.text);
            return indented(write(block.children, ListSpacing::Loose), label, u"    "_s);
        }
        default:
            return inlines(block);
        }
    }

    [[nodiscard]] QString writeList(const MarkdownNode &list, bool otherMarker) const
    {
        QStringList items;
        for (const MarkdownNode &item : list.children) {
            QString marker = otherMarker ? u"* "_s : u"- "_s;
            if (item.number >= 0)
                marker = QString::number(item.number) + (otherMarker ? u") "_s : u". "_s);
            const QString indent(marker.size(), u' ');
            if (item.task != TaskState::None)
                marker += item.task == TaskState::Done ? u"[x] "_s : u"[ ] "_s;
            items += indented(write(item.children, list.spacing), marker, indent);
        }
        return items.join(list.spacing == ListSpacing::Tight ? u"\n"_s : u"\n\n"_s);
    }

    [[nodiscard]] QString table(const MarkdownNode &node) const
    {
        QStringList lines;
        for (const MarkdownNode &row : node.children) {
            QString line = u"|"_s;
            for (const MarkdownNode &cell : row.children)
                line += u' ' % markdownInlines(cell.children, InlinePlace::TableCell) % u" |"_s;
            lines += line;
            if (lines.size() > 1)
                continue;
            QString rule = u"|"_s;
            for (const MarkdownNode &cell : row.children)
                rule += u' ' % delimiter(cell.alignment) % u" |"_s;
            lines += rule;
        }
        return lines.join(u'\n');
    }

    [[nodiscard]] static QString delimiter(ColumnAlignment alignment)
    {
        switch (alignment) {
        case ColumnAlignment::Default:
            return u"---"_s;
        case ColumnAlignment::Left:
            return u":--"_s;
        case ColumnAlignment::Center:
            return u":-:"_s;
        case ColumnAlignment::Right:
            return u"--:"_s;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString plainTable(const MarkdownNode &node) const
    {
        QStringList lines;
        for (const MarkdownNode &row : node.children) {
            QStringList cells;
            for (const MarkdownNode &cell : row.children)
                cells += inlines(cell);
            lines += cells.join(u'\t');
        }
        return lines.join(u'\n');
    }

    [[nodiscard]] QString inlines(const MarkdownNode &block) const
    {
        return m_form == Form::Plain ? plainInlines(block.children)
                                     : markdownInlines(block.children, InlinePlace::Paragraph);
    }

    Form m_form;
};

// Lists whose items stand in blocks of their own are joined again.
std::vector<MarkdownNode> joined(std::span<const MarkdownBlock> blocks)
{
    std::vector<MarkdownNode> nodes;
    for (const MarkdownBlock &block : blocks) {
        const bool joins =
            block.isContinuation && !nodes.empty() && nodes.back().kind == MarkdownKind::List;
        if (joins)
            std::ranges::copy(block.node.children, std::back_inserter(nodes.back().children));
        else
            nodes.push_back(block.node);
    }
    return nodes;
}

QString htmlBlocks(const std::vector<MarkdownNode> &blocks, ListSpacing spacing);

QString htmlItem(const MarkdownNode &item, ListSpacing spacing)
{
    QString box;
    if (item.task != TaskState::None)
        box = item.task == TaskState::Done ? u"\u2611 "_s : u"\u2610 "_s;
    return u"<li>" % box % htmlBlocks(item.children, spacing) % u"</li>\n";
}

QString htmlTable(const MarkdownNode &table)
{
    QString html = u"<table>\n"_s;
    for (const MarkdownNode &row : table.children) {
        const QString tag = &row == &table.children.front() ? u"th"_s : u"td"_s;
        html += u"<tr>"_s;
        for (const MarkdownNode &cell : row.children)
            html += u'<' % tag % u'>' % htmlInlines(cell.children) % u"</" % tag % u'>';
        html += u"</tr>\n"_s;
    }
    return html + u"</table>\n"_s;
}

QString htmlList(const MarkdownNode &list)
{
    const int start = list.children.empty() ? -1 : list.children.front().number;
    QString html = start < 0 ? u"<ul>\n"_s
        : start == 1         ? u"<ol>\n"_s
                             : u"<ol start=\"%1\">\n"_s.arg(start);
    for (const MarkdownNode &item : list.children)
        html += htmlItem(item, list.spacing);
    return html + (start < 0 ? u"</ul>\n"_s : u"</ol>\n"_s);
}

QString htmlBlock(const MarkdownNode &block, ListSpacing spacing)
{
    switch (block.kind) {
    case MarkdownKind::Heading:
        return u"<h%1>%2</h%1>\n"_s.arg(QString::number(block.number), htmlInlines(block.children));
    case MarkdownKind::CodeBlock:
        return u"<pre><code>" % block.text.toHtmlEscaped() % u"</code></pre>\n";
    case MarkdownKind::HtmlBlock:
        return u"<p>" % block.text.toHtmlEscaped() % u"</p>\n";
    case MarkdownKind::Rule:
        return u"<hr>\n"_s;
    case MarkdownKind::Quote:
        return u"<blockquote>\n" % htmlBlocks(block.children, ListSpacing::Loose)
            % u"</blockquote>\n";
    case MarkdownKind::List:
        return htmlList(block);
    case MarkdownKind::Table:
        return htmlTable(block);
    case MarkdownKind::Footnote:
        return u"<p><sup>" % block.text.toHtmlEscaped() % u"</sup></p>\n"
            % htmlBlocks(block.children, ListSpacing::Loose);
    default:
        return spacing == ListSpacing::Tight ? htmlInlines(block.children)
                                             : u"<p>" % htmlInlines(block.children) % u"</p>\n";
    }
}

QString htmlBlocks(const std::vector<MarkdownNode> &blocks, ListSpacing spacing)
{
    QString html;
    for (const MarkdownNode &block : blocks)
        html += htmlBlock(block, spacing);
    return html;
}

} // namespace

QString toMarkdown(std::span<const MarkdownBlock> blocks)
{
    return BlockWriter(Form::Markdown).write(joined(blocks), ListSpacing::Loose);
}

QString toHtml(std::span<const MarkdownBlock> blocks)
{
    return htmlBlocks(joined(blocks), ListSpacing::Loose);
}

QString toPlainText(std::span<const MarkdownBlock> blocks)
{
    return BlockWriter(Form::Plain).write(joined(blocks), ListSpacing::Loose);
}

} // namespace pennyworth
