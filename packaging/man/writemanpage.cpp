// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandtable.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTextStream>

#include <optional>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 78;

QString escaped(QChar character)
{
    if (character == u'\\')
        return u"\\e"_s;
    if (character.unicode() <= 0x7f)
        return character;
    const QString code = QString::number(character.unicode(), 16).toUpper();
    return u"\\[u"_s + code.rightJustified(4, u'0') + u']';
}

QString escaped(const QString &text)
{
    QString result;
    for (const QChar character : text)
        result += escaped(character);
    return result;
}

/// `text` as lines of roff: a sentence begins on a line of its own, and none is taken for a macro.
/// See mdoc(7).
QString roff(QString text)
{
    static const QRegularExpression sentenceEnd(uR"(([.!?]) +(?=[A-Z“]))"_s);
    QString result;
    const QStringList sentences = text.replace(sentenceEnd, u"\\1\n"_s).split(u'\n');
    for (const QString &sentence : sentences) {
        const QStringList lines = wrapped(escaped(sentence), kWidth, 0).split(u'\n');
        for (const QString &line : lines)
            result += (line.startsWith(u'.') || line.startsWith(u'\'') ? u"\\&"_s : QString())
                + line + u'\n';
    }
    return result;
}

QString written(const Option &option)
{
    const QString name = u"Fl -"_s + option.name;
    return option.value.isEmpty() ? name : QString(name + u" Ar "_s + escaped(option.value));
}

QString synopsis(const Syntax &syntax)
{
    const auto bracketed = [](const QString &macros, Presence presence) -> QString {
        return (presence == Presence::Required ? u"."_s : u".Op "_s) + macros + u'\n';
    };
    QString text = u".Nm\n.Cm "_s + syntax.command + u'\n';
    for (const Parameter &parameter : syntax.parameters)
        text += bracketed(u"Ar "_s + escaped(parameter.name), parameter.presence);
    for (const Option &option : syntax.options)
        text += bracketed(written(option), option.presence);
    return text + u".Op Fl -json\n"_s;
}

QString definitions(const Syntax &syntax)
{
    QString text;
    for (const Parameter &parameter : syntax.parameters)
        text += u".It Ar "_s + escaped(parameter.name) + u'\n' + roff(parameter.help);
    for (const Option &option : syntax.options)
        text += u".It "_s + written(option) + u'\n' + roff(option.help);
    return text.isEmpty() ? text : QString(u".Bl -tag -width Ds\n"_s + text + u".El\n"_s);
}

QString section(const Syntax &syntax)
{
    QString text = u".Ss "_s + syntax.command + u": "_s + escaped(syntax.summary) + u'\n'
        + synopsis(syntax) + definitions(syntax);
    const QStringList paragraphs = syntax.details.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        text += u".Pp\n"_s + roff(paragraph);
    return text;
}

std::optional<QString> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

} // namespace

/// writemanpage TEMPLATE OUTPUT: replaces the line @COMMANDS@ by what every command says about
/// itself.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    std::optional<QString> page = read(arguments.value(1));
    QFile output(arguments.value(2));
    if (!page || !output.open(QIODevice::WriteOnly)) {
        QTextStream(stderr) << "usage: writemanpage TEMPLATE OUTPUT\n";
        return 1;
    }
    QString commands;
    for (const CommandEntry &entry : commandTable())
        commands += section(entry.syntax());
    page->replace(u"@COMMANDS@\n"_s, commands);
    return output.write(page->toUtf8()) < 0 ? 1 : 0;
}
