// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/textselection.h"

#include <QRectF>
#include <QString>

namespace pennyworth {

/// Something in a message that is pressed.
struct TranscriptControl {
    enum class Kind {
        Reasoning,
        NumberCode, ///< the lines of a code block
        SaveCode,
        CopyCode,
        WrapCode,
        LoadPicture,
        Copy,
        Regenerate,
        Continue,
        Remedy,
        Previous, ///< the sibling before this message
        Next,
        Edit,
        Figures,
        SetPrice, ///< of the service that answered, where none is known
        Menu,
    };

    Kind kind = Kind::Copy;
    Section section = Section::Answer; ///< of code and pictures: where they stand
    int block = -1; ///< of code and pictures: their PlacedBlock
    int number = 0; ///< of code: which of the section's code blocks, from 0
    QRectF rect; ///< empty where there is no room for it
    QString label;
    bool isQuiet = false; ///< only seen while the pointer or the focus is on its message
    bool isOn = false; ///< of what is switched

    [[nodiscard]] bool isSame(const TranscriptControl &other) const
    {
        return kind == other.kind && section == other.section && block == other.block;
    }
    [[nodiscard]] bool isOfCode() const
    {
        return kind == Kind::NumberCode || kind == Kind::SaveCode || kind == Kind::CopyCode
            || kind == Kind::WrapCode;
    }
};

} // namespace pennyworth
