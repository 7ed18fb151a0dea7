// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace pennyworth {

/// Says to other processes that this one lives: a file beside the database that is locked as long
/// as the process runs. The operating system gives the lock back however the process ends, so that
/// neither a crash nor a process id that is used again (the rule in containers) can deceive anyone;
/// QLockFile believes a dead owner alive whose id another Pennyworth has got.
class ProcessLock final {
public:
    /// Makes and locks the file of a new random token.
    static Result<std::unique_ptr<ProcessLock>> acquire(const QString &databaseFile);
    ~ProcessLock(); ///< removes the file
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    [[nodiscard]] QString token() const { return m_token; }

    /// Whether the process of that token lives. True where nobody can tell.
    [[nodiscard]] static bool isHeld(const QString &databaseFile, const QString &token);
    /// Whether any process that opened that database lives.
    [[nodiscard]] static bool isAnyHeld(const QString &databaseFile);
    /// Removes the files of all others: of processes that died.
    static void keepOnly(const QString &databaseFile, const QStringList &tokens);

private:
    struct Handle;
    ProcessLock(QString file, QString token, std::unique_ptr<Handle> handle);

    QString m_file;
    QString m_token;
    std::unique_ptr<Handle> m_handle;
};

} // namespace pennyworth
