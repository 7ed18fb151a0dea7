// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/replyfigures.h"

#include "domain/ledgersum.h"
#include "theme/figuretext.h"
#include "theme/tips.h"

#include <QCoreApplication>
#include <QStringList>

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

std::optional<Instant> firstToken(const Timings &timings)
{
    return timings.firstReasoning ? timings.firstReasoning : timings.firstText;
}

std::optional<std::chrono::milliseconds> timeToFirstToken(const Timings &timings)
{
    const std::optional<Instant> first = firstToken(timings);
    return first ? std::optional(*first - timings.sent) : std::nullopt;
}

std::optional<double> averageSpeed(const Settlement &settlement)
{
    const std::optional<Instant> first = firstToken(settlement.timings);
    if (!first || !settlement.timings.end || !settlement.usage.completion)
        return {};
    const std::chrono::duration<double> took = *settlement.timings.end - *first;
    if (took.count() <= 0)
        return {};
    return static_cast<double>(*settlement.usage.completion) / took.count();
}

/// The multiplication behind a computed cost, one token class a line.
QString arithmetic(const Settlement &settlement)
{
    if (!settlement.amount)
        return {};
    QStringList lines{exactText(*settlement.amount)};
    const Currency currency = settlement.amount->currency;
    const auto addLine = [&](std::optional<qint64> tokens, std::optional<UnitPrice> price,
                             const QString &kind) {
        if (tokens && price) {
            //: A line of a calculation: tokens, their kind, price
            lines += ReplyText::tr("%1 %2 × %3 per 1M")
                         .arg(countText(*tokens), kind, unitPriceText(*price, currency));
        }
    };
    addLine(settlement.usage.cacheHit, settlement.priceHit, ReplyText::tr("cached input tokens"));
    addLine(settlement.usage.cacheMiss, settlement.priceMiss, ReplyText::tr("input tokens"));
    addLine(settlement.usage.completion, settlement.priceOutput, ReplyText::tr("output tokens"));
    if (settlement.low && settlement.high && *settlement.low != *settlement.high) {
        //: The bounds of a cost
        lines += ReplyText::tr("between %1 and %2")
                     .arg(exactText(*settlement.low), exactText(*settlement.high));
    }
    return lines.join(u'\n');
}

/// Of several requests: the sum, and what each of them took.
QString arithmetic(const QList<LedgerEntry> &entries, const Settlement &sum)
{
    if (entries.size() == 1 || !sum.amount)
        return arithmetic(sum);
    QStringList lines{exactText(*sum.amount)};
    for (const LedgerEntry &entry : entries)
        lines += arithmetic(*entry.settlement);
    return lines.join(u"\n\n"_s);
}

} // namespace

ReplyFigures replyFigures(const Reply &reply, Billing billing)
{
    const auto [state, tone] = stateText(reply.phase());
    ReplyFigures figures{.state = state,
        .stateTone = tone,
        .isLive = true,
        .billing = billing,
        .cost = reply.costSoFar(),
        .source = CostSource::Estimated,
        .speeds = reply.speeds(),
        .firstToken = timeToFirstToken(reply.timings()),
        .outputTokens = reply.outputTokensSoFar()};
    if (figures.cost)
        figures.costTip = exactText(*figures.cost);
    if (!figures.speeds.isEmpty())
        figures.speed = figures.speeds.constLast();
    return figures;
}

ReplyFigures replyFigures(const QList<LedgerEntry> &entries, MessageStatus status, Billing billing)
{
    const auto [state, tone] = stateText(status);
    ReplyFigures figures{.state = state, .stateTone = tone, .billing = billing};
    if (!entries.constLast().settlement)
        return figures;
    const Settlement settlement = together(entries);
    figures.cost = settlement.amount;
    figures.source = settlement.source;
    figures.costTip = arithmetic(entries, settlement);
    figures.speed = averageSpeed(*entries.constLast().settlement);
    figures.firstToken = timeToFirstToken(settlement.timings);
    figures.promptTokens = settlement.usage.prompt;
    figures.outputTokens = settlement.usage.completion;
    return figures;
}

QString costText(const ReplyFigures &figures)
{
    if (!figures.cost) {
        switch (figures.billing) {
        case Billing::Billed:
            return ReplyText::tr("unknown", "cost");
        case Billing::Demonstration:
            return ReplyText::tr("demo", "instead of a cost");
        case Billing::Local:
            return ReplyText::tr("local", "instead of a cost");
        }
    }
    const QString amount = moneyText(*figures.cost);
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
    switch (figures.source) {
    case CostSource::Computed:
        return {};
    case CostSource::Provider:
        return ReplyText::tr("as the service reported it");
    case CostSource::Estimated:
        return ReplyText::tr("estimated: the service did not report usage");
    case CostSource::Unknown:
        return ReplyText::tr("no price or no usage is known");
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
