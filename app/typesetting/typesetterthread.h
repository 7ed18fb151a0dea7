// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typesetting/scriptengine.h"
#include "typesetting/threadtime.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace pennyworth {

/// The thread on which scripts run, started with the first job. A job that takes more than two
/// seconds of a processor, or a minute, is interrupted. Owned by Typesetter, on the main thread.
class TypesetterThread final : public QObject {
    Q_OBJECT

public:
    using Continuation = std::function<void()>;
    using Job = std::function<Continuation(ScriptEngine &)>;

    explicit TypesetterThread(QObject *parent = nullptr);
    ~TypesetterThread() override; ///< interrupts what runs; no continuation is called any more

    /// Runs `job` on the thread, then what it returns on the thread of this object. One after the
    /// other.
    void post(Job job);

private:
    void start();
    void watch();

    QThread m_thread;
    ThreadTime m_time; // of the job
    QElapsedTimer m_sinceBegun;
    ScriptEngine m_engine;
    QObject *m_worker = nullptr; // lives on m_thread
    QTimer m_watchdog;
};

} // namespace pennyworth
