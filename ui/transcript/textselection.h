// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "transcript/textflow.h"

#include <QStringView>

#include <functional>
#include <optional>

namespace pennyworth {

/// The two texts of a message, in the order in which they stand.
enum class Section { Reasoning, Answer };

/// A place in the text of a transcript: it stays where it is while messages come, go and grow.
struct TextPosition {
    MessageId message;
    Section section = Section::Answer;
    int block = 0; ///< index of the PlacedBlock in its section
    int offset = 0;

    bool operator==(const TextPosition &) const = default;
};

struct TextSpan {
    TextPosition first;
    TextPosition last;

    bool operator==(const TextSpan &) const = default;
};

/// What is selected, from where the selection began (a place, a word, a line) to where the pointer
/// or the keyboard has led it.
class TextSelection final {
public:
    using RowOf = std::function<int(MessageId)>; ///< -1 where the message is not shown

    void start(const TextSpan &anchor);
    void extendTo(const TextSpan &caret) { m_caret = caret; }
    void clear();

    [[nodiscard]] bool isStarted() const { return m_isStarted; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const TextSpan &caret() const { return m_caret; }

    /// In reading order; empty where nothing is selected or an end of it is no longer shown.
    [[nodiscard]] std::optional<TextSpan> span(const RowOf &rowOf) const;

private:
    bool m_isStarted = false;
    TextSpan m_anchor;
    TextSpan m_caret;
};

/// Whether `a` stands before `b`.
[[nodiscard]] bool isBefore(
    const TextPosition &a, const TextPosition &b, const TextSelection::RowOf &rowOf);

/// The part of one block (of `length` characters) that lies in `span`.
[[nodiscard]] TextRange rangeIn(const TextSpan &span, const TextPosition &blockStart, int length,
    const TextSelection::RowOf &rowOf);

[[nodiscard]] TextRange wordAround(QStringView text, int offset); ///< empty between words
/// The next place for a caret in a text, -1 behind its ends. `direction`: 1 or -1.
[[nodiscard]] int nextCharacter(QStringView text, int offset, int direction);
[[nodiscard]] int nextWord(QStringView text, int offset, int direction);
[[nodiscard]] TextRange lineAround(QStringView text, int offset); ///< without its end

} // namespace pennyworth
