// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/clock.h"
#include "pricing/pricebook.h"

#include <QObject>
#include <QTimer>

namespace pennyworth {

/// The price in force for one model and the one timer that keeps it true: a single shot to the next
/// displayed change (the minute of the countdown, or the price itself), re-armed at most a minute
/// ahead against suspend and clock jumps, and only while somebody shows it. Main thread.
class PriceClock final : public QObject {
    Q_OBJECT

public:
    PriceClock(const PriceBook &prices, const Clock &clock, QObject *parent = nullptr);

    void setModel(const QString &priceBookProvider, const QString &model, Currency currency);
    void setShown(bool shown); ///< the timer runs only while shown

    [[nodiscard]] const Result<Quote> &quote() const
    {
        return m_quote;
    } ///< UnknownPrice where there is none
    [[nodiscard]] QList<DaySpan> today() const; ///< the UTC day, for the day bar
    [[nodiscard]] Instant now() const;
    /// To the next change of price, rounded up to minutes; empty where none is known.
    [[nodiscard]] std::optional<std::chrono::minutes> untilChange() const { return m_untilChange; }
    /// When the timer looks again; empty while nobody shows it.
    [[nodiscard]] std::optional<Instant> nextWakeup() const { return m_wakeup; }

public slots:
    void
    refresh(); ///< looks at the clock now; `changed` follows at once if anything shown is another

signals:
    void changed(); ///< the quote or the countdown's minute

private:
    void look();
    void rearm();

    const PriceBook &m_prices;
    const Clock &m_clock;
    QString m_provider;
    QString m_model;
    Currency m_currency;
    bool m_shown = false;
    Result<Quote> m_quote;
    std::optional<std::chrono::minutes> m_untilChange;
    std::optional<Instant> m_wakeup;
    QTimer m_timer;
};

} // namespace pennyworth
