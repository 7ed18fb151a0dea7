// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/tokens.h"

#include <QString>

namespace pennyworth {

/// Estimates the tokens of text that grows, at a cost that does not grow with it. A value.
class TokenMeter final {
public:
    explicit TokenMeter(TokenRate rate = {})
        : m_rate(rate)
    {
    }

    void append(QStringView text);
    [[nodiscard]] qint64 tokens() const; ///< an estimate (≈)
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< of UTF-8

private:
    TokenRate m_rate;
    qint64 m_bytes = 0;
    qint64 m_counted = 0; // tokens of what is no longer in m_tail
    QString m_tail;
};

} // namespace pennyworth
