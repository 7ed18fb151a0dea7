// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tokens.h"

namespace pennyworth::simulated {

namespace {

enum class Class { Latin, Digit, Cjk, OtherLetter, Blank, LineEnd, Punctuation, Other };

Class classOf(QChar c)
{
    if (c == u' ' || c == u'\t')
        return Class::Blank;
    if (c == u'\n' || c == u'\r')
        return Class::LineEnd;
    if (isCjk(c))
        return Class::Cjk;
    if (c.isDigit())
        return Class::Digit;
    if (c.isLetter())
        return c.unicode() < 0x250 ? Class::Latin : Class::OtherLetter;
    return c.isPunct() || c.isSymbol() ? Class::Punctuation : Class::Other;
}

qsizetype longest(Class group)
{
    switch (group) {
    case Class::Latin:
        return 6;
    case Class::Digit:
    case Class::OtherLetter:
        return 3;
    case Class::Cjk:
        return 2;
    case Class::Punctuation:
        return 4;
    case Class::Blank:
    case Class::LineEnd:
        return 64;
    case Class::Other:
        return 1;
    }
    return 1;
}

qsizetype runLength(QStringView text, qsizetype from)
{
    const QChar first = text[from];
    if (first.isHighSurrogate() && from + 1 < text.size() && text[from + 1].isLowSurrogate())
        return 2;
    const Class group = classOf(first);
    const qsizetype limit = qMin(text.size(), from + longest(group));
    qsizetype end = from + 1;
    while (end < limit && classOf(text[end]) == group
        && (group != Class::Punctuation || text[end] == first))
        ++end;
    return end - from;
}

qsizetype tokenLength(QStringView text, qsizetype from)
{
    const qsizetype length = runLength(text, from);
    if (classOf(text[from]) != Class::Blank)
        return length;
    const qsizetype end = from + length;
    const bool wordFollows =
        end < text.size() && classOf(text[end]) == Class::Latin && text[end - 1] == u' ';
    if (!wordFollows)
        return length;
    return length > 1 ? length - 1 : 1 + runLength(text, end);
}

} // namespace

bool isCjk(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff)
        || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff);
}

QList<QStringView> tokensOf(QStringView text)
{
    QList<QStringView> tokens;
    tokens.reserve(text.size() / 3);
    for (qsizetype at = 0; at < text.size(); at += tokens.last().size())
        tokens.append(text.sliced(at, tokenLength(text, at)));
    return tokens;
}

qint64 countTokens(QStringView text)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < text.size(); at += tokenLength(text, at))
        ++count;
    return count;
}

} // namespace pennyworth::simulated
