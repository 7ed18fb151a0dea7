// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcriptcontrol.h"
#include "transcript/transcriptstyle.h"

#include <vector>

namespace pennyworth {

/// The line above the code of a block: its language, and what can be done with it.
namespace codeheader {

inline constexpr qreal kHeight = 26;
inline constexpr qreal kPadding = 12; ///< left and right of it, as of the code

struct Control {
    TranscriptControl::Kind kind = TranscriptControl::Kind::CopyCode;
    QRectF rect; ///< empty where there is no room for it
};

/// From left to right in a block that is so wide.
[[nodiscard]] std::vector<Control> controls(qreal width, const TranscriptStyle &style);

void draw(
    QPainter *painter, const QRectF &header, const QString &language, const TranscriptStyle &style);

} // namespace codeheader

} // namespace pennyworth
