// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replyfigures.h"

#include "cli/figures.h"
#include "cli/tr.h"
#include "store/storednames.h"

#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

std::optional<Instant> firstToken(const Timings &timings)
{
    if (timings.firstReasoning && timings.firstText)
        return std::min(*timings.firstReasoning, *timings.firstText);
    return timings.firstReasoning ? timings.firstReasoning : timings.firstText;
}

std::optional<qint64> millisecondsTo(const Timings &timings, const std::optional<Instant> &instant)
{
    if (!instant)
        return {};
    return (*instant - timings.sent).count();
}

QString tokensText(const Usage &usage)
{
    const QString unknown = Tr::tr("?", "a token count that is not known");
    const auto text = [&](const std::optional<qint64> &count) {
        return count ? groupedText(*count) : unknown;
    };
    if (!usage.prompt && !usage.completion)
        return Tr::tr("tokens unknown");
    return Tr::tr("%1 → %2 tokens", "token counts of a prompt and its answer")
        .arg(text(usage.prompt), text(usage.completion));
}

QString speedText(const Settlement &settlement)
{
    const std::optional<Instant> first = firstToken(settlement.timings);
    const std::optional<qint64> tokens = settlement.usage.completion;
    if (!first || !settlement.timings.end || !tokens || *settlement.timings.end <= *first)
        return {};
    const qint64 milliseconds = (*settlement.timings.end - *first).count();
    return Tr::tr("%1 tok/s", "tokens per second").arg(groupedText(*tokens * 1000 / milliseconds));
}

QString amountText(const Settlement &settlement, bool billable)
{
    if (!settlement.amount)
        return billable ? Tr::tr("cost unknown") : Tr::tr("not billed");
    QString text = moneyText(*settlement.amount);
    const bool isRange = settlement.low && settlement.high && *settlement.low != *settlement.high;
    if (isRange)
        text +=
            u" ("_s + moneyText(*settlement.low) + u" – "_s + moneyText(*settlement.high) + u')';
    if (settlement.source == CostSource::Estimated)
        text.prepend(u'≈');
    if (settlement.confidence == kCurrencyUnknown)
        text = Tr::tr("%1 if the account is billed in dollars", "%1: an amount").arg(text);
    if (settlement.source == CostSource::Provider)
        text = Tr::tr("%1 reported by the service").arg(text);
    return billable ? text
                    : Tr::tr("%1, not billed", "a cost of the demonstration service").arg(text);
}

} // namespace

QString figuresText(const LedgerEntry &entry)
{
    if (!entry.settlement)
        return Tr::tr("not settled yet");
    const Settlement &settlement = *entry.settlement;
    QStringList parts;
    if (const std::optional<Instant> first = firstToken(settlement.timings))
        parts += Tr::tr("%1 to the first token").arg(spanText(*first - settlement.timings.sent));
    parts += speedText(settlement);
    parts += tokensText(settlement.usage);
    if (settlement.usage.cacheHit.value_or(0) > 0)
        parts +=
            Tr::tr("%1 cached", "a count of tokens").arg(groupedText(*settlement.usage.cacheHit));
    parts += amountText(settlement, entry.request.billable);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QJsonObject usageJson(const Usage &usage)
{
    return {{u"prompt"_s, jsonOrNull(usage.prompt)}, {u"cache_hit"_s, jsonOrNull(usage.cacheHit)},
        {u"cache_miss"_s, jsonOrNull(usage.cacheMiss)},
        {u"completion"_s, jsonOrNull(usage.completion)},
        {u"reasoning"_s, jsonOrNull(usage.reasoning)}};
}

QJsonObject costJson(const Settlement &settlement)
{
    const bool isKnown = settlement.amount.has_value();
    return {{u"amount"_s, jsonOrNull(settlement.amount)},
        {u"currency"_s, isKnown ? QJsonValue(settlement.amount->currency.code()) : QJsonValue()},
        {u"source"_s, storedName(settlement.source)}, {u"low"_s, jsonOrNull(settlement.low)},
        {u"high"_s, jsonOrNull(settlement.high)},
        {u"price_row"_s, jsonOrNull(settlement.priceRow)}};
}

QJsonObject timingsJson(const Timings &timings)
{
    return {{u"first_byte_ms"_s, jsonOrNull(millisecondsTo(timings, timings.firstByte))},
        {u"first_token_ms"_s, jsonOrNull(millisecondsTo(timings, firstToken(timings)))},
        {u"total_ms"_s, jsonOrNull(millisecondsTo(timings, timings.end))}};
}

} // namespace pennyworth
