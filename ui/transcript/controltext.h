// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messagelayout.h"

#include <QString>

namespace pennyworth {

// What stands on the controls of a message.

[[nodiscard]] QString actionLabel(TranscriptControl::Kind kind);
[[nodiscard]] QString remedyLabel(Remedy remedy); ///< empty where nothing can be pressed

} // namespace pennyworth
