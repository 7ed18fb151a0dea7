// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servicechoice.h"

#include "cli/failure.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kCustomProvider = "custom"_L1;

} // namespace

ServiceChoice::ServiceChoice(OwnedServices &services)
    : m_services(services)
{
}

ServiceChoice::~ServiceChoice() = default;

Result<Done> ServiceChoice::check(const Arguments &arguments)
{
    QStringList given;
    for (const QString &option : {u"demo"_s, u"provider"_s, u"base-url"_s}) {
        if (arguments.contains(option))
            given += u"--"_s + option;
    }
    if (given.size() > 1)
        return wrongUsage(Tr::tr("Only one of %1 can be meant.").arg(given.join(u", "_s)));
    return Done{};
}

Result<Provider> ServiceChoice::choose(const Arguments &arguments, const QString &fallback)
{
    const QString name = arguments.value(u"provider"_s, fallback);
    if (arguments.contains(u"base-url"_s)) {
        const Result<Provider> provider = ProviderCatalog::custom(arguments.value(u"base-url"_s));
        if (!provider)
            return wrongUsage(Tr::tr("--base-url: %1").arg(provider.error().detail));
        m_services.providers().add(*provider);
        return provider;
    }
    if (arguments.contains(u"demo"_s) || name == kDemonstrationProvider)
        return startDemonstration(arguments.contains(u"no-store"_s) ? Trace::None : Trace::Kept);
    if (name == kCustomProvider && !m_services.providers().find(name))
        return wrongUsage(Tr::tr("This conversation is with a service that was named by its "
                                 "address; name it again with --base-url."));
    return m_services.providers().find(name);
}

Result<Provider> ServiceChoice::startDemonstration(Trace trace)
{
    const QString cacheFile = m_services.paths().demonstrationFile();
    m_demonstration = std::make_unique<Demonstration>(
        m_services.services().prices, trace == Trace::Kept ? cacheFile : QString());
    const Result<quint16> port = m_demonstration->start();
    if (!port)
        return port.error();
    const Provider provider = m_services.providers().demonstration(*port);
    m_services.providers().add(provider);
    return provider;
}

} // namespace pennyworth
