// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace pennyworth {

/// What is handed to cmark: definitions and footnote labels first, then the text, in UTF-8, with a
/// mark that appears nowhere else put where the library must not see a costly construct. Private to
/// the parser.
struct MarkdownSource {
    QByteArray utf8;
    int linesBefore = 0; ///< lines in front of the text itself
    bool isMarked = false; ///< withoutMarks() is needed on what comes out
};

[[nodiscard]] MarkdownSource prepareMarkdown(QStringView text, QStringView definitions);
[[nodiscard]] QString withoutMarks(QString text);

} // namespace pennyworth
