// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thinkingchoice.h"

#include <QString>

namespace pennyworth {

/// "off", "high"; what stands in a menu of choices.
[[nodiscard]] QString thinkingText(ThinkingChoice choice);

} // namespace pennyworth
