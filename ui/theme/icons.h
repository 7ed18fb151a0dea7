// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QIcon>

namespace pennyworth {

/// Our own stroke icons (resources/icons, drawn on a grid of 20 pixels).
enum class Glyph {
    Plus,
    Search,
    ChevronDown,
    ChevronRight,
    Check,
    Send,
    Stop,
    Close,
    Sidebar,
    Panel,
    Key,
    More,
    Sliders
};

/// A glyph in a colour of the theme, read and drawn when it is first painted, and again after the
/// theme has changed. `theme` must outlive the icon.
[[nodiscard]] QIcon themedIcon(const Theme &theme, Glyph glyph, Tone tone = Tone::Normal);

} // namespace pennyworth
