// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/fuzzymatch.h"

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kWhole = 1000; // a word that stands there as it was typed
constexpr int kWordStart = 200;
constexpr int kInARow = 15;
constexpr int kLetter = 5;
constexpr qsizetype kLatest = 100; // how far behind a match still loses

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

std::optional<int> matchWhole(QStringView word, QStringView text)
{
    qsizetype best = text.indexOf(word);
    if (best < 0)
        return {};
    for (qsizetype at = best; at >= 0; at = text.indexOf(word, at + 1)) {
        if (startsWord(text, at)) {
            best = at;
            break;
        }
    }
    return kWhole + (startsWord(text, best) ? kWordStart : 0)
        - static_cast<int>(std::min(best, kLatest));
}

std::optional<int> matchLetters(QStringView word, QStringView text)
{
    int score = 0;
    qsizetype before = -2;
    qsizetype from = 0;
    for (const QChar letter : word) {
        const qsizetype at = text.indexOf(letter, from);
        if (at < 0)
            return {};
        score += kLetter + (at == before + 1 ? kInARow : 0) + (startsWord(text, at) ? kInARow : 0);
        before = at;
        from = at + 1;
    }
    return score;
}

} // namespace

std::optional<int> fuzzyMatch(QStringView typed, QStringView text)
{
    int score = 0;
    const QList<QStringView> words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        std::optional<int> found = matchWhole(word, text);
        if (!found)
            found = matchLetters(word, text);
        if (!found)
            return {};
        score += *found;
    }
    return score;
}

} // namespace pennyworth
