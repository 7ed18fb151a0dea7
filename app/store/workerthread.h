// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThread>

#include <memory>
#include <type_traits>

namespace pennyworth {

/// A thread with one worker object, which does the jobs posted to it one after the other in the
/// order of the calls. Used and destroyed on the thread that made it.
template <class Worker>
class WorkerThread final {
public:
    WorkerThread(const QString &name, std::unique_ptr<Worker> worker)
        : m_worker(worker.release())
    {
        m_thread.setObjectName(name);
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }

    /// Waits for every job that was posted; the worker dies on its own thread.
    ~WorkerThread()
    {
        QMetaObject::invokeMethod(
            m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
        m_thread.wait();
    }
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    [[nodiscard]] const Worker *worker() const { return m_worker; } ///< to connect to its signals

    /// job(Worker &) on the worker's thread.
    template <class Job>
    auto post(Job job) -> QFuture<std::invoke_result_t<Job, Worker &>>
    {
        const auto promise = std::make_shared<QPromise<std::invoke_result_t<Job, Worker &>>>();
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [worker = m_worker, promise, job = std::move(job)] {
                promise->addResult(job(*worker));
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

private:
    QThread m_thread;
    Worker *m_worker;
};

} // namespace pennyworth
