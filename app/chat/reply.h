// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"
#include "api/replystream.h"
#include "api/wirerequest.h"
#include "chat/accountcurrency.h"
#include "chat/services.h"
#include "chat/speedmeter.h"
#include "chat/tokenmeter.h"
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

/// A reply while it is being streamed: one message, one or more requests (automatic retries), from
/// `Connecting` to `Finished`. Journals what arrives every 100 ms, retries only what cannot be
/// charged twice, prices the result and settles it. Owned by its ChatSession, main thread.
/// `finished` fires exactly once, from the event loop, after the store has the final state.
class Reply final : public QObject {
    Q_OBJECT

public:
    struct Start {
        Provider provider;
        GenerationSettings settings;
        WireRequest request;
        Message
            message; ///< the empty reply, or the one that is continued; without id under --no-store
        RequestId requestId;
        LedgerRequest ledgerRequest; ///< repeated for each further attempt
        TokenRate outputRate; ///< learned, for what ticks
        std::optional<Currency> currency; ///< the account's; empty: nobody has said
        std::optional<AccountQuestion> accountQuestion; ///< to be asked while the reply streams
        qint64 expectedHit = 0; ///< tokens of the prompt that the service is expected to hold
        QString prefix; ///< what the service was told the reply begins with; stands before its
                        ///< first text
    };

    Reply(const Services &services, Start start, QObject *parent = nullptr);
    ~Reply() override;

    void begin(); ///< opens the stream
    void stop(); ///< keeps what arrived; `finished` follows

    [[nodiscard]] const Message &message() const
    {
        return m_message;
    } ///< text and reasoning so far
    [[nodiscard]] ReplyPhase phase() const { return m_phase; }
    [[nodiscard]] const Timings &timings() const { return m_timings; }
    [[nodiscard]] int attempt() const { return m_attempt; } ///< 1 for the first
    /// Of the last ended attempt; what the interface says while it is Retrying.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    [[nodiscard]] Instant retryAt() const { return m_retryAt; }
    [[nodiscard]] qint64 outputTokensSoFar() const; ///< an estimate (≈), unless usage has come
    /// An estimate (≈) of the whole request at the rate in force, with the cache hits that are
    /// expected; empty where no price is known or it is still being asked what the account is
    /// billed in.
    [[nodiscard]] std::optional<Money> costSoFar() const;
    struct Reasoning {
        std::chrono::milliseconds time{0};
        qint64 tokens = 0; ///< an estimate (≈)
        std::optional<Money> cost; ///< an estimate (≈), as costSoFar()
    };
    /// What it has thought in the attempt under way; stands still once it answers.
    [[nodiscard]] Reasoning reasoningSoFar() const;
    /// Output tokens per second over the last two seconds, one value every half second since the
    /// first token, the latest last. Estimated from bytes like outputTokensSoFar(). At most 120
    /// values.
    [[nodiscard]] const QList<double> &speeds() const { return m_speed.values(); }
    [[nodiscard]] const Settlement &settlement() const { return m_settlement; } ///< once Finished
    /// Of the last attempt, once Finished; empty where none was sent.
    [[nodiscard]] const std::optional<ReceivedResponse> &received() const { return m_received; }
    /// The requests so far, one an attempt; the last is open until Finished.
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }
    /// Once Finished: the store has the final state. Otherwise message(), settlement() and
    /// received() are still to be kept, which the ChatSession does.
    [[nodiscard]] bool isKept() const { return m_kept; }

signals:
    /// New text or reasoning, at most once per event-loop turn.
    void appended(const QString &text, const QString &reasoning);
    void phaseChanged(pennyworth::ReplyPhase phase);
    /// A write failed; what arrived stays in memory and is written again.
    void notKept(const pennyworth::Error &error);
    void finished();

private:
    void openStream();
    void setPhase(ReplyPhase phase);
    void takeDeltas(const QList<Delta> &deltas);
    void take(const TextDelta &delta);
    void take(const ReasoningDelta &delta);
    void take(const ToolCallDelta &) { } // no tools are offered
    void take(const UsageDelta &delta);
    void take(const FinishDelta &delta);
    void take(const OriginDelta &delta);
    void take(const ErrorDelta &delta);
    void noteFirstToken();

    void endAttempt(ReplyEnd end);
    void conclude(const ReplyEnd &end);
    void concludeHeld();
    void takeCurrency(const std::optional<Currency> &currency);
    [[nodiscard]] Charged chargedOf(const ReplyEnd &end) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayBeforeNext(const ReplyEnd &end);
    void useOtherLimitField();
    void rememberLimitField();
    void retryAfter(std::chrono::milliseconds delay);
    void addNextRequest();
    void startNextAttempt(const Result<RequestId> &request);
    void settleAttempt(const ReplyEnd &end);
    [[nodiscard]] Currency currency() const { return m_start.currency.value_or(kUsd); }
    [[nodiscard]] bool isAskingForCurrency() const { return m_inquiry && m_inquiry->isUnderWay(); }

    void scheduleJournal();
    void writeJournal();
    void noteFailedWrite(const Error &error);
    [[nodiscard]] std::optional<Money> costNow(
        qint64 hitTokens, qint64 missTokens, qint64 outputTokens) const;
    void closeMessage(const std::optional<Error> &error);
    QFuture<Result<Done>> keep();
    void finish(const std::optional<Error> &error);

    Services m_services;
    Start m_start;
    std::unique_ptr<ReplyStream> m_stream;
    std::unique_ptr<CurrencyInquiry> m_inquiry; // where the currency was not known
    std::optional<ReplyEnd> m_heldEnd; // of the attempt, until the currency is known
    Message m_message;
    ReplyPhase m_phase = ReplyPhase::Connecting;
    bool m_begun = false;
    bool m_stopped = false;
    bool m_closed = false; // the final state is on its way to the store
    bool m_kept = false;

    // of the attempt under way
    int m_attempt = 1;
    Timings m_timings;
    Settlement m_settlement;
    std::optional<ReceivedResponse> m_received;
    std::optional<Error> m_streamError;
    std::optional<Money> m_reportedCost;
    bool m_requestLeft = false;
    TokenMeter m_meter;
    qint64 m_reasoningTokens = 0; // when the answer began
    SpeedMeter m_speed;

    std::optional<Error> m_lastError;
    Instant m_retryAt{};
    Charged m_charged = Charged::No; // of all attempts the worst
    bool m_limitFieldChanged = false;
    QList<LedgerEntry> m_entries;
    QList<Settlement> m_unsettled; // of earlier attempts, that the store could not take
    qint64 m_inputEstimate = 0; // tokens, from the request's bytes
    qint64 m_earlierReasoningMs; // of the reply that is continued

    // arrived since the last `appended`, and since the last journal write
    QString m_newText;
    QString m_newReasoning;
    QString m_unwrittenText;
    QString m_unwrittenReasoning;
    bool m_journalUnderWay = false;
    bool m_writeFailed = false;

    QTimer m_journalTimer; // runs only while text is pending
    QTimer m_speedTimer; // runs from the first token to the end of the attempt
    QTimer m_retryTimer;
    QTimer m_currencyTimer; // runs while an end is held
};

} // namespace pennyworth
