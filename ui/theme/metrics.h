// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Lengths of the interface in device-independent pixels, on a grid of 8.
namespace pennyworth::metrics {

inline constexpr int kGrid = 8;
inline constexpr int kHalf = 4;

inline constexpr int kCardRadius = 8;
inline constexpr int kControlRadius = 6;
inline constexpr int kHairline = 1;

inline constexpr int kSidebarWidth = 248;
inline constexpr int kPanelWidth = 272;
inline constexpr int kDrawerWidth = 280; ///< of the sidebar in a narrow window
inline constexpr int kHeaderHeight = 48;
inline constexpr int kControlHeight = 32;
inline constexpr int kIconSize = 20;

inline constexpr int kTextColumnWidth = 760; ///< at most

/// Font sizes relative to the desktop's: body text is its size, the rest are smaller or larger by
/// these factors.
inline constexpr double kInterfaceScale = 0.93;
inline constexpr double kCaptionScale = 0.82;
inline constexpr double kFigureScale = 1.55; ///< the one large figure of a card

inline constexpr double kLineHeight = 1.5; ///< of answers, in font sizes

} // namespace pennyworth::metrics
