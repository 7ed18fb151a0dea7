// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/replyfigures.h"

#include "theme/figuretext.h"
#include "theme/tips.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// Where the text of this file is translated.
struct ReplyText {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::ReplyText)
};

std::pair<QString, Tone> stateText(ReplyPhase phase)
{
    switch (phase) {
    case ReplyPhase::Connecting:
        return {ReplyText::tr("connecting", "state of a reply"), Tone::Muted};
    case ReplyPhase::Waiting:
        return {ReplyText::tr("waiting", "state of a reply"), Tone::Muted};
    case ReplyPhase::Alive:
        return {ReplyText::tr(
                    "waiting, alive", "state of a reply: silent, but the service works on it"),
            Tone::Muted};
    case ReplyPhase::Retrying:
        return {ReplyText::tr("trying again", "state of a reply"), Tone::Warning};
    case ReplyPhase::Reasoning:
        return {ReplyText::tr("thinking", "state of a reply"), Tone::Accent};
    case ReplyPhase::Answering:
        return {ReplyText::tr("streaming", "state of a reply"), Tone::Accent};
    case ReplyPhase::Finished:
        return {ReplyText::tr("complete", "state of a reply"), Tone::Muted};
    }
    Q_UNREACHABLE();
}

std::pair<QString, Tone> stateText(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Streaming:
        return {ReplyText::tr("streaming", "state of a reply"), Tone::Accent};
    case MessageStatus::Complete:
        return {ReplyText::tr("complete", "state of a reply"), Tone::Muted};
    case MessageStatus::Interrupted:
        return {ReplyText::tr("interrupted", "state of a reply"), Tone::Warning};
    case MessageStatus::Failed:
        return {ReplyText::tr("failed", "state of a reply"), Tone::Danger};
    }
    Q_UNREACHABLE();
}

std::optional<std::chrono::milliseconds> timeToFirstToken(const Timings &timings)
{
    const std::optional<Instant> first =
        timings.firstReasoning ? timings.firstReasoning : timings.firstText;
    return first ? std::optional(*first - timings.sent) : std::nullopt;
}

/// The multiplications behind the cost of one request, one token class a line.
QStringList multiplications(const Settlement &settlement)
{
    QStringList lines;
    if (!settlement.amount)
        return lines;
    const Currency currency = settlement.amount->currency;
    const auto addLine = [&](std::optional<qint64> counted, std::optional<qint64> estimated,
                             std::optional<UnitPrice> price, const QString &kind) {
        const std::optional<qint64> tokens = counted ? counted : estimated;
        if (!tokens || !price || (!counted && *tokens == 0))
            return;
        const QString count = countText(*tokens);
        //: A line of a calculation: tokens, their kind, price
        lines +=
            ReplyText::tr("%1 %2 × %3 per 1M")
                .arg(counted ? count : estimateText(count), kind, unitPriceText(*price, currency));
    };
    const Usage &usage = settlement.usage;
    const Usage &estimate = settlement.estimate;
    addLine(usage.cacheHit, estimate.cacheHit,
        settlement.priceHit ? settlement.priceHit : settlement.priceMiss,
        ReplyText::tr("cached input tokens"));
    addLine(
        usage.cacheMiss, estimate.cacheMiss, settlement.priceMiss, ReplyText::tr("input tokens"));
    addLine(usage.completion, estimate.completion, settlement.priceOutput,
        ReplyText::tr("output tokens"));
    if (settlement.low && settlement.high && *settlement.low != *settlement.high) {
        //: The bounds of a cost
        lines += ReplyText::tr("between %1 and %2")
                     .arg(exactText(*settlement.low), exactText(*settlement.high));
    }
    return lines;
}

/// The exact sum and how it comes about, a paragraph a request.
QString arithmetic(const ReplySum &sum, const QList<LedgerEntry> &entries)
{
    if (sum.cost.isEmpty())
        return {};
    QString text = exactText(sum.cost);
    const QString gap = entries.size() > 1 ? u"\n\n"_s : u"\n"_s;
    for (const LedgerEntry &entry : entries) {
        const QStringList lines =
            entry.settlement ? multiplications(*entry.settlement) : QStringList();
        if (!lines.isEmpty())
            text += gap + lines.join(u'\n');
    }
    return text;
}

