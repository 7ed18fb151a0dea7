// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricefile.h"

#include "domain/instant.h"
#include "pricing/jsonfields.h"
#include "pricing/schedule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPricesSchema = "pennyworth/prices/1"_L1;
constexpr auto kHolidaysSchema = "pennyworth/holidays/1"_L1;
// Of one row; more is a mistake, and each is compared with each.
constexpr qsizetype kMaxWindows = 16;

/// Years outside are typing mistakes, and would make the arithmetic of walks long.
bool isPlausible(int year)
{
    return year >= 2000 && year < 2200;
}

Instant readInstant(JsonFields &fields, QLatin1StringView field)
{
    const QString text = fields.text(field);
    const Result<Instant> instant = parseInstant(text);
    if (!instant) {
        fields.fail(field, instant.error().detail);
        return {};
    }
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(*instant)};
    if (!isPlausible(static_cast<int>(date.year())))
        fields.fail(field, u"%1 is not between the years 2000 and 2199"_s.arg(text));
    return *instant;
}

/// "09:00" as minutes; empty where it is not written so.
std::optional<int> minutesFrom(QStringView text)
{
    const auto digit = [text](qsizetype i) { return text.at(i).unicode() - u'0'; };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.size() != 5 || text.at(2) != u':' || std::ranges::count_if(text, isDigit) != 4)
        return {};
    const int hours = digit(0) * 10 + digit(1);
    const int minutes = digit(3) * 10 + digit(4);
    return hours < 24 && minutes < 60 ? std::optional(hours * 60 + minutes) : std::nullopt;
}

int readTimeOfDay(JsonFields &fields, QLatin1StringView field)
{
    const QString text = fields.text(field);
    const std::optional<int> minutes = minutesFrom(text);
    if (!minutes)
        fields.fail(field, u"\"%1\" is not a time of day such as 09:00"_s.arg(text));
    return minutes.value_or(0);
}

/// "+08:00" as minutes east of UTC.
int readOffset(JsonFields &fields, QLatin1StringView field)
{
    constexpr int kWidest = 14 * 60;
    const QString text = fields.text(field);
    const std::optional<int> minutes = minutesFrom(QStringView(text).mid(1));
    const bool hasSign = text.startsWith(u'+') || text.startsWith(u'-');
    if (!hasSign || !minutes || *minutes > kWidest) {
        fields.fail(field, u"\"%1\" is not an offset from UTC such as +08:00"_s.arg(text));
        return 0;
    }
    return text.startsWith(u'-') ? -*minutes : *minutes;
}

