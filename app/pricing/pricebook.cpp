// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"

#include "pricing/pricefile.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

Error invalid(const QString &detail)
{
    return {.kind = ErrorKind::InvalidValue, .detail = detail};
}

QStringList namesOf(const PriceRow &row)
{
    return QStringList(row.model) + row.aliases;
}

sys_days endOfKnownYears(const QList<HolidayCalendar> &calendars)
{
    int last = 0;
    for (const HolidayCalendar &calendar : calendars) {
        for (auto year = calendar.daysOff.cbegin(); year != calendar.daysOff.cend(); ++year)
            last = std::max(last, year.key());
    }
    return last > 0 ? sys_days{year{last + 1} / January / 1} : sys_days{};
}

/// Ids of rows and calendars are unique, and every calendar that a window names is there.
std::optional<Error> brokenReference(
    const QList<PriceRow> &rows, const QList<HolidayCalendar> &calendars)
{
    QSet<QString> calendarIds;
    for (const HolidayCalendar &calendar : calendars) {
        if (calendarIds.contains(calendar.id))
            return invalid(u"there are two calendars \"%1\""_s.arg(calendar.id));
        calendarIds.insert(calendar.id);
    }
    QSet<QString> ids;
    for (const PriceRow &row : rows) {
        if (ids.contains(row.id))
            return invalid(u"row \"%1\": the id is used twice"_s.arg(row.id));
        ids.insert(row.id);
        for (const PriceWindow &window : row.windows) {
            if (!window.exceptCalendar.isEmpty() && !calendarIds.contains(window.exceptCalendar)) {
                return invalid(u"row \"%1\": windows: there is no calendar \"%2\""_s.arg(
                    row.id, window.exceptCalendar));
            }
        }
    }
    return {};
}

} // namespace

PriceBook::PriceBook(QList<PriceRow> rows, HolidayCalendars calendars)
    : m_rows(std::move(rows))
    , m_calendars(std::move(calendars))
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const PriceRow &row = m_rows.at(i);
        for (const QString &name : namesOf(row))
            m_rowsByKey[{row.provider, name, row.currency}].append(i);
    }
    const auto start = [this](qsizetype i) { return m_rows.at(i).effectiveFrom; };
    for (QList<qsizetype> &positions : m_rowsByKey)
        std::ranges::sort(positions, {}, start);
}

Result<PriceBook> PriceBook::fromJson(const QList<QByteArray> &files)
{
    QList<PriceRow> rows;
    HolidayCalendars calendars;
    for (const QByteArray &json : files) {
        Result<PriceFile> file = parsePriceFile(json);
        if (!file)
            return file.error();
        rows += file->rows;
        calendars.list += file->calendars;
    }
    if (const std::optional<Error> broken = brokenReference(rows, calendars.list))
        return *broken;
    calendars.knownUntil = endOfKnownYears(calendars.list);
    PriceBook book(std::move(rows), std::move(calendars));
    if (const std::optional<Error> overlap = book.overlap())
        return *overlap;
    return book;
}

Result<PriceBook> PriceBook::builtIn()
{
    QList<QByteArray> files;
    QDirIterator names(u":/pennyworth/prices"_s, {u"*.json"_s}, QDir::Files);
    while (names.hasNext()) {
        QFile file(names.next());
        if (!file.open(QIODevice::ReadOnly))
            return Error{.kind = ErrorKind::FileFailed,
                .detail = file.fileName() + u": "_s + file.errorString()};
        files.append(file.readAll());
    }
    return fromJson(files);
}

std::optional<Error> PriceBook::overlap() const
{
    for (auto key = m_rowsByKey.cbegin(); key != m_rowsByKey.cend(); ++key) {
        for (qsizetype i = 1; i < key->size(); ++i) {
            const PriceRow &earlier = m_rows.at(key->at(i - 1));
            const PriceRow &later = m_rows.at(key->at(i));
            if (!earlier.effectiveTo || *earlier.effectiveTo > later.effectiveFrom) {
                return invalid(
                    u"row \"%1\": effective_from: row \"%2\" prices %3 at the same time"_s.arg(
                        later.id, earlier.id, key.key().name));
            }
        }
    }
    return {};
}

PriceTimeline PriceBook::timeline(
    const QString &provider, const QString &model, Currency currency) const
{
    const auto found = m_rowsByKey.constFind({provider, model, currency});
    if (found == m_rowsByKey.cend())
        return {{}, {}, m_calendars};
    return {m_rows, *found, m_calendars};
}

Quote PriceBook::quoteAt(
    const PriceTimeline &timeline, const PriceWalk &walk, const QString &model) const
{
    const PriceRow &row = walk.row();
    const RowState state = walk.state();
    const auto confidenceOf = [](const PriceRow &of, const RowState &in) {
        return in.isCalendarUnknown() ? Confidence::CalendarUnknown : of.confidence;
    };
    Quote quote{.priceRow = row.id,
        .provider = row.provider,
        .model = model,
        .servedAs = row.model,
        .modelVersion = row.modelVersion,
        .currency = row.currency,
        .prices = state.prices,
        .holidayPrices = state.holidayPrices,
        .window = state.window,
        .until = {},
        .effectiveFrom = row.effectiveFrom,
        .effectiveTo = row.effectiveTo,
        .nextChange = {},
        .source = row.source,
        .confidence = confidenceOf(row, state)};

    PriceWalk ahead(timeline, walk.rowNumber(), walk.at());
    while (ahead.advance()) {
        const RowState then = ahead.state();
        if (then.prices == state.prices)
            continue;
        quote.until = ahead.at();
        quote.nextChange = PriceChange{.at = ahead.at(),
            .window = then.window,
            .prices = then.prices,
            .confidence = confidenceOf(ahead.row(), then)};
        return quote;
    }
    quote.until = ahead.row().effectiveTo;
    return quote;
}