std::optional<qint64> sumOf(std::optional<qint64> a, std::optional<qint64> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

} // namespace

ReplyFigures replyFigures(const Reply &reply, const QList<LedgerEntry> &earlier, Billing billing)
{
    QList<LedgerEntry> before = earlier;
    before.removeIf([&reply](const LedgerEntry &entry) {
        return std::ranges::any_of(reply.entries(),
            [&entry](const LedgerEntry &own) { return own.request.id == entry.request.id; });
    });
    before += reply.entries();
    const bool isOpen = before.isEmpty() || !before.constLast().settlement;
    const ReplySum sum = replySum(before);
    const auto [state, tone] = stateText(reply.phase());
    ReplyFigures figures{.state = state,
        .stateTone = tone,
        .isLive = true,
        .billing = billing,
        .cost = sum.cost,
        .source = CostSource::Estimated,
        .unknown = sum.unknown,
        .speeds = reply.speeds(),
        .firstToken = sum.firstToken ? sum.firstToken : timeToFirstToken(reply.timings()),
        .outputTokens = sumOf(
            sum.outputTokens, isOpen ? std::optional(reply.outputTokensSoFar()) : std::nullopt),
        .areTokensEstimated = true};
    if (isOpen) {
        const std::optional<Money> cost = reply.costSoFar();
        if (cost && sum.unknown == UnknownCost::None)
            addTo(&figures.cost, *cost);
        else
            figures.cost.clear();
    }
    figures.costTip = exactText(figures.cost);
    if (!figures.speeds.isEmpty())
        figures.speed = figures.speeds.constLast();
    return figures;
}

ReplyFigures replyFigures(const QList<LedgerEntry> &entries, MessageStatus status, Billing billing)
{
    const auto [state, tone] = stateText(status);
    const ReplySum sum = replySum(entries);
    return {.state = state,
        .stateTone = tone,
        .isLive = false,
        .billing = billing,
        .cost = sum.cost,
        .source = sum.source,
        .unknown = sum.unknown,
        .isCurrencyAssumed = sum.isCurrencyAssumed,
        .costTip = arithmetic(sum, entries),
        .speeds = {},
        .speed = sum.speed,
        .firstToken = sum.firstToken,
        .promptTokens = sum.promptTokens,
        .outputTokens = sum.outputTokens,
        .areTokensEstimated = sum.areTokensEstimated};
}

QString costText(const ReplyFigures &figures)
{
    if (figures.cost.isEmpty()) {
        switch (figures.billing) {
        case Billing::Billed:
            return ReplyText::tr("unknown", "cost");
        case Billing::Demonstration:
            return ReplyText::tr("demo", "instead of a cost");
        case Billing::Local:
            return ReplyText::tr("local", "instead of a cost");
        }
    }
    const QString amount = sumsText(figures.cost);
    return figures.source == CostSource::Estimated ? estimateText(amount) : amount;
}

QString costRemark(const ReplyFigures &figures)
{
    if (figures.billing == Billing::Demonstration)
        return ReplyText::tr("demonstration, nothing is charged");
    if (figures.billing == Billing::Local)
        return ReplyText::tr("local, nothing is charged");
    if (figures.isLive)
        return {};
    switch (figures.unknown) {
    case UnknownCost::None:
        break;
    case UnknownCost::NoPrice:
        return ReplyText::tr("no price known");
    case UnknownCost::NoUsage:
        return ReplyText::tr("its tokens were not counted");
    }
    switch (figures.source) {
    case CostSource::Computed:
    case CostSource::Unknown:
        return {};
    case CostSource::Provider:
        return ReplyText::tr("as the service reported it");
    case CostSource::Estimated:
        return figures.isCurrencyAssumed
            ? ReplyText::tr("estimated: the account's currency is not known")
            : ReplyText::tr("estimated: the service did not report usage");
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