QSet<int> readDays(JsonFields &fields, QLatin1StringView field)
{
    constexpr std::array kDays{
        "mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
    QSet<int> days;
    for (const QString &name : fields.texts(field)) {
        const auto found = std::ranges::find(kDays, name);
        if (found == kDays.end())
            fields.fail(field, u"\"%1\" is not a day such as mon"_s.arg(name));
        else
            days.insert(static_cast<int>(found - kDays.begin()) + 1);
    }
    if (days.isEmpty())
        fields.fail(field, u"must name at least one day"_s);
    return days;
}

UnitPrice readPrice(JsonFields &fields, QLatin1StringView field)
{
    const Result<UnitPrice> price = UnitPrice::fromDecimal(fields.text(field));
    if (!price)
        fields.fail(field, price.error().detail);
    return price.valueOr({});
}

UnitPrices readPrices(JsonFields fields)
{
    fields.allowOnly({"input_cache_hit"_L1, "input_cache_miss"_L1, "output"_L1});
    UnitPrices prices;
    // Null says that there is no such price, which must be said: a missing field may be a mistake.
    if (!fields.isNull("input_cache_hit"_L1))
        prices.cacheHit = readPrice(fields, "input_cache_hit"_L1);
    prices.cacheMiss = readPrice(fields, "input_cache_miss"_L1);
    prices.output = readPrice(fields, "output"_L1);
    return prices;
}

PriceWindow readWindow(JsonFields fields)
{
    fields.allowOnly({"name"_L1, "days"_L1, "from"_L1, "to"_L1, "utc_offset"_L1,
        "except_calendar"_L1, "prices"_L1});
    PriceWindow window;
    window.name = fields.text("name"_L1);
    window.days = readDays(fields, "days"_L1);
    window.startMinute = readTimeOfDay(fields, "from"_L1);
    window.endMinute = readTimeOfDay(fields, "to"_L1);
    window.utcOffsetMinutes = readOffset(fields, "utc_offset"_L1);
    if (fields.contains("except_calendar"_L1))
        window.exceptCalendar = fields.text("except_calendar"_L1);
    window.prices = readPrices(fields.object("prices"_L1));
    return window;
}

void readWindows(JsonFields &fields, PriceRow &row)
{
    row.baseWindow =
        fields.contains("base_window"_L1) ? fields.text("base_window"_L1) : u"standard"_s;
    for (const JsonFields &window : fields.objects("windows"_L1))
        row.windows.append(readWindow(window));
    if (row.windows.size() > kMaxWindows) {
        fields.fail("windows"_L1, u"more than %1 are not supported"_s.arg(kMaxWindows));
        return;
    }
    if (const auto overlap = overlappingWindows(row)) {
        fields.fail("windows"_L1,
            u"windows %1 and %2 hold at the same time"_s.arg(overlap->first).arg(overlap->second));
    }
}

template <class T, size_t size>
T readWord(JsonFields &fields, QLatin1StringView field,
    const std::array<std::pair<QLatin1StringView, T>, size> &words)
{
    const QString text = fields.text(field);
    const auto found = std::ranges::find(words, text, [](const auto &word) { return word.first; });
    if (found != words.end())
        return found->second;
    fields.fail(field, u"\"%1\" is not one of the words that the schema has for it"_s.arg(text));
    return words.front().second;
}

PriceRow readRow(JsonFields fields, const QString &provider)
{
    using Grade = std::pair<QLatin1StringView, Confidence>;
    constexpr std::array kGrades{Grade{"high"_L1, Confidence::High},
        Grade{"medium"_L1, Confidence::Medium}, Grade{"low"_L1, Confidence::Low}};
    using Word = std::pair<QLatin1StringView, QLatin1StringView>;
    constexpr std::array kPrecisions{Word{"exact"_L1, "exact"_L1}, Word{"minute"_L1, "minute"_L1},
        Word{"day"_L1, "day"_L1}, Word{"approximate"_L1, "approximate"_L1}};

    // mode and limits say what was sold at the price; providers' descriptions are what the program
    // reads.
    fields.allowOnly({"id"_L1, "model"_L1, "aliases"_L1, "model_version"_L1, "mode"_L1, "limits"_L1,
        "currency"_L1, "effective_from"_L1, "effective_to"_L1, "precision"_L1, "prices"_L1,
        "base_window"_L1, "windows"_L1, "source"_L1, "confidence"_L1, "notes"_L1});
    PriceRow row;
    row.id = fields.text("id"_L1);
    row.provider = provider;
    row.model = fields.text("model"_L1);
    row.aliases = fields.texts("aliases"_L1);
    row.modelVersion = fields.text("model_version"_L1);
    const Result<Currency> currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail("currency"_L1, currency.error().detail);
    row.currency = currency.valueOr({});
    row.effectiveFrom = readInstant(fields, "effective_from"_L1);
    if (!fields.isNull("effective_to"_L1)) {
        row.effectiveTo = readInstant(fields, "effective_to"_L1);
        if (*row.effectiveTo <= row.effectiveFrom)
            fields.fail("effective_to"_L1, u"must be after effective_from"_s);
    }
    row.precision = readWord(fields, "precision"_L1, kPrecisions);
    row.prices = readPrices(fields.object("prices"_L1));
    readWindows(fields, row);
    row.source = fields.text("source"_L1);
    row.confidence = readWord(fields, "confidence"_L1, kGrades);
    if (fields.contains("notes"_L1))
        row.notes = fields.text("notes"_L1);
    return row;
}

QList<PriceRow> readRows(const QJsonObject &file, QString &problem)
{
    JsonFields fields(file, {}, problem);
    fields.allowOnly({"schema"_L1, "provider"_L1, "checked"_L1, "rows"_L1});
    const QString provider = fields.text("provider"_L1);
    const QJsonArray values = file.value("rows"_L1).toArray();
    if (values.isEmpty())
        fields.fail("rows"_L1, u"must be an array that is not empty"_s);
    QList<PriceRow> rows;
    rows.reserve(values.size());
    for (const auto &value : values) {
        const QString id = value.toObject().value("id"_L1).toString();
        const QString place =
            id.isEmpty() ? u"rows[%1]: "_s.arg(rows.size()) : u"row \"%1\": "_s.arg(id);
        rows.append(readRow(JsonFields(value, place, problem), provider));
        if (!problem.isEmpty())
            break;
    }
    return rows;
}

HolidayCalendar readCalendar(const QJsonObject &file, QString &problem)
{
    JsonFields fields(file, {}, problem);
    // Working days made up for on weekends and notes are for readers: no window covers a weekend
    // because of them.
    fields.allowOnly(
        {"schema"_L1, "id"_L1, "source"_L1, "notes"_L1, "days_off"_L1, "makeup_workdays"_L1});
    HolidayCalendar calendar;
    calendar.id = fields.text("id"_L1);
    fields.text("source"_L1);
    JsonFields years = fields.object("days_off"_L1);
    for (const QString &name : years.names()) {
        const QByteArray latin = name.toLatin1();
        const QLatin1StringView field(latin);
        const int year = name.toInt();
        if (!isPlausible(year))
            years.fail(field, u"is not a year between 2000 and 2199"_s);
        QSet<QDate> &daysOff = calendar.daysOff[year];
        for (const QString &text : years.texts(field)) {
            const QDate day = QDate::fromString(text, Qt::ISODate);
            if (text.size() != 10 || !day.isValid() || day.year() != year)
                years.fail(
                    field, u"\"%1\" is not a day of that year such as %2-10-01"_s.arg(text, name));
            daysOff.insert(day);
        }
    }
    return calendar;
}

} // namespace

Result<PriceFile> parsePriceFile(const QByteArray &json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        const QString reason = syntax.error == QJsonParseError::NoError
            ? u"not an object"_s
            : syntax.errorString().toLower();
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"not a JSON price file: %1, at byte %2"_s.arg(reason).arg(syntax.offset)};
    }
    const QJsonObject object = document.object();
    const QString schema = object.value("schema"_L1).toString();
    PriceFile file;
    QString problem;
    if (schema == kPricesSchema)
        file.rows = readRows(object, problem);
    else if (schema == kHolidaysSchema)
        file.calendars.append(readCalendar(object, problem));
    else
        problem =
            u"schema: \"%1\" is neither %2 nor %3"_s.arg(schema, kPricesSchema, kHolidaysSchema);
    if (!problem.isEmpty())
        return Error{.kind = ErrorKind::InvalidValue, .detail = problem};
    return file;
}

} // namespace pennyworth
