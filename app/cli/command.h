// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/commandline.h"
#include "cli/output.h"
#include "domain/result.h"
#include "domain/whendone.h"

#include <QFuture>
#include <QObject>

namespace pennyworth {

/// One run of one subcommand: started once inside the event loop, `finished` fires exactly once.
/// Owned by runCommandLine(), main thread.
class Command : public QObject {
    Q_OBJECT

public:
    explicit Command(const Output &output);

    virtual void start(const Arguments &arguments) = 0;

signals:
    void finished(pennyworth::ExitStatus status);

protected:
    [[nodiscard]] const Output &output() const { return m_output; }
    void finish(ExitStatus status); ///< later calls are without effect
    void fail(const Error &error); ///< says it and finishes
    void failLookUp(const Error
            &error); ///< the same where nobody was asked: kind and message are all there is to say

    /// Calls f(value) once the future is ready, or fails.
    template <class T, class F>
    void await(const QFuture<Result<T>> &future, F f)
    {
        whenDone(future, this, [this, f = std::move(f)](const Result<T> &result) mutable {
            if (result)
                f(*result);
            else
                fail(result.error());
        });
    }

private:
    const Output &m_output;
    bool m_finished = false;
};

} // namespace pennyworth
