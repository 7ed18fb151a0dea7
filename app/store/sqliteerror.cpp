// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteerror.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <cerrno>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes: https://www.sqlite.org/rescode.html
constexpr int kPerm = 3;
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCantOpen = 14;
constexpr int kNotADatabase = 26;

constexpr qint64 kNoSpaceBytes = 64 * 1024; // the least growth of the -shm file is half of it

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

bool isWriteProtected(const QString &file)
{
    const QFileInfo database(file);
    const QFileInfo folder(database.absolutePath());
    return (database.isFile() && !database.isWritable())
        || (folder.isDir() && !folder.isWritable());
}

bool isDiskFull(const QString &file)
{
    const QStorageInfo storage(QFileInfo(file).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < kNoSpaceBytes;
}

ErrorKind kindFrom(int code, const QString &file)
{
    switch (code) {
    case kPerm:
    case kReadOnly:
        return ErrorKind::StoreReadOnly;
    case kFull:
        return ErrorKind::StoreFull;
    case kCorrupt:
    case kNotADatabase:
        return ErrorKind::StoreDamaged;
    case kCantOpen:
    case kIoError:
        if (isWriteProtected(file))
            return ErrorKind::StoreReadOnly;
        return isDiskFull(file) ? ErrorKind::StoreFull : ErrorKind::StoreUnavailable;
    default:
        return ErrorKind::StoreUnavailable;
    }
}

} // namespace

Error errorFromSqlite(const QSqlError &error, const QString &file)
{
    const int code = primaryCode(error);
    const QString reason =
        isBusy(error) ? u"another process keeps it locked"_s : error.databaseText();
    return {.kind = kindFrom(code, file),
        .detail = u"%1: %2 (SQLite %3)"_s.arg(file, reason).arg(code)};
}

bool isBusy(const QSqlError &error)
{
    const int code = primaryCode(error);
    return code == kBusy || code == kLocked;
}

ErrorKind kindFromErrno(int code)
{
    switch (code) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorKind::StoreReadOnly;
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return ErrorKind::StoreFull;
    default:
        return ErrorKind::StoreUnavailable;
    }
}

} // namespace pennyworth
