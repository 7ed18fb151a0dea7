// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/pricerow.h"

#include <optional>
#include <span>

namespace pennyworth {

/// What one row says about one instant.
struct RowState {
    UnitPrices prices;
    /// What holds instead if the day is a holiday; `prices` where that is known or makes no
    /// difference.
    UnitPrices holidayPrices;
    QString window;

    [[nodiscard]] bool isCalendarUnknown() const { return prices != holidayPrices; }
    bool operator==(const RowState &) const = default;
};

[[nodiscard]] RowState stateAt(const PriceRow &row, Instant at, const HolidayCalendars &calendars);

/// The next start or end of one of the row's windows after `at`, on whatever day: the state can
/// change only there. Empty for a row without windows. Knows nothing of effectiveTo.
[[nodiscard]] std::optional<Instant> nextEdge(const PriceRow &row, Instant at);

/// The first two windows of the row that share a minute of the week, if any do. Holidays do not
/// count.
[[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>> overlappingWindows(
    const PriceRow &row);

/// The rows that one name has in one currency, in order of time. Points into a PriceBook and may
/// not outlive it.
class PriceTimeline final {
public:
    PriceTimeline(std::span<const PriceRow> rows, std::span<const qsizetype> positions,
        const HolidayCalendars &calendars)
        : m_rows(rows)
        , m_positions(positions)
        , m_calendars(&calendars)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_positions.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_positions.size()); }
    [[nodiscard]] const PriceRow &row(qsizetype i) const;
    [[nodiscard]] const HolidayCalendars &calendars() const { return *m_calendars; }
    /// Number of the row in force at `at`; empty in a gap.
    [[nodiscard]] std::optional<qsizetype> rowAt(Instant at) const;
    /// When the first row that starts after `at` starts.
    [[nodiscard]] std::optional<Instant> nextStart(Instant at) const;

private:
    [[nodiscard]] qsizetype rowsStartedBy(Instant at) const;

    std::span<const PriceRow> m_rows;
    std::span<const qsizetype> m_positions;
    const HolidayCalendars *m_calendars;
};

/// Goes forward along a timeline, from one possible change of state to the next, across rows that
/// follow each other without a gap. Edges of a row are visited until its weekly pattern has been
/// seen beyond the last known holiday calendar; from there on it repeats, and the next stop is the
/// row's end. So a walk is short, however long the time is.
class PriceWalk final {
public:
    PriceWalk(const PriceTimeline &timeline, qsizetype row, Instant at);

    /// False where the known prices end or the state repeats for ever; then row().effectiveTo is
    /// the end of the known prices.
    bool advance();

    [[nodiscard]] Instant at() const { return m_at; }
    [[nodiscard]] qsizetype rowNumber() const { return m_row; }
    [[nodiscard]] const PriceRow &row() const { return m_timeline->row(m_row); }
    [[nodiscard]] RowState state() const { return stateAt(row(), m_at, m_timeline->calendars()); }

private:
    void enterRow(qsizetype row, Instant at);

    const PriceTimeline *m_timeline;
    qsizetype m_row = 0;
    Instant m_at{};
    Instant m_repeatsFrom{};
};

} // namespace pennyworth
