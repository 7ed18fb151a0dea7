// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/replyarithmetic.h"

#include "domain/replysum.h"
#include "theme/figuretext.h"
#include "theme/tips.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// Where the text of this file is translated.
struct Arithmetic {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::Arithmetic)
};

/// What was counted, otherwise what it was estimated as.
struct Tokens {
    std::optional<qint64> counted;
    std::optional<qint64> estimated;
};

ArithmeticLine lineOf(const QString &kind, const Tokens &tokens, std::optional<UnitPrice> price,
    const std::optional<Money> &amount)
{
    const qint64 count = tokens.counted ? *tokens.counted : tokens.estimated.value_or(0);
    const auto marked = [&tokens](const QString &text) {
        return tokens.counted ? text : estimateText(text);
    };
    ArithmeticLine line{.kind = kind, .tokens = marked(countText(count))};
    if (!price)
        return line;
    const Currency currency = amount ? amount->currency : kUsd;
    line.price = unitPriceText(*price, currency);
    if (const Result<qint64> picos = picosFor(count, *price))
        line.amount = marked(exactText(Money{.picos = *picos, .currency = currency}));
    return line;
}

QList<ArithmeticLine> linesOf(const Settlement &settlement)
{
    QList<ArithmeticLine> lines;
    const Usage &usage = settlement.usage;
    const Usage &estimate = settlement.estimate;
    const auto add = [&](const QString &kind, const Tokens &tokens,
                         std::optional<UnitPrice> price) {
        if (tokens.counted || tokens.estimated)
            lines += lineOf(kind, tokens, price, settlement.amount);
    };
    const bool isSplit = usage.cacheHit || usage.cacheMiss || estimate.cacheHit.value_or(0) > 0;
    if (isSplit) {
        add(Arithmetic::tr("Input, cached"), {usage.cacheHit, estimate.cacheHit},
            settlement.priceHit ? settlement.priceHit : settlement.priceMiss);
        add(Arithmetic::tr("Input"), {usage.cacheMiss, estimate.cacheMiss}, settlement.priceMiss);
    } else {
        add(Arithmetic::tr("Input"), {usage.prompt, estimate.prompt}, settlement.priceMiss);
    }
    add(Arithmetic::tr("Output"), {usage.completion, estimate.completion}, settlement.priceOutput);
    return lines;
}

QString sourceText(const LedgerEntry &entry)
{
    if (!entry.settlement)
        return Arithmetic::tr("The request is still under way.");
    if (!entry.request.billable)
        return Arithmetic::tr("This service charges nothing; this is what it would cost.");
    const bool isCounted = entry.settlement->source != CostSource::Estimated;
    if (!entry.settlement->amount && !isCounted)
        return Arithmetic::tr("Its tokens were not counted, so nobody knows what it cost.");
    switch (entry.settlement->source) {
    case CostSource::Provider:
        return Arithmetic::tr("The service reported this amount.");
    case CostSource::Computed:
        return entry.settlement->confidence == "not charged"_L1
            ? Arithmetic::tr("Nothing was charged.")
            : Arithmetic::tr("Computed from the tokens that the service reported.");
    case CostSource::Estimated:
        return Arithmetic::tr(
            "An estimate: the service did not report its tokens before the request ended.");
    case CostSource::Unknown:
        return Arithmetic::tr("No price of this model is known.");
    }
    Q_UNREACHABLE();
}

/// How sure the amount is, of the words that the ledger has for it.
QString confidenceText(const QString &word)
{
    const std::pair<QLatin1StringView, const char *> words[] = {
        {"exact"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "exact")},
        {"high"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "price from the official page")},
        {"medium"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "price from two sources")},
        {"low"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "price from one source")},
        {"calendar unknown"_L1,
            QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "this year's holidays are not known")},
        {"straddles a price change"_L1,
            QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "the price changed meanwhile")},
        {"cache hits unknown"_L1,
            QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "the share of the cache is not known")},
        {kCurrencyUnknown,
            QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "the account's currency is not known")},
        {"estimated"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "estimated")},
        {"reported"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "as reported")},
        {"not charged"_L1, QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "not charged")},
        {"recovered"_L1,
            QT_TRANSLATE_NOOP("pennyworth::Arithmetic", "estimated after Pennyworth broke off")},
    };
    for (const auto &[known, text] : words) {
        if (word == known)
            return Arithmetic::tr(text);
    }
    return word;
}

