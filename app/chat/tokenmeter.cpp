// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/tokenmeter.h"

namespace pennyworth {

namespace {

constexpr qsizetype kTailLength = 4096;

qint64 utf8Size(QStringView text)
{
    qint64 bytes = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            bytes += 1;
        else if (c.unicode() < 0x800 || c.isSurrogate()) // a pair of surrogates is four bytes
            bytes += 2;
        else
            bytes += 3;
    }
    return bytes;
}

} // namespace

void TokenMeter::append(QStringView text)
{
    m_bytes += utf8Size(text);
    m_tail += text;
    if (m_tail.size() < kTailLength)
        return;
    m_counted += estimateTokens(m_tail, m_rate);
    m_tail.clear();
}

qint64 TokenMeter::tokens() const
{
    return m_counted + (m_tail.isEmpty() ? 0 : estimateTokens(m_tail, m_rate));
}

} // namespace pennyworth
