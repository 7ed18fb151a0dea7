// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace pennyworth {

/// The services that are known, from resources/providers/*.json (schema:
/// resources/providers/README.md). A value.
class ProviderCatalog final {
public:
    static Result<ProviderCatalog> fromJson(const QList<QByteArray> &files);
    static Result<ProviderCatalog> builtIn();

    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    Result<Provider> find(const QString &id) const; ///< UnknownProvider, naming the known ones
    void add(const Provider &provider); ///< replaces the one of the same id
    void remove(const QString &id);
    [[nodiscard]] bool contains(const QString &id) const;

    /// What a new conversation with that service starts with: what the user chose for it, otherwise
    /// its default model and nothing else.
    [[nodiscard]] GenerationSettings startingSettings(const QString &id) const;
    void setDefaults(const GenerationSettings &defaults); ///< of the service it names

    /// Any OpenAI-compatible service at `baseUrl`: the most careful assumptions. Id "custom", key
    /// variable PENNYWORTH_API_KEY, no key needed. InvalidValue where it is no http(s) URL.
    static Result<Provider> custom(const QString &baseUrl);

    /// The built-in demonstration service at a loopback port: id "demo", not billable, DeepSeek's
    /// models.
    [[nodiscard]] Provider demonstration(quint16 port) const;

private:
    QList<Provider> m_providers;
    QHash<QString, GenerationSettings> m_defaults; // by provider
};

} // namespace pennyworth
