// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textselection.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <tuple>

namespace pennyworth {

void TextSelection::start(const TextSpan &anchor)
{
    m_isStarted = true;
    m_anchor = anchor;
    m_caret = anchor;
}

void TextSelection::clear()
{
    *this = {};
}

bool TextSelection::isEmpty() const
{
    return !m_isStarted || (m_anchor == m_caret && m_anchor.first == m_anchor.last);
}

std::optional<TextSpan> TextSelection::span(const RowOf &rowOf) const
{
    const auto isShown = [&rowOf](const TextSpan &part) {
        return rowOf(part.first.message) >= 0 && rowOf(part.last.message) >= 0;
    };
    if (isEmpty() || !isShown(m_anchor) || !isShown(m_caret))
        return std::nullopt;
    return TextSpan{
        .first = isBefore(m_caret.first, m_anchor.first, rowOf) ? m_caret.first : m_anchor.first,
        .last = isBefore(m_anchor.last, m_caret.last, rowOf) ? m_caret.last : m_anchor.last};
}

bool isBefore(const TextPosition &a, const TextPosition &b, const TextSelection::RowOf &rowOf)
{
    const int rowA = a.message == b.message ? 0 : rowOf(a.message);
    const int rowB = a.message == b.message ? 0 : rowOf(b.message);
    return std::tie(rowA, a.section, a.block, a.offset)
        < std::tie(rowB, b.section, b.block, b.offset);
}

TextRange rangeIn(const TextSpan &span, const TextPosition &blockStart, int length,
    const TextSelection::RowOf &rowOf)
{
    const auto offsetIn = [&](const TextPosition &position, int where) {
        const bool isHere = position.message == blockStart.message
            && position.section == blockStart.section && position.block == blockStart.block;
        return isHere ? std::min(position.offset, length) : where;
    };
    // The ends lie in this block, before it or behind it.
    const int from = offsetIn(span.first, isBefore(span.first, blockStart, rowOf) ? 0 : length);
    const int to = offsetIn(span.last, isBefore(span.last, blockStart, rowOf) ? 0 : length);
    return {from, to};
}

TextRange wordAround(QStringView text, int offset)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    const auto end = int(text.size());
    int at = std::clamp(offset, 0, end);
    if (at == end || (at > 0 && text.at(at).isSpace()))
        at = std::max(0, at - 1);
    finder.setPosition(at);
    const int from = finder.isAtBoundary() ? at : int(finder.toPreviousBoundary());
    finder.setPosition(at);
    const int to = int(finder.toNextBoundary());
    return to < 0 ? TextRange{at, at} : TextRange{std::max(from, 0), to};
}

int nextCharacter(QStringView text, int offset, int direction)
{
    if (direction > 0 ? offset >= int(text.size()) : offset <= 0)
        return -1;
    constexpr int kNear = 128; // no character is longer; the text may be very long
    const int from = std::max(offset - kNear, 0);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.mid(from, 2 * kNear));
    finder.setPosition(offset - from);
    return from + int(direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary());
}

// Forward behind the spaces that follow a word, backward to the start of one.
int nextWord(QStringView text, int offset, int direction)
{
    if (direction > 0 ? offset >= int(text.size()) : offset <= 0)
        return -1;
    const auto isSpace = [text](qsizetype at) {
        return at >= 0 && at < text.size() && text.at(at).isSpace();
    };
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype at = offset;
    while (direction < 0 && isSpace(at - 1))
        --at;
    finder.setPosition(at);
    if (at > 0 || direction > 0)
        at = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    at = at < 0 ? (direction > 0 ? text.size() : 0) : at;
    while (direction > 0 && isSpace(at))
        ++at;
    return int(at);
}

TextRange lineAround(QStringView text, int offset)
{
    const auto isEnd = [](QChar c) { return c == u'\n' || c == QChar::LineSeparator; };
    const auto *const at = text.begin() + std::clamp<qsizetype>(offset, 0, text.size());
    const auto *const to = std::find_if(at, text.end(), isEnd);
    const auto from = std::find_if(
        std::make_reverse_iterator(at), std::make_reverse_iterator(text.begin()), isEnd)
                          .base();
    return {int(from - text.begin()), int(to - text.begin())};
}

} // namespace pennyworth
