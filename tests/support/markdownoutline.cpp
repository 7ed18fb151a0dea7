// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/markdownoutline.h"

#include <QStringList>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

QString outlineName(const MarkdownNode &node)
{
    switch (node.kind) {
    case MarkdownKind::Paragraph:
        return u"p"_s;
    case MarkdownKind::Heading:
        return u"h%1"_s.arg(node.number);
    case MarkdownKind::CodeBlock:
        return u"pre[%1]"_s.arg(node.target);
    case MarkdownKind::HtmlBlock:
        return u"htmlblock"_s;
    case MarkdownKind::Rule:
        return u"hr"_s;
    case MarkdownKind::Quote:
        return u"quote"_s;
    case MarkdownKind::List:
        return node.spacing == ListSpacing::Tight ? u"tight"_s : u"loose"_s;
    case MarkdownKind::ListItem:
        return (node.number < 0 ? u"item"_s : u"item%1"_s.arg(node.number))
            + (node.task == TaskState::None        ? QString()
                    : node.task == TaskState::Done ? u"[x]"_s
                                                   : u"[ ]"_s);
    case MarkdownKind::Table:
        return u"table"_s;
    case MarkdownKind::TableRow:
        return u"row"_s;
    case MarkdownKind::TableCell:
        return u"cell"_s;
    case MarkdownKind::Footnote:
        return u"note[%1]"_s.arg(node.text);
    case MarkdownKind::Text:
        return QString();
    case MarkdownKind::SoftBreak:
        return u"soft"_s;
    case MarkdownKind::LineBreak:
        return u"break"_s;
    case MarkdownKind::Code:
        return u"code"_s;
    case MarkdownKind::Html:
        return u"html"_s;
    case MarkdownKind::Emphasis:
        return u"em"_s;
    case MarkdownKind::Strong:
        return u"strong"_s;
    case MarkdownKind::Strike:
        return u"del"_s;
    case MarkdownKind::Link:
        return u"a[%1]"_s.arg(node.target);
    case MarkdownKind::Image:
        return u"img[%1]"_s.arg(node.target);
    case MarkdownKind::FootnoteReference:
        return u"ref"_s;
    case MarkdownKind::Formula:
        return u"tex"_s;
    }
    Q_UNREACHABLE();
}

QString outline(const MarkdownNode &node)
{
    const QString name = outlineName(node);
    QStringList inner;
    if (isLeaf(node.kind) && !node.text.isEmpty())
        inner += QString(node.text).replace(u'\n', u'$');
    for (const MarkdownNode &child : node.children)
        inner += outline(child);
    if (name.isEmpty())
        return inner.join(u' ');
    return inner.isEmpty() ? name : name + u'(' + inner.join(u' ') + u')';
}

QString outline(std::span<const MarkdownBlock> blocks)
{
    QStringList all;
    for (const MarkdownBlock &block : blocks)
        all += outline(block.node);
    return all.join(u' ');
}

} // namespace pennyworth::test
