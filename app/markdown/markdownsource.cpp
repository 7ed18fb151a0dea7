// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownsource.h"

#include "markdown/markdownparser.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// A noncharacter of three bytes in UTF-8. It is not in any text that people exchange, so it can be
// taken out again.
constexpr QChar kMark(0xFDD0);

// An HTML comment ends every block before it and joins with none after it.
constexpr auto kSeparator = "\n\n<!-- -->\n\n"_L1;

// More unclosed ones than this in one text are an attack: each makes the library look through the
// rest of its paragraph.
constexpr qsizetype kUnclosedLimit = 200;
constexpr qsizetype kDelimiterRowLimit = 50;

// The number of bars in what may be the row under a table's head, else -1. It may stand in quotes
// and lists.
qsizetype barsOfDelimiterRow(QStringView line)
{
    qsizetype bars = 0;
    bool hasColon = false;
    for (const QChar c : line) {
        bars += c == u'|' ? 1 : 0;
        hasColon |= c == u':';
        if (!u"|-: \t>*+0123456789.)"_s.contains(c))
            return -1;
    }
    return bars > 0 || hasColon ? bars : -1;
}

// Not at its start, where it could open another kind of block, and not behind the bar, where a
// cell's leading space is dropped.
qsizetype placeOfMark(QStringView row)
{
    const qsizetype edge = std::max<qsizetype>(row.indexOf(u'|'), row.indexOf(u':'));
    const qsizetype dash = row.indexOf(u'-', edge);
    return (dash < 0 ? edge : dash) + 1;
}

// Too wide tables become text. Rows that could open a table but do not are bounded as well: for
// each the library reads the whole paragraph again.
bool markTables(QString &text)
{
    if (!text.contains(u'|'))
        return false;
    bool marked = false;
    qsizetype rows = 0; // in this paragraph
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        const QStringView line = QStringView(text).mid(start, end - start);
        const qsizetype bars = barsOfDelimiterRow(line);
        rows = line.trimmed().isEmpty() ? 0 : rows + (bars >= 0 ? 1 : 0);
        if (bars > kMarkdownColumnLimit || (bars >= 0 && rows > kDelimiterRowLimit)) {
            text.insert(start + placeOfMark(line), kMark);
            ++end;
            marked = true;
        }
        start = end + 1;
    }
    return marked;
}

bool markUnclosed(QString &text, QLatin1StringView open, QLatin1StringView close)
{
    if (text.count(open) <= kUnclosedLimit)
        return false;
    qsizetype at = text.lastIndexOf(close);
    for (at = text.indexOf(open, at < 0 ? 0 : at); at >= 0; at = text.indexOf(open, at + 2))
        text.insert(at + 1, kMark);
    return true;
}

// The library drops footnotes that nothing refers to; so each label is referred to before the text.
QString footnoteReferences(QStringView text)
{
    if (!text.contains("[^"_L1))
        return {};
    static const QRegularExpression definition(uR"(\[\^[^\]\s]+\](?=:))"_s);
    QString references;
    QRegularExpressionMatchIterator matches = definition.globalMatch(text);
    while (matches.hasNext())
        references += matches.next().captured() + u' ';
    return references.isEmpty() ? QString() : references.trimmed() + kSeparator;
}

} // namespace

MarkdownSource prepareMarkdown(QStringView text, QStringView definitions)
{
    MarkdownSource source;
    QString before;
    if (!definitions.isEmpty())
        before = source.formulas.masked(definitions) + kSeparator;
    QString whole = before + source.formulas.masked(text);
    const QString references = footnoteReferences(whole);
    source.linesBefore = int(before.count(u'\n') + references.count(u'\n'));
    whole.prepend(references);
    const bool hadMarks = whole.contains(kMark);
    source.isMarked = markTables(whole);
    source.isMarked |= markUnclosed(whole, "<?"_L1, "?>"_L1);
    source.isMarked |= markUnclosed(whole, "<![CDATA["_L1, "]]>"_L1);
    source.isMarked |= markUnclosed(whole, "<!"_L1, ">"_L1);
    source.isMarked &= !hadMarks;
    source.utf8 = whole.toUtf8();
    return source;
}

QString MarkdownSource::withoutMarks(QString text) const
{
    return isMarked ? text.remove(kMark) : text;
}

QString MarkdownSource::restored(const QString &text) const
{
    return formulas.restored(withoutMarks(text));
}

} // namespace pennyworth
