// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/completionexchange.h"

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFloodPiece = 4096;
constexpr qsizetype kFloodBatch = 256 * 1024;

} // namespace

CompletionExchange::CompletionExchange(
    HttpConnection *connection, ResponseWriter *writer, Job job, Pace pace)
    : QObject(writer)
    , m_connection(connection)
    , m_writer(writer)
    , m_job(std::move(job))
    , m_format(m_job.identity, writer->fault())
    , m_pacer(pace, this)
    , m_pieces(piecesOf(m_job.answer))
    , m_usage{.hit = m_job.hitTokens, .miss = m_job.missTokens}
{
    connect(&m_pacer, &Pacer::waiting, this, &CompletionExchange::showLife);
    connect(&m_pacer, &Pacer::due, this, &CompletionExchange::produce);
    connect(m_connection, &HttpConnection::closed, this, [this] {
        m_pacer.stop();
        report(false);
    });
}

void CompletionExchange::start()
{
    HttpHeaders headers{
        {"Content-Type", m_job.stream ? "text/event-stream; charset=utf-8" : "application/json"},
        {"Cache-Control", "no-cache"}};
    headers += m_job.headers;
    m_writer->begin({.status = 200, .headers = headers});
    showLife();
    m_pacer.start();
}

void CompletionExchange::showLife()
{
    m_writer->write(m_job.stream ? ": keep-alive\n\n" : "\n");
}

void CompletionExchange::produce(qint64 dueTokens)
{
    if (m_writer->isCongested())
        return; // the next tick has more to give
    if (m_job.stream && !m_started)
        m_writer->write(m_job.identity.kind == CompletionKind::Chat ? m_format.roleEvent(m_usage)
                                                                    : QByteArray());
    m_started = true;
    if (!produceFlood())
        return;

    const auto &failure = m_writer->fault().streamFailure;
    QByteArray events;
    while (m_next < m_pieces.size() && m_usage.completion < dueTokens) {
        if (m_job.stream && failure && m_usage.completion >= failure->afterTokens)
            break;
        const Piece &piece = m_pieces.at(m_next++);
        count(piece);
        if (m_job.stream)
            events += m_format.event(piece, m_job.answer, m_usage);
    }
    if (!events.isEmpty())
        m_writer->write(events);
    if (m_job.stream && failure
        && (m_usage.completion >= failure->afterTokens || m_next == m_pieces.size()))
        failStream();
    else if (m_next == m_pieces.size())
        complete();
}

/// As much content as the scenario wants before the answer; false while there is more to come.
bool CompletionExchange::produceFlood()
{
    const qint64 wanted = m_job.stream ? m_writer->fault().floodBytes : 0;
    const Piece piece{.text = QString(kFloodPiece - 1, u'~') + u'\n'};
    while (m_flooded < wanted && !m_writer->isCongested()) {
        QByteArray batch; // QTcpSocket hands each write to the system on its own
        while (m_flooded < wanted && batch.size() < kFloodBatch) {
            batch += m_format.event(piece, m_job.answer, m_usage);
            m_flooded += kFloodPiece;
        }
        m_writer->write(batch);
    }
    return m_flooded >= wanted;
}

void CompletionExchange::count(const Piece &piece)
{
    m_usage.completion += piece.tokens;
    if (piece.kind == PieceKind::Reasoning)
        m_usage.reasoning += piece.tokens;
}

void CompletionExchange::failStream()
{
    m_pacer.stop();
    m_writer->write(m_format.failureEvent(m_writer->fault().streamFailure->error));
    report(false);
    m_writer->end();
}

void CompletionExchange::complete()
{
    m_pacer.stop();
    report(true);
    m_writer->write(m_job.stream ? m_format.endEvents(m_job.answer.finishReason, m_usage)
                                 : m_format.whole(m_job.answer, m_usage));
    m_writer->end();
}

void CompletionExchange::report(bool isWhole)
{
    if (std::exchange(m_reported, true))
        return;
    emit finished(m_usage, isWhole);
}

} // namespace pennyworth::simulated

#include "moc_completionexchange.cpp"
