// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typesetting/typesettingjob.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace pennyworth {

class TypesetterThread;

/// Sets formulas and colours code on a thread of its own. Used on the main thread.
/// The same source is done once while it is wanted or remembered. A job that nobody holds any more
/// is not begun.
class Typesetter final : public QObject {
    Q_OBJECT

public:
    explicit Typesetter(QObject *parent = nullptr);
    ~Typesetter() override;

    /// Whether the program was built with the libraries; without them every job ends with an error.
    [[nodiscard]] static bool isAvailable();

    /// Never null. The latest is done first.
    [[nodiscard]] std::shared_ptr<FormulaJob> set(const TexSource &source);
    [[nodiscard]] std::shared_ptr<CodeJob> color(const CodeSource &source);

    /// Before all others: someone looks at it.
    template <class Job>
    void hurry(Job &job)
    {
        job.m_urgency = ++m_urgency;
    }

signals:
    /// Jobs were done since the last time; at most every 30 ms.
    void settled();

private:
    template <class Job>
    std::shared_ptr<Job> request(JobShelf<Job> &shelf, const typename Job::Source &source);
    void next();
    template <class Job>
    void begin(JobShelf<Job> &shelf, const std::shared_ptr<Job> &job);
    template <class Job>
    void finish(JobShelf<Job> &shelf, const std::shared_ptr<Job> &job,
        const Result<typename Job::Value> &result);

    JobShelf<FormulaJob> m_formulas;
    JobShelf<CodeJob> m_codes;
    std::unique_ptr<TypesetterThread> m_thread;
    QTimer m_settled;
    quint64 m_urgency = 0;
    bool m_isBusy = false;
};

} // namespace pennyworth
