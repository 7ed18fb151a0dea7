// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/replystream.h"
#include "api/wirerequest.h"
#include "chat/services.h"
#include "domain/ledger.h"
#include "domain/message.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace pennyworth {

/// How far a live reply has come.
enum class ReplyPhase {
    Connecting, ///< the request is on its way
    Waiting, ///< it has left; no word yet
    Alive, ///< no word yet, but the service says it works on it
    Retrying, ///< the last attempt failed in a way that allows another; one waits for its turn
    Reasoning,
    Answering,
    Finished,
};

/// A reply while it is being streamed: one message, one or more requests (automatic retries), from `Connecting` to `Finished`. Journals
/// what arrives every 100 ms, retries only what cannot be charged twice, prices the result and settles it. Owned by its
/// ChatSession, main thread. `finished` fires exactly once, from the event loop, after the store has the final state.
class Reply final : public QObject {
    Q_OBJECT

public:
    struct Start {
        Provider provider;
        GenerationSettings settings;
        WireRequest request;
        Message message; ///< the empty reply, or the one that is continued; without id under --no-store
        RequestId requestId;
        LedgerRequest ledgerRequest; ///< repeated for each further attempt
        TokenRate outputRate; ///< learned, for what ticks
        std::optional<Currency> currency; ///< the account's; empty: USD
    };

    Reply(const Services &services, Start start, QObject *parent = nullptr);
    ~Reply() override;

    void begin(); ///< opens the stream
    void stop(); ///< keeps what arrived; `finished` follows

    [[nodiscard]] const Message &message() const { return m_message; } ///< text and reasoning so far
    [[nodiscard]] ReplyPhase phase() const { return m_phase; }
    [[nodiscard]] const Timings &timings() const { return m_timings; }
    [[nodiscard]] int attempt() const { return m_attempt; } ///< 1 for the first
    /// Of the last ended attempt; what the interface says while it is Retrying.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    [[nodiscard]] Instant retryAt() const { return m_retryAt; }
    [[nodiscard]] qint64 outputTokensSoFar() const; ///< an estimate (≈), unless usage has come
    /// An estimate (≈) of the whole request at the rate in force; empty where no price is known or nothing is billed.
    [[nodiscard]] std::optional<Money> costSoFar() const;
    /// Output tokens per second over the last two seconds, one value every half second since the first token, the latest last. Estimated
    /// from bytes like outputTokensSoFar(). At most 120 values.
    [[nodiscard]] const QList<double> &speeds() const { return m_speeds; }
    [[nodiscard]] const Settlement &settlement() const { return m_settlement; } ///< once Finished

signals:
    /// New text or reasoning, at most once per event-loop turn.
    void appended(const QString &text, const QString &reasoning);
    void phaseChanged(pennyworth::ReplyPhase phase);
    void finished();

private:
    Message m_message;
    ReplyPhase m_phase = ReplyPhase::Connecting;
    Timings m_timings;
    int m_attempt = 1;
    std::optional<Error> m_lastError;
    Instant m_retryAt {};
    QList<double> m_speeds;
    Settlement m_settlement;
};

} // namespace pennyworth