QString localTime(Instant instant)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' '
        + QLocale().toString(moment.time(), u"HH:mm:ss"_s);
}

QList<ArithmeticFact> factsOf(const LedgerEntry &entry)
{
    QList<ArithmeticFact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts += ArithmeticFact{.name = name, .value = value};
    };
    add(Arithmetic::tr("Sent"), localTime(entry.request.sent));
    if (!entry.settlement)
        return facts;
    const Settlement &settlement = *entry.settlement;
    const auto after = [&](const QString &name, const std::optional<Instant> &at) {
        if (at)
            add(name, secondsText(*at - settlement.timings.sent));
    };
    if (settlement.low && settlement.high && *settlement.low != *settlement.high) {
        //: the bounds of a cost
        add(Arithmetic::tr("Between"),
            Arithmetic::tr("%1 and %2")
                .arg(exactText(*settlement.low), exactText(*settlement.high)));
    }
    if (settlement.usage.reasoning)
        //: output tokens that the model spent on thinking
        add(Arithmetic::tr("Of the output, thinking"),
            Arithmetic::tr("%1 tokens").arg(countText(*settlement.usage.reasoning)));
    add(Arithmetic::tr("Price row"), settlement.priceRow);
    add(Arithmetic::tr("Confidence"), confidenceText(settlement.confidence));
    if (settlement.modelAnswered != entry.request.model)
        add(Arithmetic::tr("Answered by"), settlement.modelAnswered);
    after(Arithmetic::tr("First byte after"), settlement.timings.firstByte);
    after(Arithmetic::tr("First thought after"), settlement.timings.firstReasoning);
    after(Arithmetic::tr("First word after"), settlement.timings.firstText);
    after(Arithmetic::tr("All after"), settlement.timings.end);
    add(Arithmetic::tr("Ended with"),
        settlement.errorKind.isEmpty() ? settlement.finishReason : settlement.errorKind);
    return facts;
}

} // namespace

QList<RequestArithmetic> replyArithmetic(const QList<LedgerEntry> &entries)
{
    QList<RequestArithmetic> all;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const LedgerEntry &entry = entries.at(i);
        RequestArithmetic one{.title = entry.request.model,
            .total = Arithmetic::tr("unknown", "cost"),
            .source = sourceText(entry),
            .facts = factsOf(entry)};
        if (entries.size() > 1) {
            //: "Request 2 of 3 · deepseek-flash"
            one.title = Arithmetic::tr("Request %1 of %2 · %3")
                            .arg(i + 1)
                            .arg(entries.size())
                            .arg(entry.request.model);
        }
        if (entry.settlement) {
            one.lines = linesOf(*entry.settlement);
            if (entry.settlement->amount) {
                const QString exact = exactText(*entry.settlement->amount);
                const bool isEstimate = entry.settlement->source == CostSource::Estimated;
                one.total = isEstimate ? estimateText(exact) : exact;
            }
        }
        all += one;
    }
    return all;
}

QString arithmeticSum(const QList<LedgerEntry> &entries)
{
    if (entries.size() < 2)
        return {};
    QList<Money> sums;
    bool isPartlyUnknown = false;
    bool isEstimated = false;
    for (const LedgerEntry &entry : entries) {
        if (!entry.settlement || !entry.settlement->amount) {
            isPartlyUnknown = true;
            continue;
        }
        addTo(&sums, *entry.settlement->amount);
        isEstimated |= entry.settlement->source == CostSource::Estimated;
    }
    if (sums.isEmpty())
        return {};
    QStringList texts;
    for (const Money &sum : std::as_const(sums))
        texts += exactText(sum);
    const QString text = texts.join(u" + "_s) + (isPartlyUnknown ? u" + ?"_s : QString());
    return isEstimated ? estimateText(text) : text;
}

} // namespace pennyworth
