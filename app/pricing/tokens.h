// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pennyworth {

// Token counts before the service has counted. Estimates only, always shown with ≈. Plain integers
// of thousandths: no floating point near money.

/// What is known about how text turns into tokens for one model.
struct TokenRate {
    qint64 tokens = 0; ///< seen so far, as reported by the service
    qint64 bytes = 0; ///< of UTF-8 that they stand for

    bool operator==(const TokenRate &) const = default;
};

/// A guess from the characters alone: 0.3 token an English character, 0.6 a Chinese one
/// (api-docs.deepseek.com/quick_start/token_usage). Never 0 for text that is not empty.
[[nodiscard]] qint64 estimateTokens(QStringView text);

/// `text` at a learned rate; estimateTokens() while too little (under 2,000 tokens) was seen.
[[nodiscard]] qint64 estimateTokens(QStringView text, const TokenRate &learned);

} // namespace pennyworth
