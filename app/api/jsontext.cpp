// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsontext.h"

#include <utility>

namespace pennyworth {

namespace {

void appendEscaped(QByteArray *json, char c)
{
    constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        json->append("\\\"");
        return;
    case '\\':
        json->append("\\\\");
        return;
    case '\n':
        json->append("\\n");
        return;
    case '\r':
        json->append("\\r");
        return;
    case '\t':
        json->append("\\t");
        return;
    default:
        json->append("\\u00");
        json->append(digits[(c >> 4) & 0xF]);
        json->append(digits[c & 0xF]);
    }
}

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || c == '\x7F' || (c >= 0 && c < ' ');
}

} // namespace

QString wellFormed(QString text)
{
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

void appendJsonString(QByteArray *json, QStringView text)
{
    const QByteArray utf8 = wellFormed(text.toString()).toUtf8();
    json->reserve(json->size() + utf8.size() + 2);
    json->append('"');
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (!needsEscape(utf8.at(i)))
            continue;
        json->append(QByteArrayView(utf8).sliced(plainFrom, i - plainFrom));
        appendEscaped(json, utf8.at(i));
        plainFrom = i + 1;
    }
    json->append(QByteArrayView(utf8).sliced(plainFrom));
    json->append('"');
}

} // namespace pennyworth
