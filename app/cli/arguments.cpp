// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/failure.h"
#include "cli/tr.h"

#include <QCommandLineParser>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Error parserError(const QCommandLineParser &parser)
{
    if (parser.unknownOptionNames().isEmpty())
        return wrongUsage(parser.errorText());
    const QString name = parser.unknownOptionNames().constFirst();
    const QString dashes = name.size() == 1 ? u"-"_s : u"--"_s;
    return wrongUsage(Tr::tr("There is no option %1.").arg(dashes + name));
}

Error badValue(const QString &option, const QString &value, const QString &wanted)
{
    return wrongUsage(
        Tr::tr("--%1 wants %2, not “%3”.", "%2 is for example: a date such as 2026-11-23")
            .arg(option, wanted, value));
}

} // namespace

Result<Arguments> Arguments::parse(const Syntax &syntax, const QStringList &words)
{
    QCommandLineParser parser;
    for (const Option &option : syntax.options)
        parser.addOption(QCommandLineOption(option.name, {}, option.value));
    parser.addOption(QCommandLineOption(u"json"_s));
    parser.addOption(QCommandLineOption(QStringList{u"help"_s, u"h"_s}));
    Arguments arguments;
    const bool isRead = parser.parse(QStringList{u"pennyworth"_s} + words);
    arguments.m_wantsHelp = parser.isSet(u"help"_s);
    if (arguments.m_wantsHelp)
        return arguments;
    if (!isRead)
        return parserError(parser);

    for (const Option &option : syntax.options) {
        if (parser.isSet(option.name))
            arguments.m_options.insert(option.name, parser.value(option.name));
        else if (option.presence == Presence::Required)
            return wrongUsage(Tr::tr("--%1 is missing.").arg(option.name));
    }
    arguments.m_parameters = parser.positionalArguments();
    const qsizetype given = arguments.m_parameters.size();
    if (given > syntax.parameters.size())
        return wrongUsage(
            Tr::tr("“%1” is one word too many; put text with blanks in it into quotation marks.")
                .arg(arguments.m_parameters.at(syntax.parameters.size())));
    const auto missing = std::ranges::find(syntax.parameters.cbegin() + given,
        syntax.parameters.cend(), Presence::Required, &Parameter::presence);
    if (missing != syntax.parameters.cend())
        return wrongUsage(Tr::tr("%1 is missing.").arg(missing->name));
    return arguments;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    return m_options.value(option, fallback);
}

Result<std::optional<qint64>> Arguments::wholeNumber(const QString &option, qint64 least) const
{
    if (!contains(option))
        return std::optional<qint64>{};
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return badValue(option, value(option), Tr::tr("a whole number from %1 on").arg(least));
    return std::optional(number);
}

Result<std::optional<Instant>> Arguments::instant(const QString &option) const
{
    if (!contains(option))
        return std::optional<Instant>{};
    const Result<Instant> instant = parseInstant(value(option));
    if (!instant)
        return badValue(option, value(option), Tr::tr("an instant such as 2026-11-23T14:00:00Z"));
    return std::optional(*instant);
}

Result<std::optional<QDate>> Arguments::date(const QString &option) const
{
    if (!contains(option))
        return std::optional<QDate>{};
    const QDate date = QDate::fromString(value(option), Qt::ISODate);
    if (!date.isValid())
        return badValue(option, value(option), Tr::tr("a date such as 2026-11-23"));
    return std::optional(date);
}

Result<Currency> Arguments::currency(const QString &option) const
{
    const Result<Currency> currency = Currency::fromCode(value(option, u"USD"_s));
    if (!currency)
        return badValue(option, value(option), Tr::tr("a currency's three letters such as USD"));
    return currency;
}

Result<std::optional<qsizetype>> Arguments::oneOf(
    const QString &option, const QStringList &words) const
{
    if (!contains(option))
        return std::optional<qsizetype>{};
    const qsizetype index = words.indexOf(value(option));
    if (index < 0)
        return badValue(option, value(option), Tr::tr("one of %1").arg(words.join(u", "_s)));
    return std::optional(index);
}

} // namespace pennyworth
