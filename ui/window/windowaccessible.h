// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// Tells assistive technology what the plain widgets of the window are: Qt takes every QWidget for
/// a mere filler, and a screen reader looks for windows.
void installWindowAccessibility();

} // namespace pennyworth
