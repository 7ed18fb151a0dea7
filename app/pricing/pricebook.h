// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "pricing/pricerow.h"
#include "pricing/quote.h"
#include "pricing/schedule.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace pennyworth {

/// A stretch of one UTC day in which one window's prices hold.
struct DaySpan {
    Instant from{};
    Instant to{};
    QString window;
    UnitPrices prices;

    bool operator==(const DaySpan &) const = default;
};

/// Every price that is known, with its time: which unit prices hold for a model at an instant in a
/// currency. Immutable after reading; safe to read from any thread. Knows no clock.
class PriceBook final {
public:
    /// Reads price files of the schema in resources/prices/README.md. All of them or an error that
    /// names the row.
    static Result<PriceBook> fromJson(const QList<QByteArray> &files);
    /// The price book that is built in (resources/prices). Its files are tested, so an error here
    /// is a broken build.
    static Result<PriceBook> builtIn();

    /// UnknownPrice where no row covers it: never a guess, never zero. `provider` is
    /// Provider::priceBookProvider.
    Result<Quote> quote(
        const QString &provider, const QString &model, Instant at, Currency currency) const;

    /// The day that contains `at` (UTC), cut at every change of window or price, for the day bar.
    /// Stretches without a known price are missing.
    [[nodiscard]] QList<DaySpan> day(
        const QString &provider, const QString &model, Instant at, Currency currency) const;

    /// Every quote that holds somewhere in [from, to], both included: each row's different prices
    /// once, in the order in which they first hold, so that a span of years stays a short list.
    /// UnknownPrice where there is a gap, InvalidValue for to < from.
    Result<QList<Quote>> quotes(const QString &provider, const QString &model, Instant from,
        Instant to, Currency currency) const;

    [[nodiscard]] const QList<PriceRow> &rows() const { return m_rows; }
    /// The currencies that `provider` publishes lists in, in the order of the price file.
    [[nodiscard]] QList<Currency> currencies(const QString &provider) const;

private:
    /// What a price is looked up by; `name` is a canonical id or an alias.
    struct Key {
        QString provider;
        QString name;
        Currency currency;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.provider, key.name, key.currency.code());
        }
    };

    PriceBook(QList<PriceRow> rows, HolidayCalendars calendars);

    [[nodiscard]] PriceTimeline timeline(
        const QString &provider, const QString &model, Currency currency) const;
    /// The state of `walk`, asked for as `model`.
    [[nodiscard]] Quote quoteAt(
        const PriceTimeline &timeline, const PriceWalk &walk, const QString &model) const;
    /// Why there is no price at `at`, with what is known instead.
    [[nodiscard]] Error unknownPrice(
        const QString &provider, const QString &model, Instant at, Currency currency) const;
    [[nodiscard]] Error unknownName(
        const QString &provider, const QString &model, Currency currency) const;
    /// Two rows that price one name at one instant.
    [[nodiscard]] std::optional<Error> overlap() const;

    QList<PriceRow> m_rows;
    HolidayCalendars m_calendars;
    QHash<Key, QList<qsizetype>> m_rowsByKey; // positions in m_rows, by time
};

} // namespace pennyworth
