// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/processlock.h"

#include "store/sqliteerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

#ifdef Q_OS_WIN
#include <QLockFile>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kInfix = u"-process-";

QString lockFile(const QString &databaseFile, const QString &token)
{
    return databaseFile + kInfix + token;
}

/// Of all processes that left a file, living or not.
QStringList tokensOf(const QString &databaseFile)
{
    const QFileInfo database(databaseFile);
    const QString prefix = database.fileName() + kInfix;
    QStringList tokens = database.dir().entryList({prefix + u'*'}, QDir::Files);
    for (QString &token : tokens)
        token.remove(0, prefix.size());
    return tokens;
}

} // namespace

#ifdef Q_OS_WIN

// On Windows an open QLockFile cannot be removed by anyone, and a left one can: exact without
// further means.
struct ProcessLock::Handle {
    explicit Handle(const QString &file)
        : lock(file)
    {
    }
    QLockFile lock;
};

Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString &databaseFile)
{
    const QString token = QUuid::createUuid().toString(QUuid::Id128);
    const QString file = lockFile(databaseFile, token);
    auto handle = std::make_unique<Handle>(file);
    handle->lock.setStaleLockTime(0);
    if (!handle->lock.tryLock())
        return Error{.kind = ErrorKind::StoreReadOnly, .detail = file};
    return std::unique_ptr<ProcessLock>(new ProcessLock(file, token, std::move(handle)));
}

bool ProcessLock::isHeld(const QString &databaseFile, const QString &token)
{
    const QString file = lockFile(databaseFile, token);
    return QFile::exists(file) && !QFile::remove(file);
}

#else

struct ProcessLock::Handle {
    explicit Handle(int open)
        : descriptor(open)
    {
    }
    ~Handle() { ::close(descriptor); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    int descriptor;
};

Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString &databaseFile)
{
    const QString token = QUuid::createUuid().toString(QUuid::Id128);
    const QString file = lockFile(databaseFile, token);
    constexpr mode_t kOwnerOnly = 0600;
    const int descriptor = ::open(
        QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (descriptor < 0)
        return Error{
            .kind = kindFromErrno(errno), .detail = u"%1: %2"_s.arg(file, qt_error_string(errno))};
    auto handle = std::make_unique<Handle>(descriptor);
    // Nobody else knows the token yet, so that this never waits.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        QFile::remove(file);
        return Error{
            .kind = kindFromErrno(code), .detail = u"%1: %2"_s.arg(file, qt_error_string(code))};
    }
    return std::unique_ptr<ProcessLock>(new ProcessLock(file, token, std::move(handle)));
}

bool ProcessLock::isHeld(const QString &databaseFile, const QString &token)
{
    const QByteArray file = QFile::encodeName(lockFile(databaseFile, token));
    const int descriptor = ::open(file.constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return errno != ENOENT;
    const Handle handle(descriptor);
    return ::flock(descriptor, LOCK_EX | LOCK_NB) != 0;
}

#endif

ProcessLock::ProcessLock(QString file, QString token, std::unique_ptr<Handle> handle)
    : m_file(std::move(file))
    , m_token(std::move(token))
    , m_handle(std::move(handle))
{
}

ProcessLock::~ProcessLock()
{
    m_handle.reset();
    QFile::remove(m_file);
}

bool ProcessLock::isAnyHeld(const QString &databaseFile)
{
    const QStringList tokens = tokensOf(databaseFile);
    return std::ranges::any_of(
        tokens, [&](const QString &token) { return isHeld(databaseFile, token); });
}

void ProcessLock::keepOnly(const QString &databaseFile, const QStringList &tokens)
{
    const QStringList all = tokensOf(databaseFile);
    for (const QString &token : all) {
        if (!tokens.contains(token))
            QFile::remove(lockFile(databaseFile, token));
    }
}

} // namespace pennyworth
