// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/daygroup.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPinned = -1;
constexpr int kToday = 0;
constexpr int kYesterday = 1;
constexpr int kPreviousWeek = 2;
constexpr int kMonths = 12;

int keyOf(std::chrono::sys_days day, std::chrono::sys_days today)
{
    const auto ago = (today - day).count();
    if (ago <= 0)
        return kToday;
    if (ago == 1)
        return kYesterday;
    if (ago <= 7)
        return kPreviousWeek;
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * kMonths
        + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

/// Where the text of this file is translated.
struct DayText {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::DayGroup)
};

} // namespace

DayGroup::DayGroup(std::chrono::sys_days day, std::chrono::sys_days today)
    : m_key(keyOf(day, today))
{
}

DayGroup DayGroup::pinned()
{
    return DayGroup(kPinned);
}

QString DayGroup::title() const
{
    if (m_key == kPinned)
        return DayText::tr("Pinned");
    if (m_key == kToday)
        return DayText::tr("Today");
    if (m_key == kYesterday)
        return DayText::tr("Yesterday");
    if (m_key == kPreviousWeek)
        return DayText::tr("Previous 7 days");
    const QDate month(m_key / kMonths, m_key % kMonths + 1, 1);
    //: A month as a heading, in the words of QDate::toString: "November 2026"
    return QLocale().toString(month, DayText::tr("MMMM yyyy"));
}

std::chrono::sys_days localDay(Instant at, int utcOffsetMinutes)
{
    return std::chrono::floor<std::chrono::days>(at + std::chrono::minutes(utcOffsetMinutes));
}

} // namespace pennyworth
