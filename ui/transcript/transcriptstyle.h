// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"
#include "transcript/codedisplay.h"

#include <QFont>

namespace pennyworth {

class RemotePictures;
class Theme;
class Typesetter;

/// Colours and fonts of a transcript, as layouts take them. A value: a change of the theme makes
/// another one.
struct TranscriptStyle {
    Palette palette;
    QFont body;
    QFont interface; ///< messages of errors, buttons
    QFont caption; ///< who speaks, figures
    QFont code;
    qreal lineHeight = 21; ///< of body text
    qreal codeLineHeight = 19;
    CodeDisplay codeDisplay; ///< of blocks that have none of their own
    Typesetter *typesetter =
        nullptr; ///< not owned; null: TeX and code are shown as they are written
    RemotePictures *pictures = nullptr; ///< not owned; null: none can be loaded

    bool operator==(const TranscriptStyle &) const = default;
};

/// `zoom` of the text in per cent.
[[nodiscard]] TranscriptStyle transcriptStyle(const Theme &theme, int zoom = 100);

[[nodiscard]] QColor foundColor(const Palette &palette); ///< behind a hit of a search
[[nodiscard]] QColor currentFoundColor(const Palette &palette); ///< behind the one it stands on

/// The same from its parts; code is set in the desktop's fixed font at the size that fits `body`.
[[nodiscard]] TranscriptStyle transcriptStyle(
    const Palette &palette, const QFont &body, const QFont &interface, const QFont &caption);

} // namespace pennyworth
