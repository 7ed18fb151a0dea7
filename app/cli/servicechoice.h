// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/ownedservices.h"
#include "cli/arguments.h"
#include "simulator/demonstration.h"

#include <memory>

namespace pennyworth {

/// Which service a command talks to: a known one, one named by its address, or the built-in
/// demonstration, which runs as long as this lives.
class ServiceChoice final {
public:
    explicit ServiceChoice(OwnedServices &services);
    ~ServiceChoice();

    /// WrongUsage where more than one of --demo, --provider and --base-url is given.
    static Result<Done> check(const Arguments &arguments);

    /// What the arguments ask for, else `fallback`; part of the catalogue from now on.
    /// UnknownProvider, WrongUsage for an address that is none.
    Result<Provider> choose(const Arguments &arguments, const QString &fallback);

private:
    enum class Trace { Kept, None }; // of what the demonstration has read, as hashes
    Result<Provider> startDemonstration(Trace trace);

    OwnedServices &m_services;
    std::unique_ptr<Demonstration> m_demonstration;
};

} // namespace pennyworth
