// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/tokens.h"

namespace pennyworth {

namespace {

constexpr qint64 kThousandthsPerCharacter = 300;
constexpr qint64 kThousandthsPerHanCharacter = 600;
constexpr qint64 kEnoughTokens = 2000;

/// Chinese characters of the basic plane with the kana, Hangul and full-width forms that tokenizers
/// cut as finely. Rarer ones are two UTF-16 units and so count double already.
bool isHan(char16_t unit)
{
    return (unit >= 0x2E80 && unit <= 0x9FFF) || (unit >= 0xAC00 && unit <= 0xD7AF)
        || (unit >= 0xF900 && unit <= 0xFAFF) || (unit >= 0xFE30 && unit <= 0xFE4F)
        || (unit >= 0xFF00 && unit <= 0xFFEF);
}

qint64 utf8Size(QStringView text)
{
    qint64 bytes = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            bytes += 1;
        else if (c.unicode() < 0x800 || c.isSurrogate())
            bytes += 2; // half of a pair: four bytes together
        else
            bytes += 3;
    }
    return bytes;
}

} // namespace

qint64 estimateTokens(QStringView text)
{
    qint64 thousandths = 0;
    for (const QChar c : text)
        thousandths += isHan(c.unicode()) ? kThousandthsPerHanCharacter : kThousandthsPerCharacter;
    return (thousandths + 999) / 1000;
}

qint64 estimateTokens(QStringView text, const TokenRate &learned)
{
    qint64 product = 0;
    const bool learnedEnough = learned.tokens >= kEnoughTokens && learned.bytes > 0;
    if (!learnedEnough || __builtin_mul_overflow(utf8Size(text), learned.tokens, &product))
        return estimateTokens(text);
    return product / learned.bytes + (product % learned.bytes > 0 ? 1 : 0);
}

} // namespace pennyworth
