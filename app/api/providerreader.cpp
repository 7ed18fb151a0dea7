// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providerreader.h"

#include "api/providerfields.h"

#include <QJsonDocument>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

void readAddresses(ProviderFields *fields, Provider *provider)
{
    fields->require("id"_L1, &provider->id);
    fields->require("name"_L1, &provider->name);
    fields->read("baseUrl"_L1, &provider->baseUrl);
    fields->read("betaUrl"_L1, &provider->betaUrl);
    fields->read("keyPage"_L1, &provider->keyPage);
    fields->read("topUpPage"_L1, &provider->topUpPage);
    fields->read("keyVariable"_L1, &provider->keyVariable);
    fields->read("priceBookProvider"_L1, &provider->priceBookProvider);
    fields->read("defaultModel"_L1, &provider->defaultModel);
    if (provider->baseUrl.isEmpty())
        fields->fail("baseUrl"_L1, "is missing"_L1);
    if (!provider->baseUrl.userInfo().isEmpty())
        fields->fail("baseUrl"_L1, "holds a user name or password"_L1);
    if (!provider->betaUrl.userInfo().isEmpty())
        fields->fail("betaUrl"_L1, "holds a user name or password"_L1);
}

void readDeviations(ProviderFields *fields, Provider *provider)
{
    fields->read("needsKey"_L1, &provider->needsKey);
    fields->read("billable"_L1, &provider->billable);
    fields->read("reportsCost"_L1, &provider->reportsCost);
    fields->read("hasBalance"_L1, &provider->hasBalance);
    fields->read("takesStreamOptions"_L1, &provider->takesStreamOptions);
    fields->read("takesJsonMode"_L1, &provider->takesJsonMode);
    fields->read("maxTokensField"_L1, kMaxTokensFields, &provider->maxTokensField);
    fields->read("reasoningPassBack"_L1, kPassBacks, &provider->reasoningPassBack);
    fields->read("prefixCompletion"_L1, &provider->prefixCompletion);
    fields->read("splitsThinkTags"_L1, &provider->splitsThinkTags);
    if (provider->prefixCompletion && provider->betaUrl.isEmpty())
        fields->fail("prefixCompletion"_L1, "needs a betaUrl"_L1);
}

Error refused(const QString &why)
{
    return {.kind = ErrorKind::InvalidValue, .detail = why};
}

/// Names and values of headers are what HTTP can carry; anything else could smuggle in another one.
bool isHeader(const QString &name, const QString &value)
{
    const auto isToken = [](QChar c) {
        return c.unicode() < 0x80
            && (c.isLetterOrNumber() || QLatin1StringView("!#$%&'*+-.^_`|~").contains(c));
    };
    const auto isPrintable = [](QChar c) { return c >= u' ' && c < QChar(0x7F); };
    return !name.isEmpty() && std::ranges::all_of(name, isToken)
        && std::ranges::all_of(value, isPrintable);
}

QList<std::pair<QByteArray, QByteArray>> readHeaders(ProviderFields *fields)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QJsonObject object = fields->takeObject("extraHeaders"_L1);
    for (auto header = object.begin(); header != object.end(); ++header) {
        if (!isHeader(header.key(), header.value().toString()))
            fields->fail("extraHeaders"_L1, "holds what no HTTP header can"_L1);
        headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    }
    return headers;
}

} // namespace

Result<Model> readModel(const QJsonObject &object)
{
    Model model;
    ProviderFields fields(object);
    fields.require("id"_L1, &model.id);
    model.name = model.id;
    fields.read("name"_L1, &model.name);
    fields.read("contextTokens"_L1, &model.contextTokens);
    fields.read("maxOutputTokens"_L1, &model.maxOutputTokens);
    fields.read("thinkingSwitch"_L1, kSwitches, &model.thinkingSwitch);
    fields.read("temperatureWhileThinking"_L1, &model.temperatureWhileThinking);
    fields.read("images"_L1, &model.images);
    fields.read("retired"_L1, &model.retired);
    const QJsonArray efforts = fields.takeArray("efforts"_L1);
    for (const QJsonValue &effort : efforts)
        model.efforts.append(fields.find("efforts"_L1, kEfforts, effort.toString()));
    if (!fields.problem().isEmpty())
        return refused("model "_L1 + model.id + ": "_L1 + fields.problem());
    return model;
}

Result<QList<Model>> readModels(const QJsonArray &array)
{
    QList<Model> models;
    for (const QJsonValue &value : array) {
        Result<Model> model = readModel(value.toObject());
        if (model.hasError())
            return model.error();
        models.append(std::move(model).value());
    }
    return models;
}

Result<Provider> readProvider(const QJsonObject &object)
{
    Provider provider;
    ProviderFields fields(object);
    readAddresses(&fields, &provider);
    readDeviations(&fields, &provider);
    provider.extraHeaders = readHeaders(&fields);
    const Result<QList<Model>> models = readModels(fields.takeArray("models"_L1));
    QString problem = fields.problem();
    if (problem.isEmpty() && models.hasError())
        problem = models.error().detail;
    if (!problem.isEmpty())
        return refused("provider "_L1 + provider.id + ": "_L1 + problem);
    provider.models = *models;
    return provider;
}

Result<Provider> readProvider(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refused("a provider file is no JSON object: "_L1 + error.errorString());
    return readProvider(document.object());
}

} // namespace pennyworth
