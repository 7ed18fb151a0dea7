// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/typesetter.h"

#include "typesetting/typesetterthread.h"

#include <chrono>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr auto kSettleInterval = 30ms;
constexpr qsizetype kFormulaBytes = 12'000'000;
constexpr qsizetype kCodeBytes = 8'000'000;

qsizetype bytesOf(const FormulaJob &job)
{
    constexpr qsizetype kOverhead = 200;
    const Formula *formula = job.value();
    return kOverhead + 2 * job.source().tex.size() + (formula ? formula->svg.size() : 0);
}

qsizetype bytesOf(const CodeJob &job)
{
    constexpr qsizetype kOverhead = 200;
    const CodeSpans *spans = job.value();
    return kOverhead + 2 * job.source().code.size()
        + (spans ? spans->size() * qsizetype(sizeof(CodeSpan)) : 0);
}

Result<Formula> run(ScriptEngine &engine, const TexSource &source)
{
    return engine.set(source);
}

Result<CodeSpans> run(ScriptEngine &engine, const CodeSource &source)
{
    return engine.color(source);
}

} // namespace

Typesetter::Typesetter(QObject *parent)
    : QObject(parent)
    , m_formulas(kFormulaBytes)
    , m_codes(kCodeBytes)
    , m_thread(std::make_unique<TypesetterThread>())
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleInterval);
    connect(&m_settled, &QTimer::timeout, this, &Typesetter::settled);
}

Typesetter::~Typesetter() = default;

bool Typesetter::isAvailable()
{
    return ScriptEngine::isAvailable();
}

std::shared_ptr<FormulaJob> Typesetter::set(const TexSource &source)
{
    return request(m_formulas, source);
}

std::shared_ptr<CodeJob> Typesetter::color(const CodeSource &source)
{
    return request(m_codes, source);
}

template <class Job>
std::shared_ptr<Job> Typesetter::request(JobShelf<Job> &shelf, const typename Job::Source &source)
{
    std::shared_ptr<Job> job = shelf.find(source);
    if (!job) {
        job = shelf.add(source);
        if (isAvailable())
            shelf.wait(job);
        else
            job->m_result.emplace(Error{});
    }
    hurry(*job);
    if (!m_isBusy && !job->isDone()) {
        m_isBusy = true; // what is asked for in this turn of the event loop is put in order first
        QMetaObject::invokeMethod(this, &Typesetter::next, Qt::QueuedConnection);
    }
    return job;
}

void Typesetter::next()
{
    const std::shared_ptr<FormulaJob> formula = m_formulas.mostUrgent();
    const std::shared_ptr<CodeJob> code = m_codes.mostUrgent();
    m_isBusy = formula || code;
    if (formula && (!code || formula->m_urgency > code->m_urgency))
        begin(m_formulas, formula);
    else if (code)
        begin(m_codes, code);
}

template <class Job>
void Typesetter::begin(JobShelf<Job> &shelf, const std::shared_ptr<Job> &job)
{
    shelf.waitNoLonger(job);
    m_thread->post([this, &shelf, job = std::weak_ptr(job), source = job->source()](
                       ScriptEngine &engine) -> TypesetterThread::Continuation {
        return [this, &shelf, job, result = run(engine, source)] {
            finish(shelf, job.lock(), result);
        };
    });
}

template <class Job>
void Typesetter::finish(JobShelf<Job> &shelf, const std::shared_ptr<Job> &job,
    const Result<typename Job::Value> &result)
{
    if (job) {
        job->m_result.emplace(result);
        shelf.remember(job, bytesOf(*job));
        if (!m_settled.isActive())
            m_settled.start();
    }
    next();
}

} // namespace pennyworth
