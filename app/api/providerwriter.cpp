// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providerwriter.h"

#include "api/providerfields.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// An object whose fields are written where they differ from what a missing one means.
class FieldWriter final {
public:
    void write(QLatin1StringView name, const QString &value, const QString &missing = {})
    {
        if (value != missing)
            m_object.insert(name, value);
    }
    void write(QLatin1StringView name, const QUrl &value) { write(name, value.toString()); }
    void write(QLatin1StringView name, bool value, bool missing)
    {
        if (value != missing)
            m_object.insert(name, value);
    }
    void write(QLatin1StringView name, const std::optional<qint64> &value)
    {
        if (value)
            m_object.insert(name, *value);
    }
    void write(QLatin1StringView name, const QJsonArray &value)
    {
        if (!value.isEmpty())
            m_object.insert(name, value);
    }
    void write(QLatin1StringView name, const QJsonObject &value)
    {
        if (!value.isEmpty())
            m_object.insert(name, value);
    }
    [[nodiscard]] QJsonObject object() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonObject writeModel(const Model &model)
{
    FieldWriter fields;
    fields.write("id"_L1, model.id);
    fields.write("name"_L1, model.name, model.id);
    fields.write("contextTokens"_L1, model.contextTokens);
    fields.write("maxOutputTokens"_L1, model.maxOutputTokens);
    fields.write("thinkingSwitch"_L1, wordFor(kSwitches, model.thinkingSwitch), u"none"_s);
    QJsonArray efforts;
    for (const Effort effort : model.efforts)
        efforts.append(wordFor(kEfforts, effort));
    fields.write("efforts"_L1, efforts);
    fields.write("temperatureWhileThinking"_L1, model.temperatureWhileThinking, true);
    fields.write("images"_L1, model.images, false);
    fields.write("retired"_L1, model.retired, false);
    return fields.object();
}

void writeAddresses(const Provider &provider, FieldWriter *fields)
{
    fields->write("id"_L1, provider.id);
    fields->write("name"_L1, provider.name);
    fields->write("baseUrl"_L1, provider.baseUrl);
    fields->write("betaUrl"_L1, provider.betaUrl);
    fields->write("keyPage"_L1, provider.keyPage);
    fields->write("topUpPage"_L1, provider.topUpPage);
    fields->write("keyVariable"_L1, provider.keyVariable);
    fields->write("priceBookProvider"_L1, provider.priceBookProvider);
    fields->write("defaultModel"_L1, provider.defaultModel);
}

void writeDeviations(const Provider &provider, FieldWriter *fields)
{
    fields->write("needsKey"_L1, provider.needsKey, true);
    fields->write("billable"_L1, provider.billable, true);
    fields->write("reportsCost"_L1, provider.reportsCost, false);
    fields->write("hasBalance"_L1, provider.hasBalance, false);
    fields->write("takesStreamOptions"_L1, provider.takesStreamOptions, true);
    fields->write("takesJsonMode"_L1, provider.takesJsonMode, true);
    fields->write(
        "maxTokensField"_L1, wordFor(kMaxTokensFields, provider.maxTokensField), u"max_tokens"_s);
    fields->write(
        "reasoningPassBack"_L1, wordFor(kPassBacks, provider.reasoningPassBack), u"never"_s);
    fields->write("prefixCompletion"_L1, provider.prefixCompletion, false);
    fields->write("splitsThinkTags"_L1, provider.splitsThinkTags, false);
}

} // namespace

QJsonArray writeModels(const QList<Model> &models)
{
    QJsonArray array;
    for (const Model &model : models)
        array.append(writeModel(model));
    return array;
}

QJsonObject writeProvider(const Provider &provider)
{
    FieldWriter fields;
    writeAddresses(provider, &fields);
    writeDeviations(provider, &fields);
    fields.write("models"_L1, writeModels(provider.models));
    QJsonObject headers;
    for (const auto &[name, value] : provider.extraHeaders)
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    fields.write("extraHeaders"_L1, headers);
    return fields.object();
}

} // namespace pennyworth
