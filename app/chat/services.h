// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/providercatalog.h"
#include "api/transport.h"
#include "environment/clock.h"
#include "pricing/pricebook.h"
#include "secrets/keystore.h"
#include "store/store.h"

namespace pennyworth {

/// What the chat room works with, owned by main() and outliving every Workspace and ChatSession.
struct Services {
    Store &store;
    KeyStore &keys;
    Transport &transport;
    const PriceBook &prices;
    const ProviderCatalog &providers;
    const Clock &clock;
};

} // namespace pennyworth
