// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QList>

namespace pennyworth {

/// Tokens per second over the last two seconds, from samples taken every half second. A value.
class SpeedMeter final {
public:
    void start(Instant firstToken); ///< forgets everything before
    void sample(Instant now, qint64 tokens);

    [[nodiscard]] const QList<double> &values() const
    {
        return m_values;
    } ///< at most 120, the latest last

private:
    struct Sample {
        Instant at{};
        qint64 tokens = 0;
    };

    QList<Sample> m_window; // the oldest first
    QList<double> m_values;
};

} // namespace pennyworth
