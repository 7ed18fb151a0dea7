// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricefigures.h"

#include "chat/priceclock.h"
#include "theme/figuretext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// Where the text of this file is translated.
struct PriceText {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::PriceText)
};

/// "01:00 UTC", which is not broken over lines, with the date where it is not within the next day.
QString clockText(Instant at, Instant now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    const bool soon = at - now < std::chrono::hours(24);
    return time.toString(soon ? u"HH:mm\u00a0'UTC'"_s : u"yyyy-MM-dd HH:mm\u00a0'UTC'"_s);
}

bool isMultiple(const UnitPrices &of, const UnitPrices &prices, qint64 factor)
{
    return prices.hitOrMiss().micros == of.hitOrMiss().micros * factor
        && prices.cacheMiss.micros == of.cacheMiss.micros * factor
        && prices.output.micros == of.output.micros * factor;
}

} // namespace

PriceFigures priceFigures(const PriceClock &clock, Billing billing)
{
    PriceFigures figures{.now = clock.now(), .billing = billing};
    if (clock.quote().hasError())
        return figures;
    figures.quote = clock.quote().value();
    figures.day = clock.today();
    figures.untilChange = clock.untilChange();
    return figures;
}

QString windowText(const QString &window)
{
    if (window == "peak"_L1)
        return PriceText::tr("peak", "price window");
    if (window == "off-peak"_L1)
        return PriceText::tr("off-peak", "price window");
    if (window == "standard"_L1)
        return PriceText::tr("standard", "price window");
    return window;
}

QString nextChangeText(const PriceFigures &figures)
{
    if (!figures.quote || !figures.quote->nextChange || !figures.untilChange)
        return {};
    const PriceChange &change = *figures.quote->nextChange;
    const QString time = durationText(*figures.untilChange);
    const QString clock = clockText(change.at, figures.now);
    if (isMultiple(figures.quote->prices, change.prices, 2)) {
        //: The price; %1 is a stretch of time, %2 a time of day
        return PriceText::tr("doubles in %1 (%2)").arg(time, clock);
    }
    if (isMultiple(change.prices, figures.quote->prices, 2)) {
        //: The price; %1 is a stretch of time, %2 a time of day
        return PriceText::tr("halves in %1 (%2)").arg(time, clock);
    }
    //: The price; %1 is a stretch of time, %2 a time of day
    return PriceText::tr("changes in %1 (%2)").arg(time, clock);
}

QString rateText(const PriceFigures &figures)
{
    if (figures.billing == Billing::Local)
        return PriceText::tr("local, nothing is charged");
    if (!figures.quote)
        return PriceText::tr("no price known");
    const QString window = windowText(figures.quote->window);
    if (!figures.untilChange)
        return window;
    //: %1 is the name of a price window ("off-peak"), %2 a stretch of time
    return PriceText::tr("%1, ends in %2").arg(window, durationText(*figures.untilChange));
}

bool isDear(const UnitPrices &prices, const QList<DaySpan> &day)
{
    return std::ranges::any_of(
        day, [&](const DaySpan &span) { return span.prices.output < prices.output; });
}

} // namespace pennyworth
