// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/syntax.h"

#include "cli/tr.h"

#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 96;

QString written(const Option &option)
{
    const QString name = u"--"_s + option.name;
    return option.value.isEmpty() ? name : QString(name + u' ' + option.value);
}

QString usageLine(const Syntax &syntax)
{
    const auto bracketed = [](const QString &word, Presence presence) {
        return presence == Presence::Required ? word : QString(u'[' + word + u']');
    };
    QStringList words{u"pennyworth"_s, syntax.command};
    for (const Parameter &parameter : syntax.parameters)
        words += bracketed(parameter.name, parameter.presence);
    for (const Option &option : syntax.options)
        words += bracketed(written(option), option.presence);
    words += u"[--json]"_s;
    return wrapped(words.join(u' '), kWidth, 4);
}

} // namespace

QString wrapped(const QString &text, int width, int indent)
{
    QString result;
    qsizetype column = 0;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (column > 0 && column + 1 + word.size() > width) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > 0) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

QString definitionList(const QList<std::pair<QString, QString>> &entries)
{
    constexpr int kIndent = 2;
    constexpr int kGap = 2;
    qsizetype widest = 0;
    for (const auto &[name, help] : entries)
        widest = std::max(widest, name.size());
    const int column = kIndent + static_cast<int>(widest) + kGap;
    QString result;
    for (const auto &[name, help] : entries) {
        const QString head = QString(kIndent, u' ') + name.leftJustified(widest + kGap);
        result += head
            + wrapped(help, kWidth - column, 0).replace(u'\n', u'\n' + QString(column, u' '))
            + u'\n';
    }
    return result;
}

QString helpText(const Syntax &syntax)
{
    QList<std::pair<QString, QString>> parameters;
    for (const Parameter &parameter : syntax.parameters)
        parameters.emplaceBack(parameter.name, parameter.help);
    QList<std::pair<QString, QString>> options;
    for (const Option &option : syntax.options)
        options.emplaceBack(written(option), option.help);
    options.emplaceBack(u"--json"_s, Tr::tr("print exactly one JSON value"));
    options.emplaceBack(u"--help"_s, Tr::tr("print this page"));

    QString page = u"pennyworth "_s + syntax.command + u" – "_s + syntax.summary + u"\n\n"_s
        + usageLine(syntax) + u"\n\n"_s;
    if (!parameters.isEmpty())
        page += definitionList(parameters) + u'\n';
    page += definitionList(options);
    const QStringList paragraphs = syntax.details.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        page += u'\n' + wrapped(paragraph, kWidth, 0) + u'\n';
    return page;
}

} // namespace pennyworth
