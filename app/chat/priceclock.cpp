// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/priceclock.h"

#include <algorithm>

namespace pennyworth {

using namespace std::chrono_literals;

namespace {

/// The countdown's minute ends when what is left is a whole number of minutes.
std::chrono::milliseconds leftOfMinute(std::chrono::milliseconds left)
{
    const std::chrono::milliseconds rest = left % std::chrono::milliseconds(1min);
    return rest > 0ms ? rest : std::chrono::milliseconds(1min);
}

} // namespace

PriceClock::PriceClock(const PriceBook &prices, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_prices(prices)
    , m_clock(clock)
    , m_quote(Error{.kind = ErrorKind::UnknownPrice})
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(
        Qt::PreciseTimer); // a coarse one may come seconds early, before there is anything new
    connect(&m_timer, &QTimer::timeout, this, &PriceClock::refresh);
}

void PriceClock::setModel(const QString &priceBookProvider, const QString &model, Currency currency)
{
    m_provider = priceBookProvider;
    m_model = model;
    m_currency = currency;
    refresh();
}

void PriceClock::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    refresh();
}

QList<DaySpan> PriceClock::today() const
{
    return m_prices.day(m_provider, m_model, now(), m_currency);
}

Instant PriceClock::now() const
{
    return m_clock.now();
}

void PriceClock::refresh()
{
    const Result<Quote> quoteBefore = m_quote;
    const auto untilBefore = m_untilChange;
    look();
    rearm();
    if (m_quote != quoteBefore || m_untilChange != untilBefore)
        emit changed();
}

void PriceClock::look()
{
    const Instant at = now();
    m_quote = m_prices.quote(m_provider, m_model, at, m_currency);
    m_untilChange.reset();
    if (m_quote && m_quote->nextChange)
        m_untilChange = std::chrono::ceil<std::chrono::minutes>(m_quote->nextChange->at - at);
}

void PriceClock::rearm()
{
    m_timer.stop();
    m_wakeup.reset();
    if (!m_shown)
        return;
    const Instant at = now();
    std::chrono::milliseconds wait = 1min; // against suspend and clock jumps
    if (m_quote && m_quote->nextChange)
        wait = std::min(wait, leftOfMinute(m_quote->nextChange->at - at));
    if (m_quote && m_quote->until && *m_quote->until > at)
        wait = std::min(wait, *m_quote->until - at);
    m_wakeup = at + wait;
    m_timer.start(wait);
}

} // namespace pennyworth

#include "moc_priceclock.cpp"
