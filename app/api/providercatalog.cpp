// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providercatalog.h"

#include "api/providerreader.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// The order in which they are offered.
constexpr QLatin1StringView kFiles[] = {":/pennyworth/providers/deepseek.json"_L1,
    ":/pennyworth/providers/openai.json"_L1, ":/pennyworth/providers/openrouter.json"_L1,
    ":/pennyworth/providers/ollama.json"_L1, ":/pennyworth/providers/lmstudio.json"_L1};

/// A base URL as people paste it, without the path that is appended anyway.
QUrl withoutEndpoint(QUrl url)
{
    QString path = url.path();
    for (const auto end : {"/"_L1, "/chat/completions"_L1, "/"_L1}) {
        if (path.endsWith(end))
            path.chop(end.size());
    }
    url.setPath(path);
    return url;
}

} // namespace

Result<ProviderCatalog> ProviderCatalog::fromJson(const QList<QByteArray> &files)
{
    ProviderCatalog catalog;
    for (const QByteArray &file : files) {
        const Result<Provider> provider = readProvider(file);
        if (provider.hasError())
            return provider.error();
        catalog.add(*provider);
    }
    return catalog;
}

Result<ProviderCatalog> ProviderCatalog::builtIn()
{
    QList<QByteArray> files;
    for (const QLatin1StringView name : kFiles) {
        QFile file{QString(name)};
        if (!file.open(QIODevice::ReadOnly))
            return Error{.kind = ErrorKind::FileFailed,
                .detail = QString(name + ": "_L1 + file.errorString())};
        files.append(file.readAll());
    }
    return fromJson(files);
}

Result<Provider> ProviderCatalog::find(const QString &id) const
{
    QStringList known;
    for (const Provider &provider : m_providers) {
        if (provider.id == id)
            return provider;
        known.append(provider.id);
    }
    return Error{.kind = ErrorKind::UnknownProvider,
        .detail = QString(id + "; known are "_L1 + known.join(", "_L1))};
}

void ProviderCatalog::add(const Provider &provider)
{
    const auto same = std::ranges::find(m_providers, provider.id, &Provider::id);
    if (same == m_providers.end())
        m_providers.append(provider);
    else
        *same = provider;
}

void ProviderCatalog::remove(const QString &id)
{
    m_providers.removeIf([&id](const Provider &provider) { return provider.id == id; });
    m_defaults.remove(id);
}

bool ProviderCatalog::contains(const QString &id) const
{
    return std::ranges::find(m_providers, id, &Provider::id) != m_providers.end();
}

GenerationSettings ProviderCatalog::startingSettings(const QString &id) const
{
    GenerationSettings settings = m_defaults.value(id);
    settings.provider = id;
    if (settings.model.isEmpty())
        settings.model = find(id).valueOr({}).defaultModel;
    return settings;
}

void ProviderCatalog::setDefaults(const GenerationSettings &defaults)
{
    m_defaults.insert(defaults.provider, defaults);
}

Result<Provider> ProviderCatalog::custom(const QString &baseUrl)
{
    const QUrl url(baseUrl.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty()) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = QString(
                baseUrl.trimmed() + " is no address that begins with http:// or https://"_L1)};
    }
    if (!url.userInfo().isEmpty())
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"the address must not hold a user name or password"_s};
    Provider provider;
    provider.id = u"custom"_s;
    provider.name = url.authority();
    provider.baseUrl = withoutEndpoint(url);
    provider.keyVariable = u"PENNYWORTH_API_KEY"_s;
    provider.needsKey = false;
    provider.splitsThinkTags = true;
    return provider;
}

Provider ProviderCatalog::demonstration(quint16 port) const
{
    Provider provider = find(u"deepseek"_s).valueOr({});
    provider.id = u"demo"_s;
    provider.name = u"Demonstration"_s;
    provider.baseUrl.setUrl("http://127.0.0.1:"_L1 + QString::number(port));
    provider.betaUrl.setUrl(provider.baseUrl.toString() + "/beta"_L1);
    provider.keyPage.clear();
    provider.topUpPage.clear();
    provider.keyVariable.clear();
    provider.needsKey = false;
    provider.billable = false;
    return provider;
}

} // namespace pennyworth
