// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "pricing/pricerow.h"
#include "pricing/quote.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pennyworth {

/// A stretch of one UTC day in which one window's prices hold.
struct DaySpan {
    Instant from {};
    Instant to {};
    QString window;
    UnitPrices prices;

    bool operator==(const DaySpan &) const = default;
};

/// Every price that is known, with its time: which unit prices hold for a model at an instant in a currency. Immutable after
/// reading; safe to read from any thread. Knows no clock.
class PriceBook final {
public:
    /// Reads price files of the schema in resources/prices/README.md. All of them or an error that names the row.
    static Result<PriceBook> fromJson(const QList<QByteArray> &files);
    /// The price book that is built in (resources/prices). Its files are tested, so an error here is a broken build.
    static Result<PriceBook> builtIn();

    /// UnknownPrice where no row covers it: never a guess, never zero. `provider` is Provider::priceBookProvider.
    Result<Quote> quote(const QString &provider, const QString &model, Instant at, Currency currency) const;

    /// The day that contains `at` (UTC), cut at every change of window or price, for the day bar. Stretches without a known
    /// price are missing.
    [[nodiscard]] QList<DaySpan> day(
        const QString &provider, const QString &model, Instant at, Currency currency) const;

    /// Every quote that holds somewhere in [from, to], in order; at least the one at `from`. UnknownPrice where there is a gap.
    Result<QList<Quote>> quotes(
        const QString &provider, const QString &model, Instant from, Instant to, Currency currency) const;

    [[nodiscard]] const QList<PriceRow> &rows() const { return m_rows; }
    /// The currencies that `provider` publishes lists in.
    [[nodiscard]] QList<Currency> currencies(const QString &provider) const;

private:
    QList<PriceRow> m_rows;
    QList<HolidayCalendar> m_calendars;
};

} // namespace pennyworth
