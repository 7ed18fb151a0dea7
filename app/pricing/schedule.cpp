// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/schedule.h"

#include <algorithm>
#include <bitset>
#include <utility>

namespace pennyworth {

using namespace std::chrono;

namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr int kMinutesOfWeek = 7 * kMinutesOfDay;

/// The day, by the window's own calendar, on which the occurrence of `window` that covers `at`
/// starts, if one does.
std::optional<sys_days> startDay(const PriceWindow &window, Instant at)
{
    const Instant local = at + minutes{window.utcOffsetMinutes};
    const sys_days today = floor<days>(local);
    const milliseconds time = local - today;
    const minutes start{window.startMinute};
    const minutes end{window.endMinute};
    const bool wraps = end <= start;
    std::optional<sys_days> day;
    if (time >= start && (wraps || time < end))
        day = today;
    else if (wraps && time < end)
        day = today - days{1};
    if (day && !window.days.contains(static_cast<int>(weekday{*day}.iso_encoding())))
        return {};
    return day;
}

int length(const PriceWindow &window)
{
    const int minutesLong = window.endMinute - window.startMinute;
    return minutesLong > 0 ? minutesLong : minutesLong + kMinutesOfDay;
}

/// The minutes of a UTC week, counted from Monday, that `window` covers.
std::bitset<kMinutesOfWeek> coveredMinutes(const PriceWindow &window)
{
    std::bitset<kMinutesOfWeek> covered;
    for (const int day : window.days) {
        const int start = (day - 1) * kMinutesOfDay + window.startMinute - window.utcOffsetMinutes
            + kMinutesOfWeek;
        for (int minute = start; minute < start + length(window); ++minute)
            covered.set(static_cast<size_t>(minute % kMinutesOfWeek));
    }
    return covered;
}

} // namespace

RowState stateAt(const PriceRow &row, Instant at, const HolidayCalendars &calendars)
{
    const RowState base{
        .prices = row.prices, .holidayPrices = row.prices, .window = row.baseWindow};
    for (const PriceWindow &window : row.windows) {
        const std::optional<sys_days> day = startDay(window, at);
        if (!day)
            continue;
        const RowState inside{
            .prices = window.prices, .holidayPrices = window.prices, .window = window.name};
        if (window.exceptCalendar.isEmpty())
            return inside;
        switch (calendars.kindOf(window.exceptCalendar, *day)) {
        case DayKind::Working:
            return inside;
        case DayKind::Off:
            continue;
        case DayKind::Unknown:
            return {.prices = window.prices, .holidayPrices = row.prices, .window = window.name};
        }
    }
    return base;
}

std::optional<Instant> nextEdge(const PriceRow &row, Instant at)
{
    const sys_days today = floor<days>(at);
    std::optional<Instant> next;
    for (const PriceWindow &window : row.windows) {
        for (const int localMinute : {window.startMinute, window.endMinute}) {
            const int minute =
                (localMinute - window.utcOffsetMinutes + 2 * kMinutesOfDay) % kMinutesOfDay;
            Instant edge = today + minutes{minute};
            if (edge <= at)
                edge += days{1};
            next = std::min(next.value_or(edge), edge);
        }
    }
    return next;
}

std::optional<std::pair<qsizetype, qsizetype>> overlappingWindows(const PriceRow &row)
{
    QList<std::bitset<kMinutesOfWeek>> covered;
    covered.reserve(row.windows.size());
    for (const PriceWindow &window : row.windows) {
        covered.append(coveredMinutes(window));
        for (qsizetype earlier = 0; earlier + 1 < covered.size(); ++earlier) {
            if ((covered.at(earlier) & covered.last()).any())
                return std::pair{earlier, covered.size() - 1};
        }
    }
    return {};
}

const PriceRow &PriceTimeline::row(qsizetype i) const
{
    return m_rows[static_cast<size_t>(m_positions[static_cast<size_t>(i)])];
}

qsizetype PriceTimeline::rowsStartedBy(Instant at) const
{
    const auto startOf = [this](qsizetype position) {
        return m_rows[static_cast<size_t>(position)].effectiveFrom;
    };
    return std::ranges::upper_bound(m_positions, at, {}, startOf) - m_positions.begin();
}

std::optional<qsizetype> PriceTimeline::rowAt(Instant at) const
{
    const qsizetype started = rowsStartedBy(at);
    if (started == 0)
        return {};
    const std::optional<Instant> end = row(started - 1).effectiveTo;
    return end && *end <= at ? std::nullopt : std::optional(started - 1);
}

std::optional<Instant> PriceTimeline::nextStart(Instant at) const
{
    const qsizetype started = rowsStartedBy(at);
    return started < size() ? std::optional(row(started).effectiveFrom) : std::nullopt;
}

PriceWalk::PriceWalk(const PriceTimeline &timeline, qsizetype row, Instant at)
    : m_timeline(&timeline)
{
    enterRow(row, at);
}

void PriceWalk::enterRow(qsizetype row, Instant at)
{
    // A week, and more than what offsets from UTC can shift.
    constexpr days kPattern{10};
    m_row = row;
    m_at = at;
    m_repeatsFrom = std::max<Instant>(at, m_timeline->calendars().knownUntil) + kPattern;
}

bool PriceWalk::advance()
{
    const std::optional<Instant> end = row().effectiveTo;
    const std::optional<Instant> edge = nextEdge(row(), m_at);
    if (edge && *edge <= m_repeatsFrom && (!end || *edge < *end)) {
        m_at = *edge;
        return true;
    }
    const qsizetype next = m_row + 1;
    if (!end || next == m_timeline->size() || m_timeline->row(next).effectiveFrom != *end)
        return false;
    enterRow(next, *end);
    return true;
}

} // namespace pennyworth
