// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

class QSqlError;

namespace pennyworth {

/// What an error of SQLite means to the user; `file` is named in the detail.
[[nodiscard]] Error errorFromSqlite(const QSqlError &error, const QString &file);
/// Another connection holds the lock.
[[nodiscard]] bool isBusy(const QSqlError &error);
/// The kind for a failed system call on a file beside the database, by errno.
[[nodiscard]] ErrorKind kindFromErrno(int code);

} // namespace pennyworth
