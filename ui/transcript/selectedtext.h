// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/textcolumn.h"

#include <QString>

#include <memory>

class QMimeData;

namespace pennyworth {

/// What a selection puts on the clipboard, in three forms that say the same.
struct SelectedText {
    QString plain;
    QString markdown;
    QString html;

    void append(const SelectedText &more); ///< as a further block
    [[nodiscard]] bool isEmpty() const { return plain.isEmpty(); }
    [[nodiscard]] std::unique_ptr<QMimeData> toMimeData() const;
};

/// What of a text is selected. Whole blocks are copied as they are written, parts are written anew
/// from their tree.
[[nodiscard]] SelectedText selectedText(
    const TextColumn &column, const TextColumn::Selected &selected);

/// A whole message, without laying it out.
[[nodiscard]] SelectedText wholeText(const QString &markdown, SoftBreaks softBreaks);

} // namespace pennyworth
