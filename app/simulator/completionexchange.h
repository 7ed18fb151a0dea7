// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/completionformat.h"
#include "simulator/pacer.h"
#include "simulator/responsewriter.h"

#include <QObject>

namespace pennyworth::simulated {

/// Gives one completion to a client at the model's pace, streamed or whole, with signs of life
/// while it waits. A child of its response writer, so that it dies with the connection.
class CompletionExchange final : public QObject {
    Q_OBJECT

public:
    struct Job {
        CompletionIdentity identity;
        Answer answer;
        bool stream = false;
        qint64 hitTokens = 0;
        qint64 missTokens = 0;
        HttpHeaders headers;
    };

    CompletionExchange(HttpConnection *connection, ResponseWriter *writer, Job job, Pace pace);

    void start();

signals:
    /// Once: all tokens are made, or the client went away before. `isWhole` says which; the usage
    /// counts what was made.
    void finished(const pennyworth::simulated::CompletionUsage &usage, bool isWhole);

private:
    void showLife();
    void produce(qint64 dueTokens);
    [[nodiscard]] bool produceFlood();
    void count(const Piece &piece);
    void failStream();
    void complete();
    void report(bool isWhole);

    HttpConnection *m_connection;
    ResponseWriter *m_writer;
    Job m_job;
    CompletionFormat m_format;
    Pacer m_pacer;
    QList<Piece> m_pieces;
    qsizetype m_next = 0;
    qint64 m_flooded = 0;
    CompletionUsage m_usage;
    bool m_started = false; ///< the role chunk is out
    bool m_reported = false;
};

} // namespace pennyworth::simulated
