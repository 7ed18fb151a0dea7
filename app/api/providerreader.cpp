// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providerreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

template <class T>
using Word = std::pair<QLatin1StringView, T>;

constexpr std::array<Word<MaxTokensField>, 2> kMaxTokensFields{
    {{"max_tokens"_L1, MaxTokensField::MaxTokens},
        {"max_completion_tokens"_L1, MaxTokensField::MaxCompletionTokens}}};
constexpr std::array<Word<ReasoningPassBack>, 2> kPassBacks{
    {{"never"_L1, ReasoningPassBack::Never}, {"always"_L1, ReasoningPassBack::Always}}};
constexpr std::array<Word<ThinkingSwitch>, 4> kSwitches{
    {{"none"_L1, ThinkingSwitch::None}, {"thinking_type"_L1, ThinkingSwitch::ThinkingType},
        {"reasoning_effort"_L1, ThinkingSwitch::ReasoningEffort},
        {"reasoning_object"_L1, ThinkingSwitch::ReasoningObject}}};
constexpr std::array<Word<Effort>, 3> kEfforts{
    {{"low"_L1, Effort::Low}, {"high"_L1, Effort::High}, {"max"_L1, Effort::Max}}};

/// Takes the fields of an object one by one and remembers the first that is missing, wrong or
/// unknown.
class Fields final {
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {
    }

    void require(QLatin1StringView name, QString *target)
    {
        read(name, target);
        if (target->isEmpty())
            fail(name, "is missing"_L1);
    }
    void read(QLatin1StringView name, QString *target)
    {
        if (const auto value = take(name, QJsonValue::String))
            *target = value->toString();
    }
    void read(QLatin1StringView name, bool *target)
    {
        if (const auto value = take(name, QJsonValue::Bool))
            *target = value->toBool();
    }
    void read(QLatin1StringView name, QUrl *target)
    {
        const auto value = take(name, QJsonValue::String);
        if (!value)
            return;
        *target = QUrl(value->toString(), QUrl::StrictMode);
        if (!target->isValid() || target->host().isEmpty())
            fail(name, "is no address"_L1);
    }
    void read(QLatin1StringView name, std::optional<qint64> *target)
    {
        const auto value = take(name, QJsonValue::Double);
        if (!value)
            return;
        *target = value->toInteger(-1);
        if (**target <= 0)
            fail(name, "is no count"_L1);
    }
    template <class T, size_t N>
    void read(QLatin1StringView name, const std::array<Word<T>, N> &words, T *target)
    {
        if (const auto value = take(name, QJsonValue::String))
            *target = find(name, words, value->toString());
    }
    QJsonArray takeArray(QLatin1StringView name)
    {
        return take(name, QJsonValue::Array).value_or(QJsonArray()).toArray();
    }
    QJsonObject takeObject(QLatin1StringView name)
    {
        return take(name, QJsonValue::Object).value_or(QJsonObject()).toObject();
    }

    template <class T, size_t N>
    T find(QLatin1StringView name, const std::array<Word<T>, N> &words, const QString &text)
    {
        for (const auto &[word, value] : words) {
            if (text == word)
                return value;
        }
        fail(name, "has an unknown word"_L1);
        return words.front().second;
    }

    void fail(QLatin1StringView name, QLatin1StringView why)
    {
        if (m_problem.isEmpty())
            m_problem = name + u' ' + why;
    }
    /// Empty where all fields were good and known.
    [[nodiscard]] QString problem() const
    {
        if (!m_problem.isEmpty())
            return m_problem;
        for (const QString &key : m_object.keys()) {
            if (!m_taken.contains(key))
                return QString(key + " is no field"_L1);
        }
        return {};
    }

private:
    std::optional<QJsonValue> take(QLatin1StringView name, QJsonValue::Type type)
    {
        m_taken.insert(name);
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return {};
        if (value.type() == type)
            return value;
        fail(name, "is of the wrong kind"_L1);
        return {};
    }

    const QJsonObject m_object;
    QSet<QString> m_taken;
    QString m_problem;
};

Model readModel(const QJsonObject &object, QString *problem)
{
    Model model;
    Fields fields(object);
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
    if (problem->isEmpty() && !fields.problem().isEmpty())
        *problem = "model "_L1 + model.id + ": "_L1 + fields.problem();
    return model;
}

void readAddresses(Fields *fields, Provider *provider)
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
}

void readDeviations(Fields *fields, Provider *provider)
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

} // namespace

Result<Provider> readProvider(const QByteArray &json)
{
    const auto refuse = [](const QString &why) {
        return Error{.kind = ErrorKind::InvalidValue, .detail = why};
    };
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refuse("a provider file is no JSON object: "_L1 + error.errorString());

    Provider provider;
    Fields fields(document.object());
    readAddresses(&fields, &provider);
    readDeviations(&fields, &provider);
    const QJsonObject headers = fields.takeObject("extraHeaders"_L1);
    for (auto header = headers.begin(); header != headers.end(); ++header)
        provider.extraHeaders.append(
            {header.key().toLatin1(), header.value().toString().toLatin1()});
    QString problem;
    const QJsonArray models = fields.takeArray("models"_L1);
    for (const QJsonValue &model : models)
        provider.models.append(readModel(model.toObject(), &problem));
    if (!fields.problem().isEmpty())
        problem = fields.problem();
    if (!problem.isEmpty())
        return refuse("provider "_L1 + provider.id + ": "_L1 + problem);
    return provider;
}

} // namespace pennyworth
