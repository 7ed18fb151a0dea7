// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/account.h"

#include "api/serviceerror.h"
#include "domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Error unexpected(const QByteArray &json)
{
    return {.kind = ErrorKind::UnexpectedAnswer, .detail = detailFromBody(json)};
}

std::optional<qint64> count(const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    return number > 0 ? std::optional(number) : std::nullopt;
}

/// OpenRouter says more than the protocol asks for, vLLM the context length.
Model describedModel(const QJsonObject &object)
{
    Model model;
    model.id = object["id"_L1].toString();
    model.name = object["name"_L1].toString(model.id);
    model.contextTokens = count(object["context_length"_L1]);
    if (!model.contextTokens)
        model.contextTokens = count(object["max_model_len"_L1]);
    model.maxOutputTokens = count(object["top_provider"_L1]["max_completion_tokens"_L1]);
    model.images = object["architecture"_L1]["input_modalities"_L1].toArray().contains("image"_L1);
    if (object["supported_parameters"_L1].toArray().contains("reasoning"_L1)) {
        model.thinkingSwitch = ThinkingSwitch::ReasoningObject;
        model.efforts = {Effort::Low, Effort::High};
    }
    return model;
}

/// A decimal string, as DeepSeek writes amounts; a service may well send a number.
Result<Money> amount(const QJsonValue &value, Currency currency)
{
    if (!value.isDouble())
        return Money::fromDecimal(value.toString(), currency);
    const Result<QString> decimal = decimalFromJsonNumber(value.toDouble());
    return decimal ? Money::fromDecimal(*decimal, currency) : decimal.error();
}

Result<BalanceEntry> balanceEntry(const QJsonValue &info)
{
    const Result<Currency> currency = Currency::fromCode(info["currency"_L1].toString());
    if (currency.hasError())
        return currency.error();
    const Result<Money> total = amount(info["total_balance"_L1], *currency);
    const Result<Money> granted = amount(info["granted_balance"_L1], *currency);
    const Result<Money> toppedUp = amount(info["topped_up_balance"_L1], *currency);
    for (const Result<Money> &part : {total, granted, toppedUp}) {
        if (part.hasError())
            return part.error();
    }
    return BalanceEntry{.total = *total, .granted = *granted, .toppedUp = *toppedUp};
}

} // namespace

Result<QList<Model>> parseModels(const QByteArray &json, const Provider &provider)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue list = document.isArray() ? QJsonValue(document.array()) : document["data"_L1];
    // Ollama has sent null for "none".
    if (!list.isArray() && !(list.isNull() && document["object"_L1] == "list"_L1))
        return unexpected(json);
    QList<Model> models;
    QSet<QString> seen;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        const Model model = describedModel(entry.toObject());
        if (model.id.isEmpty() || seen.contains(model.id))
            continue;
        seen.insert(model.id);
        const Model *known = provider.findModel(model.id);
        models.append(known ? *known : model);
    }
    return models;
}

Result<Balance> parseBalance(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue infos = document["balance_infos"_L1];
    if (!infos.isArray())
        return unexpected(json);
    Balance balance{.available = document["is_available"_L1].toBool(), .entries = {}};
    const QJsonArray entries = infos.toArray();
    for (const QJsonValue &info : entries) {
        const Result<BalanceEntry> entry = balanceEntry(info);
        if (entry.hasError())
            return Error{.kind = ErrorKind::UnexpectedAnswer, .detail = detailFromBody(json)};
        balance.entries.append(*entry);
    }
    return balance;
}

} // namespace pennyworth
