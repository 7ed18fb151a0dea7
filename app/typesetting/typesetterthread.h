// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typesetting/scriptengine.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace pennyworth {

/// The thread on which scripts run, started with the first job. A job that takes longer than two
/// seconds is interrupted. Owned by Typesetter, on the main thread.
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

    QThread m_thread;
    ScriptEngine m_engine;
    QObject *m_worker = nullptr; // lives on m_thread
    QTimer m_watchdog;
};

} // namespace pennyworth
