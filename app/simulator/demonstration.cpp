// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demonstration.h"

#include "simulator/simulator.h"

#include <QMetaObject>

#include <optional>

namespace pennyworth {

using namespace simulated;

Demonstration::Demonstration(const PriceBook &prices, const QString &cacheFile)
    : m_prices(prices)
    , m_cacheFile(cacheFile)
{
}

Demonstration::~Demonstration()
{
    m_thread.quit();
    m_thread.wait();
}

Result<quint16> Demonstration::start(int tokensPerSecond)
{
    SimulatorOptions options;
    options.pace.tokensPerSecond = tokensPerSecond;
    options.keyRule = KeyRule::NotNeeded;
    options.cacheFile = m_cacheFile;
    auto *simulator = new Simulator(m_prices, std::move(options));
    simulator->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, simulator, &QObject::deleteLater);
    m_thread.start();

    std::optional<Result<quint16>> port;
    QMetaObject::invokeMethod(
        simulator, [simulator, &port] { port = simulator->listen(); },
        Qt::BlockingQueuedConnection);
    return *port;
}

} // namespace pennyworth
