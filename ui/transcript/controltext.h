// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errortext.h"
#include "transcript/transcriptcontrol.h"

#include <QString>

namespace pennyworth {

// What stands on the controls of a message.

[[nodiscard]] QString actionLabel(TranscriptControl::Kind kind);
/// What it is called where it is not seen in its place; tells the code blocks of a message apart.
[[nodiscard]] QString actionName(const TranscriptControl &control);
[[nodiscard]] QString actionTip(const TranscriptControl &control); ///< empty: it needs none
[[nodiscard]] QString remedyLabel(Remedy remedy); ///< empty where nothing can be pressed

} // namespace pennyworth
