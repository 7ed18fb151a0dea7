// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/draft.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QStringList>

#include <optional>

class QMimeData;

namespace pennyworth {

/// Why a file does not go with a prompt.
enum class FileProblem { None, Unreadable, TooLarge, NotText };

/// A file that was read, or why it was not.
struct TextFile {
    Attachment attachment; ///< its name in any case
    qint64 bytes = 0; ///< of the file
    FileProblem problem = FileProblem::None;

    bool operator==(const TextFile &) const = default;
};

/// The largest file that is taken: about 300,000 tokens of English.
inline constexpr qint64 kLargestFile = 1'000'000;

/// The files of this computer that are dropped or pasted.
[[nodiscard]] QStringList localFiles(const QMimeData &source);

/// Reads on a thread of the global pool, since a file may lie far away.
[[nodiscard]] QFuture<TextFile> readTextFile(const QString &path);

/// Text in the encoding that a byte order mark names, otherwise UTF-8, otherwise Latin-1. Line ends
/// become LF. Empty optional: these bytes are no text.
[[nodiscard]] std::optional<QString> textOf(const QByteArray &bytes);

/// What the user reads; empty where there is no problem.
[[nodiscard]] QString problemText(const TextFile &file);

} // namespace pennyworth
