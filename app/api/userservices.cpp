// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/userservices.h"

#include "api/providerfields.h"
#include "api/providerreader.h"
#include "api/providerwriter.h"
#include "domain/decimal.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr int kTemperatureScale = 2;

Error refused(const QString &why)
{
    return {.kind = ErrorKind::InvalidValue, .detail = why};
}

Result<GenerationSettings> readDefaults(const QString &provider, const QJsonObject &object)
{
    GenerationSettings settings{.provider = provider};
    ProviderFields fields(object);
    QString temperature;
    fields.read("model"_L1, &settings.model);
    fields.read("thinking"_L1, kThinkings, &settings.thinking);
    fields.read("effort"_L1, kEfforts, &settings.effort);
    fields.read("temperature"_L1, &temperature);
    fields.read("maxTokens"_L1, &settings.maxTokens);
    fields.read("systemPrompt"_L1, &settings.systemPrompt);
    if (!temperature.isEmpty()) {
        const Result<qint64> hundredths = parseDecimal(temperature, kTemperatureScale);
        if (!hundredths || *hundredths < 0 || *hundredths > 200)
            fields.fail("temperature"_L1, "is none from 0 to 2"_L1);
        else
            settings.temperatureHundredths = static_cast<int>(*hundredths);
    }
    if (!fields.problem().isEmpty())
        return refused("defaults of "_L1 + provider + ": "_L1 + fields.problem());
    return settings;
}

QJsonObject writeDefaults(const GenerationSettings &settings)
{
    QJsonObject object;
    const auto write = [&object](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    write("model"_L1, settings.model);
    write("thinking"_L1, wordFor(kThinkings, settings.thinking));
    write("effort"_L1, wordFor(kEfforts, settings.effort));
    if (settings.temperatureHundredths)
        write("temperature"_L1, formatDecimal(*settings.temperatureHundredths, kTemperatureScale));
    if (settings.maxTokens)
        object.insert("maxTokens"_L1, *settings.maxTokens);
    write("systemPrompt"_L1, settings.systemPrompt);
    return object;
}

/// Its own services, one after the other; none may be called like another.
Result<QList<Provider>> readOwn(const QJsonArray &array)
{
    QList<Provider> services;
    for (const QJsonValue &value : array) {
        const Result<Provider> provider = readProvider(value.toObject());
        if (!provider)
            return provider.error();
        if (std::ranges::find(services, provider->id, &Provider::id) != services.end())
            return refused("there are two services "_L1 + provider->id);
        for (const auto &[name, content] : provider->extraHeaders) {
            const Result<Done> plain =
                checkPlainHeader(QString::fromLatin1(name), QString::fromLatin1(content));
            if (!plain)
                return refused("provider "_L1 + provider->id + ": "_L1 + plain.error().detail);
        }
        services.append(*provider);
    }
    return services;
}

} // namespace

Result<UserServices> readUserServices(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refused("it is no JSON object: "_L1 + error.errorString());
    ProviderFields fields(document.object());
    std::optional<qint64> version;
    fields.read("version"_L1, &version);
    if (version.value_or(kVersion) > kVersion)
        return refused(u"it was written by a newer Pennyworth"_s);

    UserServices result;
    const Result<QList<Provider>> own = readOwn(fields.takeArray("services"_L1));
    if (!own)
        return own.error();
    result.services = *own;
    const QJsonObject offered = fields.takeObject("models"_L1);
    for (auto entry = offered.begin(); entry != offered.end(); ++entry) {
        const Result<QList<Model>> models = readModels(entry.value().toArray());
        if (!models)
            return refused("models of "_L1 + entry.key() + ": "_L1 + models.error().detail);
        result.offered.insert(entry.key(), *models);
    }
    const QJsonObject defaults = fields.takeObject("defaults"_L1);
    for (auto entry = defaults.begin(); entry != defaults.end(); ++entry) {
        const Result<GenerationSettings> settings =
            readDefaults(entry.key(), entry.value().toObject());
        if (!settings)
            return settings.error();
        result.defaults.append(*settings);
    }
    if (!fields.problem().isEmpty())
        return refused(fields.problem());
    return result;
}

QByteArray writeUserServices(const UserServices &services)
{
    QJsonArray own;
    for (const Provider &provider : services.services)
        own.append(writeProvider(provider));
    QJsonObject offered;
    for (auto entry = services.offered.cbegin(); entry != services.offered.cend(); ++entry)
        offered.insert(entry.key(), writeModels(entry.value()));
    QJsonObject defaults;
    for (const GenerationSettings &settings : services.defaults) {
        const QJsonObject object = writeDefaults(settings);
        if (!object.isEmpty())
            defaults.insert(settings.provider, object);
    }
    const QJsonObject document{{"version"_L1, kVersion}, {"services"_L1, own},
        {"models"_L1, offered}, {"defaults"_L1, defaults}};
    return QJsonDocument(document).toJson();
}

Result<Done> checkPlainHeader(const QString &name, const QString &value)
{
    static const QRegularExpression header(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"_s);
    static const QRegularExpression text(u"^[\\x20-\\x7e]*$"_s);
    if (!header.match(name).hasMatch() || !text.match(value).hasMatch())
        return refused(
            u"a header has a name without spaces and a value of plain ASCII characters"_s);
    // Names that carry credentials, and values built like keys: "sk-…", "Bearer …", or one long
    // word that mixes letters and digits.
    static const QRegularExpression secretName(
        u"auth(?!ors?($|-))|cookie|secret|token(?!s)|passw|credential|session|(^|[-_])key($|[-_])|apikey"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression secretValue(
        u"^(bearer|basic|token)\\s|^(sk|pk|rk|gsk|xai|hf|ghp|glpat|AIza)[-_A-Za-z0-9]{8,}"
        u"|^(?=\\S*[0-9])(?=\\S*[A-Za-z])[A-Za-z0-9+/=_.-]{24,}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (secretName.match(name).hasMatch() || secretValue.match(value).hasMatch()) {
        return refused("the header "_L1 + name
            + " looks like a secret, and headers are kept in a plain file; an API key belongs into "
              "the keychain"_L1);
    }
    return Done{};
}

} // namespace pennyworth
