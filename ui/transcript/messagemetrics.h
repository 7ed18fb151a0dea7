// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Lengths inside a message, shared by its layout and its painting.
namespace pennyworth::messagemetrics {

inline constexpr qreal kAbove = 14; ///< the messages' share of the space between them
inline constexpr qreal kNoteHeight = 28; ///< of a line across the column, above the message
inline constexpr qreal kBelow = 10;
inline constexpr qreal kCaptionHeight = 18;
inline constexpr qreal kPromptPadding = 10; ///< above and below the text of a box
inline constexpr qreal kInset = 14; ///< left and right of it
inline constexpr qreal kReasoningInset = 16;
inline constexpr qreal kButtonHeight = 28;
inline constexpr qreal kActionHeight = 22;
inline constexpr qreal kFigureGap = 14;
inline constexpr qreal kMenuWidth = 28;
inline constexpr qreal kArrowWidth = 20;

} // namespace pennyworth::messagemetrics
