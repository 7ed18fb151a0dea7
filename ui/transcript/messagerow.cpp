// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagerow.h"

#include "domain/money.h"
#include "domain/replysum.h"
#include "theme/figuretext.h"
#include "theme/tips.h"
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

MessageProblem problemOf(const Message &message, const Error &error, const MessageActions &actions)
{
    const ErrorText text = errorText(error);
    MessageProblem problem{.message = text.message,
        .remedy = text.remedy,
        .charged = text.charged,
        .mayHaveCost = error.charged != Charged::No,
        .detail = error.detail,
        .action = text.action};
    if (problem.action == Remedy::StartFresh && !actions.canStartFresh)
        problem.action = Remedy::EditPrompt; // it is too long by itself
    if (!wantsContinuation(error.kind))
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

/// An answer that the service ended before it was whole. `tokens`: of its last request, where they
/// were counted.
std::optional<MessageProblem> cutOf(
    const Message &message, std::optional<qint64> tokens, const MessageActions &actions)
{
    if (message.status != MessageStatus::Complete)
        return std::nullopt;
    switch (message.finishReason) {
    case FinishReason::Length:
        //: %1 is a number of tokens: the limit on an answer's length
        return MessageProblem{.message = tokens
                ? QCoreApplication::translate(
                    "pennyworth::MessageRow", "Cut off at the limit of %1 tokens.")
                      .arg(countText(*tokens))
                : QCoreApplication::translate(
                    "pennyworth::MessageRow", "Cut off at the limit of an answer's length."),
            .action = actions.canContinue ? Remedy::Continue : Remedy::None};
    case FinishReason::ContentFilter:
        return MessageProblem{.message = QCoreApplication::translate(
                                  "pennyworth::MessageRow", "The service filtered the answer."),
            .remedy = QCoreApplication::translate("pennyworth::MessageRow",
                "Its rules do not allow what came next; other words may do."),
            .action = Remedy::EditPrompt};
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
    case FinishReason::InsufficientResource:
    case FinishReason::Other:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<MessageProblem> problemOf(
    const Message &message, const QList<LedgerEntry> &entries, const MessageActions &actions)
{
    if (message.error)
        return problemOf(message, *message.error, actions);
    const bool isCounted = !entries.isEmpty() && entries.constLast().settlement;
    return cutOf(message,
        isCounted ? entries.constLast().settlement->usage.completion : std::nullopt, actions);
}

QString tokensText(const ReplySum &sum)
{
    if (!sum.promptTokens || !sum.outputTokens)
        return {};
    //: tokens of the prompt → tokens of the answer
    QString tokens = QCoreApplication::translate("pennyworth::MessageRow", "%1 → %2 tokens")
                         .arg(countText(*sum.promptTokens), countText(*sum.outputTokens));
    if (sum.areTokensEstimated)
        tokens = estimateText(tokens);
    if (sum.cachedTokens.value_or(0) == 0)
        return tokens;
    //: %1 is "1,024 → 768 tokens"; %2 of the prompt's tokens came from the service's cache
    return QCoreApplication::translate("pennyworth::MessageRow", "%1 · %2 cached")
        .arg(tokens, countText(*sum.cachedTokens));
}

QString speedText(const ReplySum &sum)
{
    if (!sum.speed)
        return {};
    //: tokens per second
    const QString speed = QCoreApplication::translate("pennyworth::MessageRow", "%1 tok/s")
                              .arg(QLocale().toString(*sum.speed, 'f', *sum.speed < 10 ? 1 : 0));
    return sum.areTokensEstimated ? estimateText(speed) : speed;
}

QStringList figuresOf(const ReplySum &sum)
{
    QStringList figures;
    if (sum.firstToken)
        figures += QCoreApplication::translate("pennyworth::MessageRow", "%1 to first token")
                       .arg(secondsText(*sum.firstToken));
    figures += speedText(sum);
    figures += tokensText(sum);
    figures.removeAll(QString());
    return figures;
}

QString costOf(const ReplySum &sum)
{
    switch (sum.unknown) {
    case UnknownCost::None:
        break;
    case UnknownCost::NoPrice:
        return QCoreApplication::translate("pennyworth::MessageRow", "no price known");
    case UnknownCost::NoUsage:
        //: the price is known, but not how many tokens there were
        return QCoreApplication::translate("pennyworth::MessageRow", "cost unknown");
    }
    const QString amounts = sumsText(sum.cost);
    const QString text = sum.source == CostSource::Estimated ? estimateText(amounts) : amounts;
    if (sum.billable)
        return sum.cost.isEmpty() ? QString() : text;
    if (sum.cost.isEmpty()) {
        //: instead of a cost: a service on this computer answered
        return QCoreApplication::translate("pennyworth::MessageRow", "local");
    }
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
        .problem = problemOf(message, entries, actions),
        .actions = actions};
    row.speaker = speakerOf(message);
    const ReplySum sum = replySum(entries);
    if (sum.isSettled && message.status != MessageStatus::Streaming) {
        row.figures = figuresOf(sum);
        row.cost = costOf(sum);
        row.costTip = exactText(sum.cost);
        row.wantsPrice = actions.canSetPrice && sum.unknown == UnknownCost::NoPrice;
    }
    row.reasoningSummary = reasoningText(message, entries);
    return row;
}

} // namespace pennyworth
