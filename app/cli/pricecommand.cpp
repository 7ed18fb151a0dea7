// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pricecommand.h"

#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QJsonObject pricesJson(const UnitPrices &prices)
{
    return {{u"input_cache_hit"_s, jsonOrNull(prices.cacheHit)},
        {u"input_cache_miss"_s, prices.cacheMiss.toDecimal()},
        {u"output"_s, prices.output.toDecimal()}};
}

QJsonValue nextChangeJson(const std::optional<PriceChange> &change)
{
    if (!change)
        return {};
    QJsonObject json = pricesJson(change->prices);
    json.insert(u"at"_s, formatInstant(change->at));
    return json;
}

QJsonObject quoteJson(const Quote &quote)
{
    QJsonObject json = pricesJson(quote.prices);
    json.insert(u"model"_s, quote.model);
    json.insert(u"served_as"_s, quote.servedAs);
    json.insert(u"model_version"_s, jsonOrNull(quote.modelVersion));
    json.insert(u"currency"_s, quote.currency.code());
    json.insert(
        u"window"_s, QJsonObject{{u"name"_s, quote.window}, {u"until"_s, jsonOrNull(quote.until)}});
    json.insert(u"effective_from"_s, formatInstant(quote.effectiveFrom));
    json.insert(u"effective_to"_s, jsonOrNull(quote.effectiveTo));
    json.insert(u"next_change"_s, nextChangeJson(quote.nextChange));
    json.insert(u"source"_s, jsonOrNull(quote.source));
    json.insert(u"confidence"_s, confidenceName(quote.confidence));
    return json;
}

QString hitText(const UnitPrices &prices, Currency currency)
{
    return prices.cacheHit ? unitPriceText(*prices.cacheHit, currency) : Tr::tr("no cache price");
}

QString headline(const Quote &quote)
{
    QString line = quote.model;
    if (quote.servedAs != quote.model)
        line = Tr::tr("%1, served as %2", "a model's name and the model that answers")
                   .arg(line, quote.servedAs);
    return quote.modelVersion.isEmpty() ? line : QString(line + u" · "_s + quote.modelVersion);
}

QString windowLine(const Quote &quote, Instant at)
{
    if (!quote.until)
        return Tr::tr("%1 at %2").arg(quote.window, minuteText(at));
    return Tr::tr("%1 at %2, until %3 (%4 more)", "window, instant, instant, duration")
        .arg(quote.window, minuteText(at), minuteText(*quote.until), spanText(*quote.until - at));
}

QString quoteText(const Quote &quote, Instant at)
{
    using enum Table::Align;
    const UnitPrices &now = quote.prices;
    const std::optional<PriceChange> &next = quote.nextChange;
    const auto later = [&](const QString &text) { return next ? text : QString(); };
    const UnitPrices then = next ? next->prices : now;
    Table prices({Left, Right, Right});
    prices.addRow({Tr::tr("%1 per 1M tokens").arg(quote.currency.code()), quote.window,
        later(next ? Tr::tr("%1 from %2", "window, instant").arg(next->window, minuteText(next->at))
                   : QString())});
    prices.addRow({Tr::tr("input, cached"), hitText(now, quote.currency),
        later(hitText(then, quote.currency))});
    prices.addRow({Tr::tr("input"), unitPriceText(now.cacheMiss, quote.currency),
        later(unitPriceText(then.cacheMiss, quote.currency))});
    prices.addRow({Tr::tr("output"), unitPriceText(now.output, quote.currency),
        later(unitPriceText(then.output, quote.currency))});

    Table facts({Left, Left});
    const QString end = quote.effectiveTo ? minuteText(*quote.effectiveTo) : Tr::tr("no end known");
    facts.addRow({Tr::tr("price list"), minuteText(quote.effectiveFrom) + u" – "_s + end});
    facts.addRow({Tr::tr("confidence"), confidenceName(quote.confidence)});
    facts.addRow({Tr::tr("source"), quote.source});
    return headline(quote) + u'\n' + windowLine(quote, at) + u"\n\n"_s + prices.toText() + u'\n'
        + facts.toText();
}

} // namespace

PriceCommand::PriceCommand(const PriceBook &prices, const Clock &clock, const Output &output)
    : Command(output)
    , m_prices(prices)
    , m_clock(clock)
{
}

Syntax PriceCommand::syntax()
{
    return {.command = u"price"_s,
        .summary = Tr::tr("what a model costs at an instant"),
        .parameters = {{u"MODEL"_s,
            Tr::tr("the model's name as sent to the service, also a former one")}},
        .options = {{u"provider"_s, u"P"_s,
                        Tr::tr("whose price list; deepseek where it is left out")},
            {u"at"_s, u"INSTANT"_s,
                Tr::tr("such as 2026-11-23T14:00:00Z; now where it is left out")},
            {u"currency"_s, u"C"_s,
                Tr::tr("of the price list: USD (where it is left out) or CNY")}},
        .details = Tr::tr(
            "Prices are per million tokens. Asks nobody: the price book is built in. Nothing is "
            "converted between currencies; each has its own list.\n"
            "Exit status: 0 printed, 1 no price is known, 2 wrong usage.")};
}

void PriceCommand::start(const Arguments &arguments)
{
    const Result<std::optional<Instant>> at = arguments.instant(u"at"_s);
    if (!at) {
        fail(at.error());
        return;
    }
    const Result<Currency> currency = arguments.currency(u"currency"_s);
    if (!currency) {
        fail(currency.error());
        return;
    }
    const Instant instant = at->value_or(m_clock.now());
    const Result<Quote> quote = m_prices.quote(
        arguments.value(u"provider"_s, u"deepseek"_s), arguments.parameter(0), instant, *currency);
    if (!quote) {
        failLookUp(quote.error());
        return;
    }
    if (output().isJson())
        output().print(quoteJson(*quote));
    else
        output().print(quoteText(*quote, instant));
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_pricecommand.cpp"
