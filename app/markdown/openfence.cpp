// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/openfence.h"

#include <algorithm>
#include <array>

namespace pennyworth {

bool consistsOf(QStringView text, QStringView characters)
{
    return std::ranges::all_of(text, [characters](QChar c) { return characters.contains(c); });
}

std::optional<OpenFence> OpenFence::at(const QString &text, qsizetype start)
{
    const qsizetype lineEnd = text.indexOf(u'\n', start);
    if (lineEnd < 0)
        return std::nullopt;
    const QStringView line = QStringView(text).mid(start, lineEnd - start);
    OpenFence fence;
    while (fence.m_indent < line.size() && line.at(fence.m_indent) == u' ')
        ++fence.m_indent;
    if (fence.m_indent > 3 || fence.m_indent == line.size())
        return std::nullopt;
    fence.m_mark = line.at(fence.m_indent);
    while (fence.m_indent + fence.m_length < line.size()
        && line.at(fence.m_indent + fence.m_length) == fence.m_mark)
        ++fence.m_length;
    if ((fence.m_mark != u'`' && fence.m_mark != u'~') || fence.m_length < 3)
        return std::nullopt;
    fence.m_lineStart = lineEnd + 1;
    return fence;
}

bool OpenFence::isClosedBy(QStringView line) const
{
    const QStringView mark = line.trimmed();
    const qsizetype indent = line.indexOf(m_mark);
    return mark.size() >= m_length && indent <= 3
        && consistsOf(line.left(std::max<qsizetype>(indent, 0)), u" ")
        && std::ranges::all_of(mark, [this](QChar c) { return c == m_mark; })
        && consistsOf(line.mid(indent + mark.size()), u" \t");
}

QStringView OpenFence::content(QStringView line) const
{
    qsizetype indent = 0;
    while (indent < m_indent && indent < line.size() && line.at(indent) == u' ')
        ++indent;
    return line.mid(indent);
}

void OpenFence::take(QStringView line, QString &code) const
{
    if (m_lines > 0)
        code += u'\n';
    code += content(line);
}

bool OpenFence::grow(const QString &text, QString &code)
{
    code.truncate(m_codeLength);
    for (qsizetype end = text.indexOf(u'\n', m_lineStart); end >= 0;
         end = text.indexOf(u'\n', m_lineStart)) {
        const QStringView line = QStringView(text).mid(m_lineStart, end - m_lineStart);
        const bool isClosing = isClosedBy(line);
        if (!isClosing)
            take(line, code);
        m_lineStart = end + 1;
        ++m_lines;
        if (isClosing)
            return true;
    }
    m_codeLength = code.size();
    const QStringView partial = QStringView(text).mid(m_lineStart);
    const std::array<char16_t, 3> fenceMarks{u' ', u'\t', m_mark.unicode()};
    if (!partial.isEmpty() && !consistsOf(partial, QStringView(fenceMarks)))
        take(partial, code);
    return false;
}

} // namespace pennyworth
