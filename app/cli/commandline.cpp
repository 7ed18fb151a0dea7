// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/commandtable.h"
#include "cli/failure.h"
#include "cli/tr.h"
#include "secrets/keystore.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>

#include <unistd.h>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kKeychainTimeout{5000};

Output::Form formAskedFor(const QStringList &arguments)
{
    const auto end = std::ranges::find(arguments, u"--"_s);
    const bool json = std::find(arguments.cbegin(), end, u"--json"_s) != end;
    return json ? Output::Form::Json : Output::Form::Text;
}

QString overview()
{
    QList<std::pair<QString, QString>> commands;
    for (const CommandEntry &entry : commandTable()) {
        const Syntax syntax = entry.syntax();
        commands.emplaceBack(syntax.command, syntax.summary);
    }
    const QList<std::pair<QString, QString>> others{{u"pennyworth"_s, Tr::tr("open the window")},
        {u"pennyworth --demo"_s,
            Tr::tr("open it on a conversation with the built-in demonstration service")},
        {u"pennyworth --new-chat"_s,
            Tr::tr("open it, or bring it to the front, on a new conversation")},
        {u"pennyworth --version"_s, Tr::tr("print the version")},
        {u"pennyworth COMMAND --help"_s, Tr::tr("tell everything about a command")}};
    return Tr::tr("pennyworth – chat with language models and know what it costs") + u"\n\n"_s
        + definitionList(others) + u'\n' + Tr::tr("Commands:") + u'\n' + definitionList(commands)
        + u'\n'
        + wrapped(Tr::tr("PENNYWORTH_HOME names one directory for everything; DEEPSEEK_API_KEY, "
                         "OPENAI_API_KEY, "
                         "OPENROUTER_API_KEY and PENNYWORTH_API_KEY (for --base-url) give a key "
                         "for one run."),
            96, 0)
        + u"\n\n"_s
        + wrapped(Tr::tr("Exit status: 0 done, 1 the request failed, 2 wrong usage, 3 the store "
                         "cannot be used, 130 "
                         "interrupted (what arrived is saved)."),
            96, 0)
        + u'\n';
}

Error noSuchCommand(const QString &word)
{
    QStringList names;
    for (const CommandEntry &entry : commandTable())
        names += entry.syntax().command;
    if (word.isEmpty())
        return wrongUsage(Tr::tr("A command is missing. There are: %1.").arg(names.join(u", "_s)));
    return wrongUsage(
        Tr::tr("There is no command “%1”. There are: %2.").arg(word, names.join(u", "_s)));
}

ExitStatus runCommand(const CommandEntry &entry, const Arguments &arguments, const Output &output)
{
    OwnedServices services(Paths::fromEnvironment(), kKeychainTimeout);
    if (services.bookError()) {
        output.note(
            Tr::tr("Services of your own are missing: %1").arg(services.bookError()->detail));
    }
    const std::unique_ptr<Command> command = entry.make(services, output);
    QObject::connect(command.get(), &Command::finished, command.get(),
        [](ExitStatus status) { QCoreApplication::exit(static_cast<int>(status)); });
    QMetaObject::invokeMethod(
        command.get(), [&] { command->start(arguments); }, Qt::QueuedConnection);
    return static_cast<ExitStatus>(QCoreApplication::exec());
}

ExitStatus run(const QStringList &arguments, const Output &output)
{
    const QString word = arguments.value(0);
    if (word == u"--help" || word == u"-h") {
        output.print(overview());
        return ExitStatus::Done;
    }
    if (word == u"--version" || word == u"-v") {
        output.print(u"pennyworth "_s + QLatin1StringView(PENNYWORTH_VERSION) + u'\n');
        return ExitStatus::Done;
    }
    const QList<CommandEntry> table = commandTable();
    const auto entry = std::ranges::find_if(
        table, [&word](const CommandEntry &one) { return one.syntax().command == word; });
    if (entry == table.end()) {
        output.fail(noSuchCommand(word));
        return ExitStatus::WrongUsage;
    }
    const Result<Arguments> parsed = Arguments::parse(entry->syntax(), arguments.mid(1));
    if (!parsed) {
        output.fail(parsed.error());
        return ExitStatus::WrongUsage;
    }
    if (parsed->wantsHelp()) {
        output.print(helpText(entry->syntax()));
        return ExitStatus::Done;
    }
    return runCommand(*entry, *parsed, output);
}

} // namespace

bool wantsWindow(const QStringList &arguments)
{
    return arguments.isEmpty() || arguments == QStringList{u"--demo"_s}
    || arguments == QStringList{QString(kNewChatOption)};
}

int runCommandLine(const QStringList &arguments)
{
    // A reader that goes away is an error of write(), not the end of the process: what arrived is
    // still to be saved.
    std::signal(SIGPIPE, SIG_IGN);
    makeProcessUndumpable();
    Channel standard(STDOUT_FILENO);
    Channel error(STDERR_FILENO);
    const ExitStatus status = run(arguments, Output(standard, error, formAskedFor(arguments)));
    standard.drain();
    error.drain();
    return static_cast<int>(status);
}

} // namespace pennyworth
