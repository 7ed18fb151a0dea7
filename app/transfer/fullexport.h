// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QObject>
#include <QString>

#include <memory>

class QThread;

namespace pennyworth {

/// Writes everything that the database holds into a folder of JSON Lines files (FORMAT.md), on a
/// thread and a connection of its own, in pieces, so that neither memory nor the window feels its
/// size. What it writes becomes visible as a whole at the end or not at all. Main thread.
class FullExport final : public QObject {
    Q_OBJECT

public:
    explicit FullExport(QString databaseFile, QObject *parent = nullptr);
    ~FullExport() override; ///< cancels

    /// `folder` is made and must not exist. Ends in one of `finished` and `failed`.
    void start(const QString &folder);
    void cancel(); ///< `failed` with Cancelled follows, unless it has just finished
    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

signals:
    void progressed(qint64 lines, qint64 of);
    void finished(const QString &folder);
    void failed(const pennyworth::Error &error);

private:
    struct Run;
    void end(const QString &folder, const Error &error);

    QString m_databaseFile;
    std::shared_ptr<Run> m_run; // shared with the thread
    std::unique_ptr<QThread> m_thread;
};

} // namespace pennyworth
