// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/formulamask.h"

#include <QByteArray>
#include <QStringView>

namespace pennyworth {

/// What is handed to cmark: definitions and footnote labels first, then the text, in UTF-8, with a
/// mark that appears nowhere else put where the library must not see a costly construct. Private to
/// the parser.
struct MarkdownSource {
    QByteArray utf8;
    int linesBefore = 0; ///< lines in front of the text itself
    bool isMarked = false; ///< marks are to be taken out of what comes out
    FormulaMask formulas; ///< and these to be put in again

    [[nodiscard]] QString withoutMarks(QString text) const;
    [[nodiscard]] QString restored(const QString &text) const; ///< as it was written
};

[[nodiscard]] MarkdownSource prepareMarkdown(QStringView text, QStringView definitions);

} // namespace pennyworth
