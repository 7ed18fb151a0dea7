// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "transcript/messagelistmodel.h"
#include "transcript/textquery.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace pennyworth {

/// Looks for a text in all messages of a model, on threads of its own, some hundred messages at a
/// time, and keeps what it found while messages come, go and grow. Main thread.
class TranscriptSearch final : public QObject {
    Q_OBJECT

public:
    /// The hits of one message.
    struct Hits {
        int reasoning = 0;
        int answer = 0;

        bool operator==(const Hits &) const = default;
        [[nodiscard]] int count() const { return reasoning + answer; }
    };

    explicit TranscriptSearch(QObject *parent = nullptr);
    ~TranscriptSearch() override;

    void setModel(const MessageListModel *model); ///< not owned
    /// Begins anew, with the messages around `row`.
    void start(const TextQuery &query, int row);

    [[nodiscard]] const TextQuery &query() const { return m_query; }
    [[nodiscard]] Hits hits(int row) const;
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] bool isDone() const { return m_running == 0; }
    [[nodiscard]] int hitsBefore(int row) const; ///< in all messages above it
    /// The nearest row with hits at `row` or after it (step 1) or before it (step -1), round the
    /// ends; -1 where there is none.
    [[nodiscard]] int rowWithHits(int row, int step) const;

signals:
    void changed(); ///< more was found, or less

private:
    struct Job {
        MessageId id;
        SoftBreaks softBreaks = SoftBreaks::Spaces;
        QString text;
        QString reasoning;
    };
    using Found = QList<std::pair<MessageId, Hits>>;

    void run(QList<Job> jobs);
    void take(const Found &found);
    void set(MessageId id, Hits hits);
    void countGrown();
    [[nodiscard]] Job jobOf(int row) const;
    [[nodiscard]] static Hits count(const Job &job, const TextQuery &query);

    QPointer<const MessageListModel> m_model;
    TextQuery m_query;
    QHash<MessageId, Hits> m_hits; // of messages that have any
    int m_total = 0;
    int m_running = 0;
    std::shared_ptr<std::atomic_bool> m_isStale; // tells the jobs of an earlier search to end
    QSet<MessageId> m_grown;
    QTimer m_growth;
    QThreadPool m_threads;
};

} // namespace pennyworth
