// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/reply.h"

#include "api/exchangerecord.h"
#include "api/limitfield.h"
#include "chat/charge.h"
#include "chat/retrydelay.h"
#include "domain/errortext.h"
#include "domain/whendone.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kJournalInterval = 100ms;
constexpr std::chrono::milliseconds kSpeedInterval = 500ms;
constexpr std::chrono::milliseconds kCurrencyGrace = 3s; // after the end of an answer
constexpr int kJitterPermille = 100;

Error stoppedError(Charged charged)
{
    return {.kind = ErrorKind::Cancelled, .charged = charged};
}

} // namespace

Reply::Reply(const Services &services, Start start, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_start(std::move(start))
    , m_message(m_start.message)
    , m_earlierReasoningMs(m_start.message.reasoningMs)
{
    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(kJournalInterval);
    connect(&m_journalTimer, &QTimer::timeout, this, &Reply::writeJournal);
    m_speedTimer.setInterval(kSpeedInterval);
    connect(&m_speedTimer, &QTimer::timeout, this,
        [this] { m_speed.sample(m_services.clock.now(), outputTokensSoFar()); });
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Reply::addNextRequest);
    m_currencyTimer.setSingleShot(true);
    m_currencyTimer.setInterval(kCurrencyGrace);
    connect(&m_currencyTimer, &QTimer::timeout, this, &Reply::concludeHeld);
    if (m_start.accountQuestion) {
        m_inquiry = std::make_unique<CurrencyInquiry>(m_services, *m_start.accountQuestion);
        connect(m_inquiry.get(), &CurrencyInquiry::answered, this, &Reply::takeCurrency);
    }
}

Reply::~Reply()
{
    if (!m_begun || m_closed)
        return;
    // The window closes on a live reply: what arrived is kept as interrupted. The store waits for
    // this write when it goes.
    const bool isOpen = m_stream != nullptr;
    if (isOpen)
        m_received = m_stream->received();
    m_stream.reset();
    ReplyEnd end{.requestLeft = m_requestLeft};
    if (m_heldEnd)
        end = *m_heldEnd;
    else
        end.error = stoppedError(m_requestLeft ? Charged::Maybe : Charged::No);
    if (isOpen || m_heldEnd)
        settleAttempt(end);
    closeMessage(end.error);
    keep();
}

void Reply::begin()
{
    m_begun = true;
    m_message.status = MessageStatus::Streaming;
    m_message.finishReason = FinishReason::None;
    m_message.error.reset();
    m_start.ledgerRequest.id = m_start.requestId;
    m_entries.append({.request = m_start.ledgerRequest});
    m_inputEstimate = estimateTokens(QString::fromUtf8(m_start.request.body), m_start.outputRate);
    openStream();
}

void Reply::stop()
{
    if (m_stopped || m_closed)
        return;
    m_stopped = true;
    if (m_stream) {
        m_stream->cancel(); // `finished` of the stream follows
    } else if (m_heldEnd) {
        concludeHeld();
    } else if (m_retryTimer.isActive()) {
        m_retryTimer.stop();
        finish(stoppedError(Charged::No));
    }
}

void Reply::openStream()
{
    m_timings = {.sent = m_services.clock.now()};
    m_settlement = {.request = m_start.ledgerRequest.id};
    m_received.reset();
    m_message.finishReason = FinishReason::None;
    m_streamError.reset();
    m_reportedCost.reset();
    m_requestLeft = false;
    m_meter = TokenMeter(m_start.outputRate);
    setPhase(ReplyPhase::Connecting);

    m_stream = m_services.transport.post(m_start.request, m_start.provider);
    connect(m_stream.get(), &ReplyStream::requestSent, this, [this] {
        m_requestLeft = true;
        if (m_inquiry)
            m_inquiry->begin(); // beside the answer, so that it delays nothing
        if (m_phase == ReplyPhase::Connecting)
            setPhase(ReplyPhase::Waiting);
    });
    connect(m_stream.get(), &ReplyStream::firstByte, this,
        [this] { m_timings.firstByte = m_services.clock.now(); });
    connect(m_stream.get(), &ReplyStream::lifeSign, this, [this] {
        if (m_phase == ReplyPhase::Connecting || m_phase == ReplyPhase::Waiting)
            setPhase(ReplyPhase::Alive);
    });
    connect(m_stream.get(), &ReplyStream::deltas, this, &Reply::takeDeltas);
    connect(m_stream.get(), &ReplyStream::finished, this, &Reply::endAttempt);
}

