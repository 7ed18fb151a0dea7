// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/sentenceannouncer.h"

#include "transcript/messagerow.h"
#include "transcript/selectedtext.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// "1." at the start of a line numbers what follows.
bool isNumber(QStringView text, qsizetype dot)
{
    qsizetype at = dot;
    while (at > 0 && text.at(at - 1).isDigit())
        --at;
    const bool hasDigits = at < dot;
    while (at > 0 && text.at(at - 1) == u' ')
        --at;
    return hasDigits && (at == 0 || text.at(at - 1) == u'\n');
}

// What is heard of the row of a table; nothing of the line under its head.
QString cellsOf(QStringView row)
{
    const bool isRule = std::ranges::all_of(row, [](QChar c) { return u"|:- \t"_s.contains(c); });
    QStringList cells;
    const QList<QStringView> parts = row.split(u'|', Qt::SkipEmptyParts);
    for (const QStringView part : parts)
        cells += part.trimmed().toString();
    return isRule ? QString() : cells.join(u", "_s);
}

// Behind the last sentence that is complete in `text`, 0 where there is none.
qsizetype endOfSentences(QStringView text)
{
    constexpr QStringView kEnds = u".!?\u2026";
    constexpr QStringView kCjkEnds = u"\u3002\uFF01\uFF1F\n";
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const bool isFollowedBySpace = i + 1 < text.size() && text.at(i + 1).isSpace();
        const bool isEnd = kEnds.contains(text.at(i)) && isFollowedBySpace && !isNumber(text, i);
        if (kCjkEnds.contains(text.at(i)) || isEnd)
            return i + 1;
    }
    return 0;
}

} // namespace

// The next characters as they are heard: code and the cells of tables as they are written.
QString SentenceAnnouncer::spoken(QStringView text, Told &told, qsizetype length)
{
    QStringList heard;
    QString prose;
    const auto flush = [&heard, &prose] {
        heard += wholeText(prose, SoftBreaks::Spaces).plain;
        prose.clear();
    };
    bool isLineStart = told.length == 0 || text.at(told.length - 1) == u'\n';
    const QList<QStringView> lines = text.mid(told.length, length).split(u'\n');
    for (const QStringView line : lines) {
        const QStringView trimmed = line.trimmed();
        const bool isFence =
            isLineStart && (trimmed.startsWith("```"_L1) || trimmed.startsWith("~~~"_L1));
        const bool isRow = isLineStart && !told.isInCode && trimmed.startsWith(u'|');
        isLineStart = true;
        if (!isFence && !isRow && !told.isInCode) {
            prose += line + u'\n';
            continue;
        }
        flush();
        if (isFence)
            told.isInCode = !told.isInCode;
        else
            heard += isRow ? cellsOf(trimmed) : line.toString();
    }
    flush();
    told.length += length;
    heard.removeAll(QString());
    return heard.join(u'\n');
}

QString SentenceAnnouncer::grew(const MessageRow &message)
{
    Told &told = m_told[message.id];
    return spoken(message.text, told, endOfSentences(QStringView(message.text).mid(told.length)));
}

QString SentenceAnnouncer::finished(const MessageRow &message)
{
    if (!m_told.contains(message.id))
        return {};
    Told told = m_told.take(message.id);
    return spoken(message.text, told, std::max<qsizetype>(message.text.size() - told.length, 0));
}

} // namespace pennyworth
