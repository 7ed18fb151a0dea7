// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/runningtext.h"

namespace pennyworth {

bool isPlainText(QStringView chunk)
{
    for (qsizetype i = 0; i < chunk.size(); ++i) {
        const QChar c = chunk.at(i);
        const bool isInside = i > 0 && i + 1 < chunk.size();
        const bool isSingleSpace = c == u' ' && (i == 0 || chunk.at(i - 1) != u' ');
        const bool isSentenceEnd =
            (c == u'.' || c == u',') && i > 0 && (i + 1 == chunk.size() || chunk.at(i + 1) == u' ');
        const bool isApostrophe = c == u'\'' && isInside;
        if (!c.isLetter() && !isSingleSpace && !isSentenceEnd && !isApostrophe)
            return false;
    }
    return true;
}

QStringView lastWord(QStringView text)
{
    if (text.endsWith(u' '))
        text.chop(1);
    qsizetype start = text.size();
    while (start > 0 && !text.at(start - 1).isSpace())
        --start;
    return text.mid(start);
}

MarkdownNode *runningTextAtEnd(MarkdownNode &block)
{
    MarkdownNode *node = &block;
    while (node->kind == MarkdownKind::List || node->kind == MarkdownKind::ListItem
        || node->kind == MarkdownKind::Quote) {
        if (node->children.empty())
            return nullptr;
        node = &node->children.back();
    }
    return node->kind == MarkdownKind::Paragraph ? node : nullptr;
}

} // namespace pennyworth