void Reply::setPhase(ReplyPhase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

void Reply::takeDeltas(const QList<Delta> &deltas)
{
    for (const Delta &delta : deltas)
        std::visit([this](const auto &which) { take(which); }, delta);
    if (m_newText.isEmpty() && m_newReasoning.isEmpty())
        return;
    const QString text = std::exchange(m_newText, {});
    const QString reasoning = std::exchange(m_newReasoning, {});
    m_unwrittenText += text;
    m_unwrittenReasoning += reasoning;
    scheduleJournal();
    emit appended(text, reasoning);
}

void Reply::take(const TextDelta &delta)
{
    if (delta.text.isEmpty())
        return;
    noteFirstToken();
    if (!m_timings.firstText) {
        m_timings.firstText = m_services.clock.now();
        m_reasoningTokens = m_meter.tokens();
    }
    m_meter.append(delta.text);
    const QString text = std::exchange(m_start.prefix, {}) + delta.text;
    m_message.text += text;
    m_newText += text;
    setPhase(ReplyPhase::Answering);
}

void Reply::take(const ReasoningDelta &delta)
{
    if (delta.text.isEmpty())
        return;
    noteFirstToken();
    if (!m_timings.firstReasoning)
        m_timings.firstReasoning = m_services.clock.now();
    m_meter.append(delta.text);
    m_message.reasoning += delta.text;
    m_newReasoning += delta.text;
    setPhase(ReplyPhase::Reasoning);
}

void Reply::take(const UsageDelta &delta)
{
    m_settlement.usage = delta.usage;
    m_reportedCost = delta.cost;
}

void Reply::take(const FinishDelta &delta)
{
    m_message.finishReason = delta.reason;
    m_settlement.finishReason = delta.word;
}

void Reply::take(const OriginDelta &delta)
{
    m_settlement.modelAnswered = delta.model;
    m_settlement.fingerprint = delta.fingerprint;
}

void Reply::take(const ErrorDelta &delta)
{
    m_streamError = delta.error;
}

void Reply::noteFirstToken()
{
    if (m_timings.firstReasoning || m_timings.firstText)
        return;
    m_speed.start(m_services.clock.now());
    m_speedTimer.start();
}

void Reply::takeCurrency(const std::optional<Currency> &currency)
{
    m_start.currency = currency;
    m_start.ledgerRequest.currency = currency; // of further attempts
    concludeHeld();
}

void Reply::endAttempt(ReplyEnd end)
{
    m_received = m_stream->received();
    m_stream.release()->deleteLater(); // it is the sender
    m_speedTimer.stop();
    m_timings.end = m_services.clock.now();
    if (!end.error)
        end.error = m_streamError;
    if (end.error && !m_start.provider.billable)
        end.error->charged = Charged::No;
    if (!isAskingForCurrency() || chargedOf(end) == Charged::No) {
        conclude(end);
        return;
    }
    m_heldEnd = end;
    m_currencyTimer.start();
}

void Reply::concludeHeld()
{
    m_currencyTimer.stop();
    if (m_heldEnd)
        conclude(*std::exchange(m_heldEnd, {}));
}

void Reply::conclude(const ReplyEnd &end)
{
    settleAttempt(end);
    m_lastError = end.error;
    const bool wasTaken = !end.error || m_meter.bytes() > 0;
    if (m_limitFieldChanged && wasTaken)
        rememberLimitField();
    const std::optional<std::chrono::milliseconds> delay = delayBeforeNext(end);
    if (delay)
        retryAfter(*delay);
    else
        finish(end.error);
}

/// Empty where this was the last attempt.
std::optional<std::chrono::milliseconds> Reply::delayBeforeNext(const ReplyEnd &end)
{
    const bool cameNothing = m_meter.bytes() == 0 && m_settlement.usage.isEmpty();
    if (!cameNothing || m_stopped)
        return {};
    if (end.limitFieldRefused && !std::exchange(m_limitFieldChanged, true)) {
        useOtherLimitField();
        return 0ms;
    }
    const int jitter = QRandomGenerator::global()->bounded(-kJitterPermille, kJitterPermille + 1);
    return retryDelay(end, m_attempt, jitter);
}

void Reply::useOtherLimitField()
{
    using enum MaxTokensField;
    MaxTokensField &field = m_start.provider.maxTokensField;
    field = field == MaxTokens ? MaxCompletionTokens : MaxTokens;
    m_start.request.body = withOtherLimitField(m_start.request.body);
}

/// So that the next send begins with the name that was taken. Should it fail, that one asks again.
void Reply::rememberLimitField()
{
    m_services.store.rememberLimitField(
        m_start.provider.address(), m_start.settings.model, m_start.provider.maxTokensField);
}

void Reply::retryAfter(std::chrono::milliseconds delay)
{
    whenDone(m_services.store.settle(m_settlement, m_received), this,
        [this, settlement = m_settlement](const Result<Done> &kept) {
            if (kept)
                return;
            m_unsettled.append(settlement);
            noteFailedWrite(kept.error());
        });
    m_retryAt = m_services.clock.now() + delay;
    m_retryTimer.start(delay);
    setPhase(ReplyPhase::Retrying);
}

void Reply::addNextRequest()
{
    ++m_attempt;
    m_start.ledgerRequest.id = {};
    m_start.ledgerRequest.attempt = m_attempt;
    m_start.ledgerRequest.sent = m_services.clock.now();
    whenDone(m_services.store.addRequest(m_start.ledgerRequest, sentRequest(m_start.request)), this,
        [this](const Result<RequestId> &request) { startNextAttempt(request); });
}

void Reply::startNextAttempt(const Result<RequestId> &request)
{
    if (!request) {
        finish(request.error()); // without its ledger row nothing may be sent
        return;
    }
    m_start.ledgerRequest.id = *request;
    m_entries.append({.request = m_start.ledgerRequest});
    if (!m_stopped) {
        openStream();
        return;
    }
    m_timings = {.sent = m_start.ledgerRequest.sent};
    m_settlement = {.request = *request};
    m_received.reset();
    settleAttempt({.error = stoppedError(Charged::No)});
    finish(stoppedError(Charged::No));
}

/// Whether this attempt costs something. What is not billed costs nothing.
Charged Reply::chargedOf(const ReplyEnd &end) const
{
    const bool cameSomething = m_meter.bytes() > 0 || !m_settlement.usage.isEmpty();
    if (!end.error || cameSomething)
        return Charged::Yes;
    return end.requestLeft ? end.error->charged : Charged::No;
}

void Reply::settleAttempt(const ReplyEnd &end)
{
    if (!m_timings.end)
        m_timings.end = m_services.clock.now();
    m_settlement.settled = *m_timings.end;
    m_settlement.timings = m_timings;
    m_settlement.outputBytes = m_meter.bytes();
    if (end.error) {
        m_settlement.errorKind = errorKindName(end.error->kind);
        m_settlement.errorStatus = end.error->status;
    }

    Charge charge{.priceBookProvider = m_start.provider.priceBookProvider,
        .model = m_start.settings.model,
        .currency = currency(),
        .currencyIsAssumed = m_inquiry && !m_start.currency,
        .billable = m_start.provider.billable,
        .charged = chargedOf(end),
        .inputEstimate = m_inputEstimate,
        .expectedHit = m_start.expectedHit,
        .outputEstimate = m_meter.tokens()};
    if (m_start.provider.reportsCost)
        charge.reported = m_reportedCost;
    m_charged = std::max(m_charged, charge.charged);
    m_settlement = priced(m_services.prices, charge, m_settlement);
    m_entries.last().settlement = m_settlement;
}

void Reply::scheduleJournal()
{
    if (m_message.id.isValid() && !m_journalTimer.isActive())
        writeJournal();
}

void Reply::writeJournal()
{
    const bool hasText = !m_unwrittenText.isEmpty() || !m_unwrittenReasoning.isEmpty();
    if (m_closed || m_journalUnderWay || !hasText)
        return;
    m_journalUnderWay = true;
    const QString text = std::exchange(m_unwrittenText, {});
    const QString reasoning = std::exchange(m_unwrittenReasoning, {});
    m_journalTimer.start();
    const QFuture<Result<Done>> written =
        m_services.store.appendJournal(m_message.id, text, reasoning);
    whenDone(written, this, [this, text, reasoning](const Result<Done> &result) {
        m_journalUnderWay = false;
        if (!result) { // it goes with what comes next, so that the journal has no hole
            m_unwrittenText.prepend(text);
            m_unwrittenReasoning.prepend(reasoning);
            noteFailedWrite(result.error());
        }
        if (!m_closed && !m_journalTimer.isActive())
            m_journalTimer.start();
    });
}

void Reply::noteFailedWrite(const Error &error)
{
    if (!std::exchange(m_writeFailed, true)) // once; the writes go on
        emit notKept(error);
}

void Reply::closeMessage(const std::optional<Error> &error)
{
    m_closed = true;
    m_journalTimer.stop();
    m_message.error = error;
    m_message.status = MessageStatus::Complete;
    if (error) {
        m_message.error->charged = m_start.provider.billable ? m_charged : Charged::No;
        const bool hasWords = !m_message.text.isEmpty() || !m_message.reasoning.isEmpty();
        m_message.status = hasWords ? MessageStatus::Interrupted : MessageStatus::Failed;
    }
    if (m_timings.firstReasoning && m_timings.end) {
        const Instant answered = m_timings.firstText.value_or(*m_timings.end);
        m_message.reasoningMs =
            m_earlierReasoningMs + (answered - *m_timings.firstReasoning).count();
    }
}

QFuture<Result<Done>> Reply::keep()
{
    for (const Settlement &settlement : std::as_const(m_unsettled)) // there may be room again
        m_services.store.settle(settlement);
    m_unsettled.clear();
    if (!m_message.id.isValid())
        return m_services.store.settle(m_settlement);
    return m_services.store.finishReply(m_message, m_settlement, m_received);
}

void Reply::finish(const std::optional<Error> &error)
{
    closeMessage(error);
    whenDone(keep(), this, [this](const Result<Done> &result) {
        m_kept = result.hasValue();
        if (!result) {
            if (m_message.id.isValid()) // perhaps there is room for the last words
                m_services.store.appendJournal(m_message.id, m_unwrittenText, m_unwrittenReasoning);
            emit notKept(result.error());
        }
        setPhase(ReplyPhase::Finished);
        emit finished();
    });
}

} // namespace pennyworth

#include "moc_reply.cpp"
