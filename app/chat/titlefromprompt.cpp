// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/titlefromprompt.h"

#include <QRegularExpression>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxLength = 60;

/// The line as it reads when Markdown is rendered, near enough for a title.
QString withoutMarks(const QString &line)
{
    static const QRegularExpression blockMarks(
        uR"(^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+|>)+)"_s);
    static const QRegularExpression links(uR"(!?\[([^\]]*)\]\([^)]*\))"_s);
    static const QRegularExpression emphasis(
        uR"((\*\*|__|~~|`+|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)))"_s);
    QString text = line;
    text.remove(blockMarks).replace(links, u"\\1"_s).remove(emphasis);
    return text.simplified();
}

bool saysSomething(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c.category() == QChar::Symbol_Other;
    });
}

bool isFence(QStringView line)
{
    const QStringView start = line.trimmed();
    return start.startsWith(u"```") || start.startsWith(u"~~~");
}

QString cutAtWord(const QString &text)
{
    if (text.size() <= kMaxLength)
        return text;
    const qsizetype limit = kMaxLength - 1; // the ellipsis is one more
    qsizetype end = text.lastIndexOf(u' ', limit);
    if (end < kMaxLength / 2) // one long word, or a script without spaces
        end = text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit;
    return text.first(end).trimmed() + u'…';
}

} // namespace

QString titleFromPrompt(const QString &prompt)
{
    const QStringList lines = prompt.split(u'\n');
    for (const QString &line : lines) {
        if (isFence(line))
            continue;
        const QString text = withoutMarks(line);
        if (saysSomething(text))
            return cutAtWord(text);
    }
    return cutAtWord(prompt.simplified());
}

} // namespace pennyworth
