// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledgertable.h"

#include "store/storednames.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> picosOf(const std::optional<Money> &money)
{
    return money ? std::optional(money->picos) : std::nullopt;
}

std::optional<qint64> microsOf(const std::optional<UnitPrice> &price)
{
    return price ? std::optional(price->micros) : std::nullopt;
}

std::optional<Currency> currencyOf(const Settlement &settlement)
{
    for (const std::optional<Money> &money : {settlement.amount, settlement.low, settlement.high}) {
        if (money)
            return money->currency;
    }
    return std::nullopt;
}

// hit × (miss price − hit price), where all three are known.
std::optional<qint64> savedByCache(const Settlement &settlement)
{
    if (!settlement.amount || !settlement.usage.cacheHit || !settlement.priceHit
        || !settlement.priceMiss)
        return std::nullopt;
    const UnitPrice difference{settlement.priceMiss->micros - settlement.priceHit->micros};
    const Result<qint64> saved = picosFor(*settlement.usage.cacheHit, difference);
    return saved ? std::optional(*saved) : std::nullopt;
}

LedgerRequest readRequest(Row &row)
{
    LedgerRequest request;
    request.id = {row.integer()};
    request.conversation = {row.integer()};
    request.message = {row.integer()};
    request.provider = row.text();
    request.model = row.text();
    request.priceBook = row.text();
    const Result<Currency> currency = Currency::fromCode(row.text());
    if (currency)
        request.currency = *currency;
    request.billable = row.boolean();
    request.sent = row.instant();
    request.utcOffsetMinutes = row.smallInteger();
    request.requestBytes = row.integer();
    request.attempt = row.smallInteger();
    return request;
}

Usage readUsage(Row &row)
{
    Usage usage;
    usage.prompt = row.optionalInteger();
    usage.cacheHit = row.optionalInteger();
    usage.cacheMiss = row.optionalInteger();
    usage.completion = row.optionalInteger();
    usage.reasoning = row.optionalInteger();
    return usage;
}

Usage readEstimate(Row &row)
{
    Usage estimate;
    estimate.prompt = row.optionalInteger();
    estimate.cacheHit = row.optionalInteger();
    estimate.completion = row.optionalInteger();
    if (estimate.prompt && estimate.cacheHit)
        estimate.cacheMiss = *estimate.prompt - *estimate.cacheHit;
    return estimate;
}

Timings readTimings(Row &row)
{
    Timings timings;
    timings.sent = row.instant();
    timings.firstByte = row.optionalInstant();
    timings.firstReasoning = row.optionalInstant();
    timings.firstText = row.optionalInstant();
    timings.end = row.optionalInstant();
    return timings;
}

std::optional<Money> readMoney(Row &row, Currency currency)
{
    const std::optional<qint64> picos = row.optionalInteger();
    return picos ? std::optional(Money{*picos, currency}) : std::nullopt;
}

std::optional<UnitPrice> readPrice(Row &row)
{
    const std::optional<qint64> micros = row.optionalInteger();
    return micros ? std::optional(UnitPrice{*micros}) : std::nullopt;
}

// Empty where the outer join found none.
std::optional<Settlement> readSettlement(Row &row)
{
    const std::optional<qint64> request = row.optionalInteger();
    if (!request)
        return std::nullopt;
    Settlement settlement;
    settlement.request = {*request};
    settlement.settled = row.instant();
    settlement.timings = readTimings(row);
    settlement.modelAnswered = row.text();
    settlement.fingerprint = row.text();
    settlement.finishReason = row.text();
    settlement.usage = readUsage(row);
    settlement.outputBytes = row.integer();
    const Currency currency = Currency::fromCode(row.text()).valueOr(kUsd);
    settlement.amount = readMoney(row, currency);
    settlement.low = readMoney(row, currency);
    settlement.high = readMoney(row, currency);
    settlement.source = costSourceFrom(row.text());
    settlement.confidence = row.text();
    settlement.priceRow = row.text();
    settlement.priceHit = readPrice(row);
    settlement.priceMiss = readPrice(row);
    settlement.priceOutput = readPrice(row);
    settlement.errorKind = row.text();
    settlement.errorStatus = row.smallInteger();
    settlement.estimate = readEstimate(row);
    return settlement;
}

const QString &requestColumns()
{
    static const QString columns =
        u"r.id, r.conversation_id, r.message_id, r.provider, r.model,"
        " coalesce(r.price_book, r.provider), r.currency, r.billable, r.sent_ms,"
        " r.utc_offset_minutes, r.request_bytes, r.attempt"_s;
    return columns;
}

} // namespace

RequestId LedgerTable::insert(const LedgerRequest &request, qint64 process)
{
    return {m_transaction.insert(
        u"INSERT INTO request (conversation_id, message_id, process_id, provider, model, billable, "
        u"sent_ms,"
        " utc_offset_minutes, request_bytes, attempt, price_book, currency)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {column(request.conversation), column(request.message), process, column(request.provider),
            column(request.model), column(request.billable), column(request.sent),
            request.utcOffsetMinutes, request.requestBytes, request.attempt,
            column(request.priceBook),
            request.currency ? QVariant(request.currency->code()) : QVariant()})};
}

