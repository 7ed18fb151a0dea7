// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/quote.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace pennyworth {

/// Days off of one country, by year. A year that is not listed is unknown, which is not the same as
/// a year without days off.
struct HolidayCalendar {
    QString id; ///< "cn-public-holidays"
    QHash<int, QSet<QDate>> daysOff;
};

enum class DayKind { Working, Off, Unknown };

struct HolidayCalendars {
    QList<HolidayCalendar> list;
    std::chrono::sys_days knownUntil{}; ///< the end of the last year that any of them lists

    /// Working says only that the day is not off; it may be a Sunday.
    [[nodiscard]] DayKind kindOf(const QString &calendar, std::chrono::sys_days day) const;
};

/// Hours of certain days in which other prices than the row's base prices hold. Start included, end
/// excluded.
struct PriceWindow {
    QString name; ///< "peak", "off-peak"
    /// ISO weekdays, 1 for Monday, by the calendar of utcOffsetMinutes: the day on which it starts.
    QSet<int> days;
    int utcOffsetMinutes = 0; ///< fixed offset in which days and hours are meant; never a zone name
    int startMinute = 0; ///< of the local day
    int endMinute = 0; ///< not above startMinute: ends on the next day
    QString exceptCalendar; ///< id of a calendar: its days off are no days of it. Or empty
    UnitPrices prices;
};

/// One price list entry: a model's prices over a stretch of time in one currency.
struct PriceRow {
    QString id; ///< stable, stored with every request it priced
    QString provider;
    QString model; ///< canonical model id
    QStringList aliases; ///< other names served by the same model during this row
    QString modelVersion;
    Currency currency;
    Instant effectiveFrom{}; ///< included
    std::optional<Instant> effectiveTo; ///< excluded; empty: still in force
    QString precision; ///< of effectiveFrom: "exact", "minute", "day" or "approximate"
    UnitPrices prices; ///< outside all windows
    /// Name of the time outside all windows: "standard", or "off-peak" where the windows are peaks.
    QString baseWindow;
    QList<PriceWindow> windows; ///< do not overlap
    QString source;
    Confidence confidence = Confidence::Low;
    QString notes;
};

} // namespace pennyworth
