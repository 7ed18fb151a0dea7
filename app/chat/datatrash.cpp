// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/datatrash.h"

#include "environment/clock.h"
#include "environment/paths.h"
#include "store/processlock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <chrono>
#include <optional>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kNameFormat("yyyyMMdd-HHmmss"); // UTC
constexpr QLatin1StringView kRemoval("remove");
/// A database in write-ahead mode is these files together.
constexpr QLatin1StringView kParts[] = {
    QLatin1StringView(""), QLatin1StringView("-wal"), QLatin1StringView("-shm")};

QDateTime timeOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

std::optional<Instant> instantOf(const QString &name)
{
    QDateTime time = QDateTime::fromString(name.left(kNameFormat.size()), kNameFormat);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return {};
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Error fileFailed(const QString &file, const QString &why)
{
    return {.kind = ErrorKind::FileFailed, .detail = file + u": "_s + why};
}

/// All the parts that there are, or none.
Result<Done> moveDatabase(const QString &from, const QString &to)
{
    QStringList moved;
    for (const QLatin1StringView part : kParts) {
        if (!QFile::exists(from + part))
            continue;
        QFile file(from + part);
        if (!file.rename(to + part)) {
            const QString why = file.errorString();
            for (const QString &done : std::as_const(moved))
                QFile::rename(to + done, from + done);
            return fileFailed(from + part, why);
        }
        moved.append(part);
    }
    return Done{};
}

} // namespace

DataTrash::DataTrash(const Paths &paths, const Clock &clock)
    : m_paths(paths)
    , m_clock(clock)
{
}

QString DataTrash::folder() const
{
    return m_paths.dataFolder() + u"/trash"_s;
}

QString DataTrash::requestFile() const
{
    return folder() + u"/request"_s;
}

QList<RemovedData> DataTrash::removed() const
{
    QList<RemovedData> found;
    const QFileInfoList folders = QDir(folder()).entryInfoList(
        QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QFileInfo &entry : folders) {
        const std::optional<Instant> when = instantOf(entry.fileName());
        if (!when)
            continue;
        RemovedData data{.name = entry.fileName(), .removed = *when};
        const QFileInfoList files = QDir(entry.filePath()).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            data.bytes += file.size();
        found.append(data);
    }
    return found;
}

Result<Done> DataTrash::request(const QString &text)
{
    QDir().mkpath(folder());
    QSaveFile file(requestFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return fileFailed(file.fileName(), file.errorString());
    return Done{};
}

Result<Done> DataTrash::requestRemoval()
{
    return request(kRemoval);
}

Result<Done> DataTrash::requestReturn(const QString &name)
{
    if (!instantOf(name) || !QFileInfo(folder() + u'/' + name).isDir())
        return Error{.kind = ErrorKind::NotFound, .detail = name};
    return request(name);
}

void DataTrash::cancelRequest()
{
    QFile::remove(requestFile());
}

bool DataTrash::hasRequest() const
{
    return QFile::exists(requestFile());
}

Result<Done> DataTrash::moveAway()
{
    const QString stamp = timeOf(m_clock.now()).toString(kNameFormat);
    QString name = stamp;
    for (int i = 2; QFileInfo::exists(folder() + u'/' + name); ++i)
        name = stamp + u'-' + QString::number(i);
    const QString target = folder() + u'/' + name;
    if (!QDir().mkpath(target))
        return fileFailed(target, u"the folder cannot be made"_s);
    const QString file = QFileInfo(m_paths.databaseFile()).fileName();
    const Result<Done> moved = moveDatabase(m_paths.databaseFile(), target + u'/' + file);
    if (!moved) {
        QDir().rmdir(target);
        return moved;
    }
    QFile::remove(m_paths.demonstrationFile());
    return Done{};
}

Result<Done> DataTrash::bringBack(const QString &name)
{
    const QString file = QFileInfo(m_paths.databaseFile()).fileName();
    const QString source = folder() + u'/' + name;
    if (!instantOf(name) || !QFile::exists(source + u'/' + file))
        return Error{.kind = ErrorKind::NotFound, .detail = name};
    const Result<Done> away =
        QFile::exists(m_paths.databaseFile()) ? moveAway() : Result<Done>(Done{});
    if (!away)
        return away;
    const Result<Done> back = moveDatabase(source + u'/' + file, m_paths.databaseFile());
    if (back)
        QDir().rmdir(source);
    return back;
}

void DataTrash::purge()
{
    const Instant oldest = m_clock.now() - std::chrono::days(kDays);
    const QList<RemovedData> all = removed();
    for (const RemovedData &data : all) {
        if (data.removed < oldest)
            QDir(folder() + u'/' + data.name).removeRecursively();
    }
}

Result<Done> DataTrash::apply()
{
    QFile file(requestFile());
    if (file.exists()) {
        if (ProcessLock::isAnyHeld(m_paths.databaseFile())) {
            return Error{.kind = ErrorKind::StoreUnavailable,
                .detail = u"another Pennyworth has it open, so that nothing was moved"_s};
        }
        if (!file.open(QIODevice::ReadOnly))
            return fileFailed(file.fileName(), file.errorString());
        const QString text = QString::fromUtf8(file.readAll()).trimmed();
        cancelRequest();
        const Result<Done> done = text == kRemoval ? moveAway() : bringBack(text);
        if (!done)
            return done;
    }
    purge();
    return Done{};
}

} // namespace pennyworth
