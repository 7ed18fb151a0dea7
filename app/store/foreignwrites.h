// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace pennyworth {

/// Notices that somebody wrote into the database, by the notifications of the file system for its
/// write-ahead log, which every commit lengthens or overwrites. Our own commits are among them, so
/// that Store asks the database who it was. Wakes for nothing else.
class ForeignWrites final : public QObject {
    Q_OBJECT

public:
    explicit ForeignWrites(QObject *parent = nullptr);

    void watch(const QString &databaseFile); ///< once it is open, and with it its log

signals:
    void suspected(); ///< at most 20 times a second

private:
    QFileSystemWatcher m_watcher;
    QTimer m_coalesce;
};

} // namespace pennyworth
