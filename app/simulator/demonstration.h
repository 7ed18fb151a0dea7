// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QThread>

#include <memory>

namespace pennyworth {

class PriceBook;

/// The simulator as the built-in demonstration service: on a loopback port of its own and a thread
/// of its own, so that it takes nothing from the window. At 60 tokens a second, the launch speed of
/// DeepSeek-V3. Stops when destroyed.
class Demonstration final {
public:
    /// `prices` must outlive it.
    explicit Demonstration(const PriceBook &prices);
    ~Demonstration();

    /// The port it listens on; waits until it does. For tests, a given speed.
    Result<quint16> start(int tokensPerSecond = 60);

private:
    const PriceBook &m_prices;
    QThread m_thread;
};

} // namespace pennyworth
