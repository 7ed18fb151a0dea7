// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagerow.h"

#include "domain/ledgersum.h"
#include "domain/money.h"
#include "theme/figuretext.h"
#include "transcript/reasoningtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Whether it is asked for a beginning that can be gone on from.
bool wantsContinuation(ErrorKind kind)
{
    return kind == ErrorKind::StreamError || kind == ErrorKind::IncompleteReply
        || kind == ErrorKind::ConnectionLost || kind == ErrorKind::TimedOut
        || kind == ErrorKind::Cancelled;
}

std::optional<MessageProblem> problemOf(const Message &message, const MessageActions &actions)
{
    if (!message.error)
        return std::nullopt;
    const ErrorText text = errorText(*message.error);
    MessageProblem problem{.message = text.message,
        .remedy = text.remedy,
        .charged = text.charged,
        .mayHaveCost = message.error->charged != Charged::No,
        .detail = message.error->detail,
        .action = text.action};
    if (!wantsContinuation(message.error->kind))
        return problem;
    problem.action = actions.canContinue ? Remedy::Continue : Remedy::Retry;
    if (message.text.isEmpty())
        problem.remedy =
            QCoreApplication::translate("pennyworth::MessageRow", "No answer came. Send again.");
    else if (!actions.canContinue)
        problem.remedy =
            QCoreApplication::translate("pennyworth::MessageRow", "What arrived is kept.");
    return problem;
}

std::optional<Instant> firstToken(const Timings &timings)
{
    return timings.firstReasoning ? timings.firstReasoning : timings.firstText;
}

QString tokensText(const Usage &usage)
{
    if (!usage.prompt || !usage.completion)
        return {};
    //: tokens of the prompt → tokens of the answer
    const QString tokens = QCoreApplication::translate("pennyworth::MessageRow", "%1 → %2 tokens")
                               .arg(countText(*usage.prompt), countText(*usage.completion));
    if (usage.cacheHit.value_or(0) == 0)
        return tokens;
    //: %1 is "1,024 → 768 tokens"; %2 of the prompt's tokens came from the service's cache
    return QCoreApplication::translate("pennyworth::MessageRow", "%1 · %2 cached")
        .arg(tokens, countText(*usage.cacheHit));
}

QString speedText(const Settlement &settlement)
{
    const std::optional<Instant> first = firstToken(settlement.timings);
    if (!first || !settlement.timings.end || !settlement.usage.completion)
        return {};
    const auto elapsed = *settlement.timings.end - *first;
    const double seconds = std::chrono::duration<double>(elapsed).count();
    if (seconds < 0.05)
        return {};
    const double speed = double(*settlement.usage.completion) / seconds;
    //: tokens per second
    return QCoreApplication::translate("pennyworth::MessageRow", "%1 tok/s")
        .arg(QLocale().toString(speed, 'f', speed < 10 ? 1 : 0));
}

QStringList figuresOf(const Settlement &settlement, const Usage &whole)
{
    QStringList figures;
    if (const std::optional<Instant> first = firstToken(settlement.timings))
        figures += QCoreApplication::translate("pennyworth::MessageRow", "%1 to first token")
                       .arg(secondsText(*first - settlement.timings.sent));
    figures += speedText(settlement);
    figures += tokensText(whole);
    figures.removeAll(QString());
    return figures;
}

// All requests of the message; an unknown part makes the whole unknown, an estimated one makes it
// an estimate.
QString costOf(const QList<LedgerEntry> &entries)
{
    QList<Money> sums;
    bool isEstimated = false;
    for (const LedgerEntry &entry : entries) {
        if (!entry.settlement || !entry.settlement->amount)
            return entry.request.billable && entry.settlement
                ? QCoreApplication::translate("pennyworth::MessageRow", "no price known")
                : QString();
        isEstimated |= entry.settlement->source == CostSource::Estimated;
        const Money &amount = *entry.settlement->amount;
        if (!sums.isEmpty() && sums.constLast().currency == amount.currency)
            sums.last() = add(sums.constLast(), amount).valueOr(amount);
        else
            sums += amount;
    }
    const QString sum = sumsText(sums);
    const QString text = isEstimated ? estimateText(sum) : sum;
    if (text.isEmpty() || entries.constLast().request.billable)
        return text;
    //: %1 is what an answer of the demonstration would have cost
    return QCoreApplication::translate("pennyworth::MessageRow", "%1, demonstration").arg(text);
}

QString speakerOf(const Message &message)
{
    if (message.role == Role::Assistant)
        return message.model;
    return message.summarises.isValid()
        ? QCoreApplication::translate("pennyworth::MessageRow", "You, for a summary")
        : QCoreApplication::translate("pennyworth::MessageRow", "You");
}

} // namespace

MessageRow messageRow(
    const Message &message, const QList<LedgerEntry> &entries, MessageActions actions)
{
    MessageRow row{.id = message.id,
        .role = message.role,
        .status = message.status,
        .text = message.text,
        .reasoning = message.reasoning,
        .problem = problemOf(message, actions),
        .actions = actions};
    row.speaker = speakerOf(message);
    if (!entries.isEmpty() && entries.constLast().settlement) {
        const Settlement &last = *entries.constLast().settlement;
        if (message.status != MessageStatus::Streaming) {
            row.figures = figuresOf(last, together(entries).usage);
            row.cost = costOf(entries);
        }
    }
    row.reasoningSummary = reasoningText(message, entries);
    return row;
}

} // namespace pennyworth