Result<Quote> PriceBook::quote(
    const QString &provider, const QString &model, Instant at, Currency currency) const
{
    const PriceTimeline rows = timeline(provider, model, currency);
    const std::optional<qsizetype> row = rows.rowAt(at);
    if (!row)
        return unknownPrice(provider, model, at, currency);
    return quoteAt(rows, PriceWalk(rows, *row, at), model);
}

Result<QList<Quote>> PriceBook::quotes(const QString &provider, const QString &model, Instant from,
    Instant to, Currency currency) const
{
    if (to < from)
        return invalid(u"%1 is before %2"_s.arg(formatInstant(to), formatInstant(from)));
    const PriceTimeline rows = timeline(provider, model, currency);
    const std::optional<qsizetype> first = rows.rowAt(from);
    if (!first)
        return unknownPrice(provider, model, from, currency);

    QList<Quote> quotes;
    QList<std::pair<qsizetype, RowState>> seen;
    PriceWalk walk(rows, *first, from);
    do {
        const std::pair state{walk.rowNumber(), walk.state()};
        if (seen.contains(state))
            continue;
        seen.append(state);
        quotes.append(quoteAt(rows, walk, model));
    } while (walk.advance() && walk.at() <= to);

    const std::optional<Instant> end = walk.row().effectiveTo;
    if (end && *end <= to)
        return unknownPrice(provider, model, *end, currency);
    return quotes;
}

QList<DaySpan> PriceBook::day(
    const QString &provider, const QString &model, Instant at, Currency currency) const
{
    const PriceTimeline rows = timeline(provider, model, currency);
    const Instant start = floor<days>(at);
    const Instant end = start + days{1};
    QList<DaySpan> spans;
    for (Instant from = start; from < end;) {
        const std::optional<qsizetype> number = rows.rowAt(from);
        if (!number) {
            from = rows.nextStart(from).value_or(end);
            continue;
        }
        const PriceRow &row = rows.row(*number);
        const Instant to =
            std::min({end, row.effectiveTo.value_or(end), nextEdge(row, from).value_or(end)});
        const RowState state = stateAt(row, from, m_calendars);
        const bool continues = !spans.isEmpty() && spans.last().to == from
            && spans.last().window == state.window && spans.last().prices == state.prices;
        if (continues)
            spans.last().to = to;
        else
            spans.append({.from = from, .to = to, .window = state.window, .prices = state.prices});
        from = to;
    }
    return spans;
}

QList<Currency> PriceBook::currencies(const QString &provider) const
{
    QList<Currency> currencies;
    for (const PriceRow &row : m_rows) {
        if (row.provider == provider && !currencies.contains(row.currency))
            currencies.append(row.currency);
    }
    return currencies;
}

Error PriceBook::unknownPrice(
    const QString &provider, const QString &model, Instant at, Currency currency) const
{
    const PriceTimeline rows = timeline(provider, model, currency);
    if (rows.isEmpty())
        return unknownName(provider, model, currency);
    QString detail;
    const std::optional<Instant> next = rows.nextStart(at);
    const Instant first = rows.row(0).effectiveFrom;
    if (at < first) {
        detail = u"%1 has no price before %2"_s.arg(model, formatInstant(first));
    } else {
        qsizetype last = rows.size() - 1;
        while (rows.row(last).effectiveFrom > at)
            --last;
        detail = u"%1 has no price after %2"_s.arg(
            model, formatInstant(rows.row(last).effectiveTo.value_or(at)));
        if (next)
            detail += u" and before "_s + formatInstant(*next);
    }
    return {.kind = ErrorKind::UnknownPrice, .detail = detail};
}

Error PriceBook::unknownName(const QString &provider, const QString &model, Currency currency) const
{
    QSet<QString> providers;
    QSet<QString> names;
    QStringList currenciesOfModel;
    for (auto key = m_rowsByKey.keyBegin(); key != m_rowsByKey.keyEnd(); ++key) {
        providers.insert(key->provider);
        if (key->provider != provider)
            continue;
        names.insert(key->name);
        if (key->name == model)
            currenciesOfModel.append(key->currency.code());
    }
    const auto listed = [](QStringList list) {
        list.sort();
        return list.join(u", "_s);
    };
    QString detail;
    if (names.isEmpty())
        detail = u"no prices are known for the provider \"%1\", only for %2"_s.arg(
            provider, listed(providers.values()));
    else if (currenciesOfModel.isEmpty())
        detail = u"there is no model \"%1\"; prices are known for %2"_s.arg(
            model, listed(names.values()));
    else
        detail = u"%1 is not priced in %2, only in %3"_s.arg(
            model, currency.code(), listed(currenciesOfModel));
    return {.kind = ErrorKind::UnknownPrice, .detail = detail};
}

} // namespace pennyworth
