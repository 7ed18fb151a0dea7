// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricerow.h"

#include <algorithm>

namespace pennyworth {

DayKind HolidayCalendars::kindOf(const QString &calendar, std::chrono::sys_days day) const
{
    // Qt counts days from the same origin as Julian day numbers do.
    constexpr qint64 kJulianDayOfEpoch = 2440588;
    const QDate date = QDate::fromJulianDay(day.time_since_epoch().count() + kJulianDayOfEpoch);
    const auto found = std::ranges::find(list, calendar, &HolidayCalendar::id);
    if (found == list.cend())
        return DayKind::Unknown;
    const auto year = found->daysOff.constFind(date.year());
    if (year == found->daysOff.cend())
        return DayKind::Unknown;
    return year->contains(date) ? DayKind::Off : DayKind::Working;
}

} // namespace pennyworth
