// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/clock.h"

#include <QDateTime>

namespace pennyworth {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

int SystemClock::utcOffsetMinutes(Instant at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).offsetFromUtc() / 60;
}

} // namespace pennyworth
