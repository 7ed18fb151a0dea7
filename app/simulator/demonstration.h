// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QThread>

#include <memory>

namespace pennyworth {

class PriceBook;

/// The simulator as the built-in demonstration service: on a loopback port of its own and a thread
/// of its own, so that it takes nothing from the window. At 60 tokens a second, the launch speed of
/// DeepSeek-V3. Stops when destroyed.
class Demonstration final {
public:
    /// `prices` must outlive it. `cacheFile` keeps the context cache over restarts, as hashes, so
    /// that a conversation that goes on tomorrow earns its cache hits; empty: nothing is kept.
    explicit Demonstration(const PriceBook &prices, const QString &cacheFile = {});
    ~Demonstration();

    /// The port it listens on; waits until it does. For tests, a given speed.
    Result<quint16> start(int tokensPerSecond = 60);

private:
    const PriceBook &m_prices;
    QString m_cacheFile;
    QThread m_thread;
};

} // namespace pennyworth
