// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/coderows.h"

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

// What belongs to the character before it.
bool continues(QChar c)
{
    constexpr char16_t kJoiner = 0x200D;
    return c.isLowSurrogate() || c.isMark() || c.unicode() == kJoiner;
}

// Where `text` is best broken that does not fit beyond `end`: behind a space, else behind a mark,
// else where it is full.
qsizetype breakBefore(QStringView text, qsizetype end)
{
    constexpr qsizetype kFarthest = 40; // characters of the row that are left for a good place
    const auto *const full = text.begin() + end;
    const auto *const indented =
        std::find_if(text.begin(), full, [](QChar c) { return !c.isSpace(); });
    const auto *const first = std::max(std::min(indented + 1, full), full - kFarthest);
    for (const auto *at = full; at > first; --at) {
        if (at[-1].isSpace())
            return at - text.begin();
    }
    for (const auto *at = full; at > first; --at) {
        if (at[-1].isPunct() && at[-1] != u'_' && !continues(*at))
            return at - text.begin();
    }
    while (end > 1 && continues(text.at(end)) && text.begin() + end > first)
        --end;
    return end;
}

} // namespace

CodeRows::CodeRows(const QString &code, const QFont &font)
    : m_code(code)
    , m_lineStarts{0}
    , m_widths(font)
{
    noteLines(0);
}

void CodeRows::append(QStringView more)
{
    const qsizetype from = m_code.size();
    m_code += more;
    noteLines(from);
    if (isWrapped())
        wrapFrom(m_rowStarts.back());
}

void CodeRows::noteLines(qsizetype from)
{
    for (qsizetype at = from; at <= m_code.size();) {
        const qsizetype found = m_code.indexOf(u'\n', at);
        const qsizetype end = found < 0 ? m_code.size() : found;
        m_lastEnd = m_widths.endOf(QStringView(m_code).mid(at, end - at), m_lastEnd);
        m_widest = std::max(m_widest, m_lastEnd);
        if (found < 0)
            return;
        m_lastEnd = 0;
        at = found + 1;
        m_lineStarts.push_back(int(at));
    }
}

TextRange CodeRows::line(int index) const
{
    const auto next = size_t(index) + 1;
    const int end = next < m_lineStarts.size() ? m_lineStarts[next] - 1 : int(m_code.size());
    return {m_lineStarts[size_t(index)], end};
}

int CodeRows::lineOf(int position) const
{
    return int(std::ranges::upper_bound(m_lineStarts, position) - m_lineStarts.begin()) - 1;
}

TextRange CodeRows::row(int index) const
{
    if (!isWrapped())
        return line(index);
    const auto next = size_t(index) + 1;
    int end = next < m_rowStarts.size() ? m_rowStarts[next] : int(m_code.size());
    const int start = m_rowStarts[size_t(index)];
    const bool endsLine = next < m_rowStarts.size() && end > start && m_code.at(end - 1) == u'\n';
    return {start, endsLine ? end - 1 : end};
}

int CodeRows::lastCharacter(const TextRange &row) const
{
    int at = std::max(row.length() - 1, 0);
    while (at > 0 && continues(m_code.at(row.from + at)))
        --at;
    return at;
}

bool CodeRows::endsLine(const TextRange &row) const
{
    return row.to >= int(m_code.size()) || m_code.at(row.to) == u'\n';
}

int CodeRows::rowOf(int position) const
{
    return int(std::ranges::upper_bound(starts(), position) - starts().begin()) - 1;
}

int CodeRows::estimatedRows(qreal width) const
{
    const qreal fit = std::max(1.0, width * 4 / m_widths.tabStop()); // characters
    int rows = 0;
    for (int i = 0; i < lineCount(); ++i)
        rows += std::max(1, int(std::ceil(line(i).length() / fit)));
    return rows;
}

bool CodeRows::wrapAt(qreal width)
{
    if (width == m_limit)
        return false;
    m_limit = width;
    m_rowStarts.clear();
    if (isWrapped())
        wrapFrom(0);
    return true;
}

// Rows before `start`, where one begins, stay as they are.
void CodeRows::wrapFrom(int start)
{
    m_rowStarts.erase(std::ranges::lower_bound(m_rowStarts, start), m_rowStarts.end());
    for (int i = lineOf(start); i < lineCount(); ++i) {
        const TextRange range = line(i);
        wrapLine({std::max(range.from, start), range.to});
    }
}

void CodeRows::wrapLine(TextRange range)
{
    QStringView rest = QStringView(m_code).mid(range.from, range.length());
    m_rowStarts.push_back(range.from);
    qreal x = 0;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const qsizetype length = i + 1 < rest.size() && rest.at(i).isHighSurrogate() ? 2 : 1;
        x = m_widths.endOf(rest.mid(i, length), x);
        if (x > m_limit && i > 0 && !rest.at(i).isSpace()) {
            const qsizetype end = breakBefore(rest, i);
            rest = rest.mid(end);
            m_rowStarts.push_back(m_rowStarts.back() + int(end));
            i = -1;
            x = 0;
        } else {
            i += length - 1;
        }
    }
}

} // namespace pennyworth
