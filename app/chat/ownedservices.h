// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/servicebook.h"
#include "chat/services.h"
#include "environment/paths.h"

#include <memory>
#include <optional>

namespace pennyworth {

/// Makes and owns what Services refers to, for one home: what main() and every command start from.
/// The store is not opened yet.
class OwnedServices final {
public:
    /// `keychainTimeout` as in KeyStore.
    OwnedServices(const Paths &paths, std::chrono::milliseconds keychainTimeout);
    ~OwnedServices();

    [[nodiscard]] Services services();
    [[nodiscard]] const Paths &paths() const { return m_paths; }
    [[nodiscard]] ProviderCatalog &providers()
    {
        return m_providers;
    } ///< to add custom and demonstration services
    [[nodiscard]] ServiceBook &book() { return m_book; }
    /// Why the user's own services are missing; empty where they are not.
    [[nodiscard]] const std::optional<Error> &bookError() const { return m_bookError; }

private:
    Paths m_paths;
    SystemClock m_clock;
    PriceBook m_prices;
    ProviderCatalog m_providers;
    ServiceBook m_book;
    std::optional<Error> m_bookError;
    std::unique_ptr<KeyStore> m_keys;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Store> m_store;
};

} // namespace pennyworth
