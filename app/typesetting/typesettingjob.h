// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "typesetting/coderole.h"
#include "typesetting/formula.h"

#include <QCache>
#include <QHash>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pennyworth {

template <class Job>
class JobShelf;

/// Something that was asked of the Typesetter. Whoever wants it holds it; when nobody does any
/// more, it need not be done. Main thread.
template <class S, class V>
class TypesettingJob final {
public:
    using Source = S;
    using Value = V;

    explicit TypesettingJob(S source)
        : m_source(std::move(source))
    {
    }

    [[nodiscard]] const S &source() const { return m_source; }
    [[nodiscard]] bool isDone() const { return m_result.has_value(); }
    /// Null until it is done and where it failed.
    [[nodiscard]] const V *value() const
    {
        return m_result && m_result->hasValue() ? &m_result->value() : nullptr;
    }
    [[nodiscard]] const Error *error() const
    {
        return m_result && m_result->hasError() ? &m_result->error() : nullptr;
    }

private:
    friend class Typesetter;
    friend class JobShelf<TypesettingJob>;
    S m_source;
    quint64 m_urgency = 0;
    std::optional<Result<V>> m_result;
};

using FormulaJob = TypesettingJob<TexSource, Formula>;
using CodeJob = TypesettingJob<CodeSource, CodeSpans>;

[[nodiscard]] inline size_t qHash(const TexSource &source, size_t seed = 0)
{
    return qHashMulti(seed, source.tex, source.isDisplay);
}

[[nodiscard]] inline size_t qHash(const CodeSource &source, size_t seed = 0)
{
    return qHashMulti(seed, source.language, source.code);
}

/// The jobs of one kind by their source: those that somebody holds, and those done last, up to a
/// bound in bytes.
template <class Job>
class JobShelf final {
public:
    explicit JobShelf(qsizetype bytes)
        : m_done(bytes)
    {
    }

    /// Null where there is none.
    [[nodiscard]] std::shared_ptr<Job> find(const typename Job::Source &source) const
    {
        if (const std::shared_ptr<Job> *done = m_done.object(source))
            return *done;
        return m_held.value(source).lock();
    }

    [[nodiscard]] std::shared_ptr<Job> add(const typename Job::Source &source)
    {
        if (m_held.size() > 2 * m_lastCount + 64)
            dropForgotten();
        auto job = std::make_shared<Job>(source);
        m_held.insert(source, job);
        return job;
    }

    void wait(const std::shared_ptr<Job> &job) { m_waiting.push_back(job); }

    /// The most urgent that waits, null where none does.
    [[nodiscard]] std::shared_ptr<Job> mostUrgent()
    {
        std::erase_if(m_waiting, [](const std::weak_ptr<Job> &job) { return job.expired(); });
        const auto found = std::ranges::max_element(
            m_waiting, {}, [](const std::weak_ptr<Job> &job) { return job.lock()->m_urgency; });
        return found == m_waiting.end() ? nullptr : found->lock();
    }

    void waitNoLonger(const std::shared_ptr<Job> &job)
    {
        std::erase_if(
            m_waiting, [&job](const std::weak_ptr<Job> &other) { return other.lock() == job; });
    }

    void remember(const std::shared_ptr<Job> &job, qsizetype bytes)
    {
        m_done.insert(job->source(), new std::shared_ptr<Job>(job), bytes);
    }

private:
    void dropForgotten()
    {
        m_held.removeIf([](const auto &item) { return item.value().expired(); });
        m_lastCount = m_held.size();
    }

    QHash<typename Job::Source, std::weak_ptr<Job>> m_held;
    qsizetype m_lastCount = 0;
    std::vector<std::weak_ptr<Job>> m_waiting;
    QCache<typename Job::Source, std::shared_ptr<Job>> m_done;
};

} // namespace pennyworth
