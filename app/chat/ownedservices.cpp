// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ownedservices.h"

namespace pennyworth {

namespace {

/// What is built in is tested, so that an error is a broken build.
template <class T>
T builtIn()
{
    Result<T> made = T::builtIn();
    Q_ASSERT(made.hasValue());
    return std::move(made).value();
}

} // namespace

OwnedServices::OwnedServices(const Paths &paths, std::chrono::milliseconds keychainTimeout)
    : m_paths(paths)
    , m_prices(builtIn<PriceBook>())
    , m_providers(builtIn<ProviderCatalog>())
    , m_book(m_providers, paths.servicesFile())
    , m_keys(std::make_unique<KeyStore>(paths.keychainService(), keychainTimeout))
    , m_transport(std::make_unique<Transport>())
    , m_store(std::make_unique<Store>(paths.databaseFile(), m_prices, m_clock))
{
    if (const Result<Done> read = m_book.load(); read.hasError())
        m_bookError = read.error();
}

OwnedServices::~OwnedServices() = default;

Services OwnedServices::services()
{
    return {.store = *m_store,
        .keys = *m_keys,
        .transport = *m_transport,
        .prices = m_prices,
        .providers = m_providers,
        .clock = m_clock};
}

} // namespace pennyworth
