// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace pennyworth {

/// Calls `f(result)` on the thread of `context` once the future is ready, always from the event
/// loop, and never when the context has died or the future was cancelled. The one way to consume a
/// future: QFuture::then asserts on a dead context, runs synchronously on a ready future and allows
/// a single consumer only (Qt 6.4.2). Call it on the context's thread.
template <class T, class F>
void whenDone(const QFuture<T> &future, QObject *context, F f)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcher<T>::finished, context, [watcher, f = std::move(f)]() mutable {
            watcher->deleteLater();
            if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                f(watcher->result());
        });
    watcher->setFuture(future);
}

/// A future that is ready with `value`.
template <class T>
[[nodiscard]] QFuture<T> readyFuture(T value)
{
    QFutureInterface<T> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

} // namespace pennyworth
