// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace pennyworth {

/// The colours of the interface by role, never by hue. A value; whoever paints is handed one. Text
/// on surface, raised, sunken, prompt and code has a contrast of at least 7:1, muted text of at
/// least 4.5:1 (WCAG 2.1, 1.4.3 and 1.4.6).
struct Palette {
    QColor surface; ///< behind the transcript
    QColor raised; ///< cards, the composer, buttons
    QColor sunken; ///< side panes
    QColor prompt; ///< the box around what the user wrote
    QColor text;
    QColor muted; ///< captions and figures
    QColor accent;
    QColor accentText; ///< on accent
    QColor accentSoft; ///< the chosen row of a list
    QColor positive;
    QColor warning;
    QColor danger;
    QColor hairline;
    QColor selection; ///< behind selected text, which keeps its colour
    QColor code; ///< behind code
    QColor codeText;
    QColor codeKeyword; ///< these stand on code, with a contrast of at least 4.5:1
    QColor codeType;
    QColor codeFunction;
    QColor codeString;
    QColor codeNumber;
    QColor codeComment;
    QColor codeAttribute;
    QColor codeMeta;
    QColor codeAdded; ///< behind an added line of a difference
    QColor codeRemoved;
    QColor hit; ///< cached input tokens
    QColor miss; ///< other input tokens
    QColor output; ///< output tokens

    bool operator==(const Palette &) const = default;

    static Palette light();
    static Palette dark();
    static Palette highContrast();
};

/// The contrast of two opaque colours as WCAG 2.1 defines it, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace pennyworth
