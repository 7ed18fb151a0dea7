// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptsearch.h"

#include "domain/whendone.h"
#include "transcript/messagelistmodel.h"

#include <QPromise>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr int kFirstRows = 50; // around what is seen: their hits show at once
constexpr int kRowsAtOnce = 500;
constexpr auto kGrowthInterval = 100ms;

} // namespace

TranscriptSearch::TranscriptSearch(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
    m_growth.setSingleShot(true);
    m_growth.setInterval(kGrowthInterval);
    connect(&m_growth, &QTimer::timeout, this, &TranscriptSearch::countGrown);
}

TranscriptSearch::~TranscriptSearch()
{
    if (m_isStale)
        *m_isStale = true;
    m_threads.waitForDone();
}

void TranscriptSearch::setModel(const MessageListModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (!model)
        return;
    connect(model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
                m_grown.insert(m_model->row(row).id);
            if (!m_query.isEmpty() && !m_growth.isActive())
                m_growth.start();
        });
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) {
            QList<Job> jobs;
            for (int row = first; row <= last && !m_query.isEmpty(); ++row)
                jobs.append(jobOf(row));
            run(std::move(jobs));
        });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                set(m_model->row(row).id, {});
            emit changed();
        });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { start(m_query, 0); });
}

void TranscriptSearch::start(const TextQuery &query, int row)
{
    if (m_isStale)
        *m_isStale = true;
    m_isStale = std::make_shared<std::atomic_bool>(false);
    m_query = query;
    m_hits.clear();
    m_grown.clear();
    m_total = 0;
    m_running = 0;
    const int rows = m_model && !query.isEmpty() ? m_model->rowCount() : 0;
    const int first = std::clamp(row - kFirstRows / 2, 0, rows);
    const int behindFirst = std::min(first + kFirstRows, rows);
    QList<Job> jobs;
    const auto add = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            jobs.append(jobOf(i));
            if (jobs.size() == kRowsAtOnce || i == to - 1)
                run(std::exchange(jobs, {}));
        }
    };
    add(first, behindFirst);
    add(behindFirst, rows);
    add(0, first);
    emit changed();
}

TranscriptSearch::Job TranscriptSearch::jobOf(int row) const
{
    const MessageRow &message = m_model->row(row);
    return {.id = message.id,
        .softBreaks = message.role == Role::User ? SoftBreaks::Lines : SoftBreaks::Spaces,
        .text = message.text,
        .reasoning = message.reasoningSummary.isEmpty() ? QString() : message.reasoning};
}

TranscriptSearch::Hits TranscriptSearch::count(const Job &job, const TextQuery &query)
{
    return {.reasoning = countHits(job.reasoning, SoftBreaks::Spaces, query),
        .answer = countHits(job.text, job.softBreaks, query)};
}

void TranscriptSearch::run(QList<Job> jobs)
{
    if (jobs.isEmpty())
        return;
    ++m_running;
    auto promise = std::make_shared<QPromise<Found>>();
    whenDone(promise->future(), this, [this, stale = m_isStale](const Found &found) {
        if (*stale)
            return;
        --m_running;
        take(found);
    });
    promise->start();
    m_threads.start([promise, jobs = std::move(jobs), query = m_query, stale = m_isStale] {
        Found found;
        for (const Job &job : jobs) {
            if (*stale)
                break;
            const Hits hits = count(job, query);
            if (hits.count() > 0)
                found.append({job.id, hits});
        }
        promise->addResult(found);
        promise->finish();
    });
}

void TranscriptSearch::take(const Found &found)
{
    for (const auto &[id, hits] : found) {
        if (m_model && m_model->rowOf(id) >= 0) // it may have gone since
            set(id, hits);
    }
    emit changed();
}

void TranscriptSearch::set(MessageId id, Hits hits)
{
    m_total += hits.count() - m_hits.value(id).count();
    if (hits.count() > 0)
        m_hits.insert(id, hits);
    else
        m_hits.remove(id);
}

void TranscriptSearch::countGrown()
{
    const QSet<MessageId> grown = std::exchange(m_grown, {});
    bool isOther = false;
    for (const MessageId id : grown) {
        const int row = m_model ? m_model->rowOf(id) : -1;
        if (row < 0)
            continue;
        const Hits now = count(jobOf(row), m_query);
        isOther |= now != m_hits.value(id);
        set(id, now);
    }
    if (isOther)
        emit changed();
}

TranscriptSearch::Hits TranscriptSearch::hits(int row) const
{
    return m_hits.value(m_model->row(row).id);
}

int TranscriptSearch::hitsBefore(int row) const
{
    int count = 0;
    for (int i = 0; i < row; ++i)
        count += hits(i).count();
    return count;
}

int TranscriptSearch::rowWithHits(int row, int step) const
{
    const int rows = m_model ? m_model->rowCount() : 0;
    for (int i = 0; i < rows && !m_hits.isEmpty(); ++i) {
        const int at = ((row + i * step) % rows + rows) % rows;
        if (hits(at).count() > 0)
            return at;
    }
    return -1;
}

} // namespace pennyworth
