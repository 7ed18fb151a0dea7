// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pennyworth::simulated {

/// Cuts text into the simulator's tokens, from left to right, so that the tokens of a beginning of
/// the text that ends between two tokens are the beginning of its tokens. About 0.25 token an
/// English character and 0.6 a Chinese one, as the real tokenizer
/// (api-docs.deepseek.com/quick_start/token_usage). The rules, first match counts:
///   1. one blank and up to six letters of the Latin script, or those letters alone;
///   2. up to three digits;
///   3. up to two Chinese, Japanese or Korean characters;
///   4. up to three letters of another script;
///   5. blanks, without the last one where a letter of the Latin script follows it; or line ends;
///   6. up to four equal punctuation characters;
///   7. one code point of anything else.
/// The views point into `text`.
[[nodiscard]] QList<QStringView> tokensOf(QStringView text);

[[nodiscard]] qint64 countTokens(QStringView text);

/// Whether a character is Chinese, Japanese or Korean.
[[nodiscard]] bool isCjk(QChar character);

} // namespace pennyworth::simulated
