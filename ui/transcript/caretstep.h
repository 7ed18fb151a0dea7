// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// How keys move a caret.
enum class CaretStep {
    PreviousCharacter,
    NextCharacter,
    PreviousWord,
    NextWord,
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
    Start,
    End,
};

} // namespace pennyworth
