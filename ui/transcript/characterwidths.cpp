// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/characterwidths.h"

#include <QChar>

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

constexpr int kTabWidth = 4; // in characters

} // namespace

CharacterWidths::CharacterWidths(const QFont &font)
    : m_metrics(font)
    , m_tabStop(m_metrics.horizontalAdvance(u' ') * kTabWidth)
{
    m_ascii.fill(-1);
}

qreal CharacterWidths::of(char32_t character)
{
    if (character < m_ascii.size()) {
        qreal &width = m_ascii.at(character);
        if (width < 0)
            width = m_metrics.horizontalAdvance(QChar(char16_t(character)));
        return width;
    }
    const auto known = m_others.constFind(character);
    if (known != m_others.constEnd())
        return *known;
    const qreal width = m_metrics.horizontalAdvance(QString::fromUcs4(&character, 1));
    m_others.insert(character, width);
    return width;
}

qreal CharacterWidths::endOf(QStringView text, qreal x)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\t') {
            x = (std::floor(x / m_tabStop) + 1) * m_tabStop;
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            x += of(QChar::surrogateToUcs4(c, text.at(i + 1)));
            ++i;
        } else {
            x += of(c.unicode());
        }
    }
    return x;
}

bool CharacterWidths::isExact(QStringView text)
{
    const auto standsAlone = [](QChar c) {
        const char16_t code = c.unicode();
        const bool isLatin = code >= 0x20 && code < 0x250 && code != 0xAD;
        const bool isIdeograph = code >= 0x2E80 && code < 0xA000;
        return isLatin || isIdeograph;
    };
    return std::ranges::all_of(text, standsAlone);
}

} // namespace pennyworth
