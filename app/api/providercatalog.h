// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
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

    /// Any OpenAI-compatible service at `baseUrl`: the most careful assumptions. Id "custom", key
    /// variable PENNYWORTH_API_KEY, no key needed. InvalidValue where it is no http(s) URL.
    static Result<Provider> custom(const QString &baseUrl);

    /// The built-in demonstration service at a loopback port: id "demo", not billable, DeepSeek's
    /// models.
    [[nodiscard]] Provider demonstration(quint16 port) const;

private:
    QList<Provider> m_providers;
};

} // namespace pennyworth