void LedgerTable::insert(const Settlement &settlement)
{
    if (!m_transaction.exists(
            u"SELECT 1 FROM request WHERE id = ?"_s, {settlement.request.value})) {
        m_transaction.fail({.kind = ErrorKind::NotFound,
            .detail = u"there is no request %1"_s.arg(settlement.request.value)});
        return;
    }
    const std::optional<Currency> currency = currencyOf(settlement);
    const Timings &timings = settlement.timings;
    const Usage &usage = settlement.usage;
    m_transaction.insert(
        u"INSERT INTO settlement (request_id, settled_ms, sent_ms, first_byte_ms, "
        u"first_reasoning_ms, first_text_ms, end_ms,"
        " model_answered, fingerprint, finish_reason, prompt_tokens, cache_hit_tokens, "
        "cache_miss_tokens, completion_tokens,"
        " reasoning_tokens, output_bytes, currency, amount_picos, low_picos, high_picos, "
        "saved_picos, source, confidence,"
        " price_row, price_hit_micros, price_miss_micros, price_output_micros, error_kind, "
        "error_status, prompt_estimate, cache_hit_estimate, completion_estimate)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {settlement.request.value, column(settlement.settled), column(timings.sent),
            column(timings.firstByte), column(timings.firstReasoning), column(timings.firstText),
            column(timings.end), column(settlement.modelAnswered), column(settlement.fingerprint),
            column(settlement.finishReason), column(usage.prompt), column(usage.cacheHit),
            column(usage.cacheMiss), column(usage.completion), column(usage.reasoning),
            settlement.outputBytes, currency ? QVariant(currency->code()) : QVariant(),
            column(picosOf(settlement.amount)), column(picosOf(settlement.low)),
            column(picosOf(settlement.high)), column(savedByCache(settlement)),
            storedName(settlement.source), column(settlement.confidence),
            column(settlement.priceRow), column(microsOf(settlement.priceHit)),
            column(microsOf(settlement.priceMiss)), column(microsOf(settlement.priceOutput)),
            column(settlement.errorKind), settlement.errorStatus,
            column(settlement.estimate.prompt), column(settlement.estimate.cacheHit),
            column(settlement.estimate.completion)});
}

std::optional<LedgerRequest> LedgerTable::find(RequestId id)
{
    return m_transaction.first(
        u"SELECT "_s % requestColumns() % u" FROM request r WHERE r.id = ?"_s, {id.value},
        readRequest);
}

QList<LedgerEntry> LedgerTable::entries(ConversationId conversation)
{
    QList<LedgerEntry> entries;
    m_transaction.each(u"SELECT "_s % requestColumns()
            % u", s.request_id, s.settled_ms, s.sent_ms, s.first_byte_ms, s.first_reasoning_ms, "
              u"s.first_text_ms, s.end_ms,"
              " s.model_answered, s.fingerprint, s.finish_reason, s.prompt_tokens, "
              "s.cache_hit_tokens, s.cache_miss_tokens,"
              " s.completion_tokens, s.reasoning_tokens, s.output_bytes, s.currency, "
              "s.amount_picos, s.low_picos,"
              " s.high_picos, s.source, s.confidence, s.price_row, s.price_hit_micros, "
              "s.price_miss_micros,"
              " s.price_output_micros, s.error_kind, s.error_status, s.prompt_estimate, "
              "s.cache_hit_estimate, s.completion_estimate FROM request r LEFT JOIN "
              "settlement s"
              " ON s.id = (SELECT max(id) FROM settlement WHERE request_id = r.id)"
              " WHERE r.conversation_id = ? ORDER BY r.id"_s,
        {conversation.value}, [&entries](Row &row) {
            const LedgerRequest request = readRequest(row);
            entries.append({.request = request, .settlement = readSettlement(row)});
        });
    return entries;
}

QList<LedgerRequest> LedgerTable::openOf(qint64 process)
{
    QList<LedgerRequest> open;
    m_transaction.each(u"SELECT "_s % requestColumns()
            % u" FROM request r WHERE r.process_id = ?"
              " AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.request_id = r.id) ORDER BY r.id"_s,
        {process}, [&open](Row &row) { open.append(readRequest(row)); });
    return open;
}

TokenRate LedgerTable::outputRate(const QString &provider, const QString &model)
{
    return rate(u"s.completion_tokens"_s, u"s.output_bytes"_s, provider, model);
}

TokenRate LedgerTable::promptRate(const QString &provider, const QString &model)
{
    return rate(u"s.prompt_tokens"_s, u"r.request_bytes"_s, provider, model);
}

TokenRate LedgerTable::rate(
    const QString &tokens, const QString &bytes, const QString &provider, const QString &model)
{
    const QString sql =
        u"SELECT sum(min(tokens, 1000000000)), sum(min(bytes, 1000000000)) FROM (SELECT %1 AS "
        u"tokens, %2 AS bytes"
        " FROM request r JOIN settlement s"
        " ON s.id = (SELECT max(id) FROM settlement WHERE request_id = r.id)"
        " WHERE r.provider = ? AND r.model = ? AND s.source <> 'estimated' AND %1 > 0 AND %2 > 0"
        " ORDER BY r.id DESC LIMIT 200)"_s.arg(tokens, bytes);
    const auto found = m_transaction.first(sql, {column(provider), column(model)}, [](Row &row) {
        TokenRate rate;
        rate.tokens = row.integer();
        rate.bytes = row.integer();
        return rate;
    });
    return found.value_or(TokenRate());
}

QList<qint64> LedgerTable::replyLengths(const QString &provider, const QString &model)
{
    QList<qint64> lengths;
    m_transaction.each(u"SELECT s.completion_tokens FROM request r JOIN settlement s"
                       " ON s.id = (SELECT max(id) FROM settlement WHERE request_id = r.id)"
                       " WHERE r.provider = ? AND r.model = ? AND s.completion_tokens > 0"
                       " ORDER BY r.id DESC LIMIT 200"_s,
        {column(provider), column(model)}, [&lengths](Row &row) { lengths.append(row.integer()); });
    return lengths;
}

} // namespace pennyworth
