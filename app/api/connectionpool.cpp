// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectionpool.h"

#include "api/proxyvariables.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostIdle = 2; // each holds a thread

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || QHostAddress(host).isLoopback();
}

/// The proxies of the environment, else of the system, but never for a service on this computer.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (const auto named = ProxyVariables::fromEnvironment().proxyFor(query.url()))
            return {*named};
        return systemProxyForQuery(query);
    }
};

} // namespace

ConnectionPool::ConnectionPool(QObject *parent)
    : QObject(parent)
{
}

ConnectionPool::~ConnectionPool() = default;

std::unique_ptr<QNetworkAccessManager> ConnectionPool::lease()
{
    if (!m_idle.empty()) {
        auto network = std::move(m_idle.back());
        m_idle.pop_back();
        return network;
    }
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setProxyFactory(new SystemProxies);
    return network;
}

void ConnectionPool::giveBack(std::unique_ptr<QNetworkAccessManager> network)
{
    if (m_idle.size() < kMostIdle)
        m_idle.push_back(std::move(network));
    else
        network.release()->deleteLater(); // its last reply may still be on the way out
}

} // namespace pennyworth

#include "moc_connectionpool.cpp"
