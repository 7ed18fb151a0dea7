// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/reasoningtext.h"

#include "theme/figuretext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("pennyworth::MessageRow", text);
}

QString timeText(std::chrono::milliseconds duration)
{
    if (duration >= 1min)
        return durationText(std::chrono::round<std::chrono::minutes>(duration));
    const auto seconds = std::max(std::chrono::round<std::chrono::seconds>(duration), 1s);
    return translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "%1 s"))
        .arg(countText(seconds.count()));
}

QString thoughtText(std::chrono::milliseconds duration)
{
    if (duration <= 0ms)
        return translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "Thought"));
    //: %1 is a duration such as "6 s" or "2 min"
    return translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "Thought for %1"))
        .arg(timeText(duration));
}

QString tokensText(qint64 tokens)
{
    return translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "%1 tokens"))
        .arg(countText(tokens));
}

// What the model wrote before its answer, in all requests of the reply.
struct Sum {
    std::optional<qint64> tokens;
    std::optional<Money> cost;
};

Sum sumOf(const QList<LedgerEntry> &entries)
{
    Sum sum;
    bool isPriced = true;
    for (const LedgerEntry &entry : entries) {
        if (!entry.settlement || entry.settlement->usage.reasoning.value_or(0) == 0)
            continue;
        const Settlement &settlement = *entry.settlement;
        const qint64 tokens = *settlement.usage.reasoning;
        sum.tokens = sum.tokens.value_or(0) + tokens;
        isPriced = isPriced && settlement.priceOutput && settlement.amount
            && (!sum.cost || sum.cost->currency == settlement.amount->currency);
        if (!isPriced)
            continue;
        const Money cost{.picos = picosFor(tokens, *settlement.priceOutput).valueOr(0),
            .currency = settlement.amount->currency};
        sum.cost = sum.cost ? add(*sum.cost, cost).valueOr(cost) : cost;
    }
    if (!isPriced)
        sum.cost.reset();
    return sum;
}

} // namespace

QString reasoningText(const Message &message, const QList<LedgerEntry> &entries)
{
    if (message.reasoning.isEmpty())
        return {};
    if (message.status == MessageStatus::Streaming && message.text.isEmpty())
        return translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "Thinking…"));
    QStringList parts{thoughtText(std::chrono::milliseconds(message.reasoningMs))};
    const Sum sum = sumOf(entries);
    if (sum.tokens)
        parts += tokensText(*sum.tokens);
    if (sum.cost)
        parts += moneyText(*sum.cost);
    return parts.join(u" · "_s);
}

QString liveReasoningText(const Message &message, const Reply::Reasoning &reasoning)
{
    if (message.reasoning.isEmpty())
        return {};
    if (reasoning.tokens == 0) // a continuation, which began after it
        return reasoningText(message, {});
    QStringList parts{thoughtText(reasoning.time)};
    if (message.text.isEmpty()) {
        //: the model is thinking; %1 is for how long so far: "6 s"
        parts = {translated(QT_TRANSLATE_NOOP("pennyworth::MessageRow", "Thinking… %1"))
                     .arg(timeText(reasoning.time))};
    }
    parts += estimateText(tokensText(reasoning.tokens));
    if (reasoning.cost)
        parts += estimateText(moneyText(*reasoning.cost));
    return parts.join(u" · "_s);
}

} // namespace pennyworth
