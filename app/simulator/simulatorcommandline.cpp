// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulatorcommandline.h"

#include <QCommandLineParser>
#include <QFile>

#include <limits>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

const QCommandLineOption &add(QCommandLineParser &parser, const QCommandLineOption &option)
{
    parser.addOption(option);
    return option;
}

Error wrongUsage(const QString &sentence)
{
    return {.kind = ErrorKind::WrongUsage, .detail = sentence};
}

/// Reads whole numbers and remembers the first sentence about one that is none.
class Numbers final {
public:
    explicit Numbers(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    quint64 read(const QCommandLineOption &option, quint64 low, quint64 high)
    {
        bool isNumber = false;
        const quint64 number = m_parser.value(option).toULongLong(&isNumber);
        if ((!isNumber || number < low || number > high) && m_problem.isEmpty())
            m_problem =
                u"--%1 takes a number from %2 to %3, not \"%4\"."_s.arg(option.names().constFirst())
                    .arg(low)
                    .arg(high)
                    .arg(m_parser.value(option));
        return number;
    }

    [[nodiscard]] QString problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

Result<Scenario> readScenario(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::FileFailed,
            .detail =
                u"The scenario file \"%1\" cannot be read: %2."_s.arg(path, file.errorString())};
    const Result<Scenario> scenario = parseScenario(file.readAll());
    if (!scenario)
        return Error{.kind = ErrorKind::InvalidValue,
            .detail =
                u"The scenario file \"%1\" is wrong: %2."_s.arg(path, scenario.error().detail)};
    return scenario;
}

/// A clock that starts at `start` now and runs on.
std::function<Instant()> clockFrom(Instant start)
{
    using namespace std::chrono;
    return [start, began = steady_clock::now()] {
        return start + duration_cast<milliseconds>(steady_clock::now() - began);
    };
}

} // namespace

Result<SimulatorCommandLine> parseSimulatorCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A DeepSeek-compatible service on this computer, without a model behind it: for trying "
        "Pennyworth without a key, and for testing clients."_s);
    const auto port = add(parser,
        {u"port"_s, u"Listen on this port of 127.0.0.1; 0 takes a free one."_s, u"N"_s, u"0"_s});
    const auto rate = add(
        parser, {u"tokens-per-second"_s, u"Speed of the answers (default 60)."_s, u"N"_s, u"60"_s});
    const auto first = add(parser,
        {u"first-token-ms"_s, u"Time before the first token of an answer (default 400)."_s, u"N"_s,
            u"400"_s});
    const auto scenario =
        add(parser, {u"scenario"_s, u"Misbehave as this file says (SCENARIOS.md)."_s, u"FILE"_s});
    const auto clock = add(parser,
        {u"clock"_s, u"Start with this time, such as 2025-02-08T15:59:00Z, for prices and bills."_s,
            u"INSTANT"_s});
    const auto seed =
        add(parser, {u"seed"_s, u"Choose other answers (default 1)."_s, u"N"_s, u"1"_s});
    const auto help = add(parser, {{u"h"_s, u"help"_s}, u"Show this text."_s});
    const auto version = add(parser, {{u"v"_s, u"version"_s}, u"Show the version."_s});
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help))
        return SimulatorCommandLine{.text = parser.helpText()};
    if (parser.isSet(version))
        return SimulatorCommandLine{
            .text = u"pennyworth-simulator %1\n"_s.arg(QLatin1StringView(PENNYWORTH_VERSION))};
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(
            u"\"%1\" is not an option."_s.arg(parser.positionalArguments().constFirst()));

    SimulatorCommandLine line;
    Numbers numbers(parser);
    line.options.port = static_cast<quint16>(numbers.read(port, 0, 65535));
    line.options.pace.tokensPerSecond = static_cast<int>(numbers.read(rate, 1, 1'000'000));
    line.options.pace.firstToken = std::chrono::milliseconds(numbers.read(first, 0, 3'600'000));
    line.options.seed = numbers.read(seed, 0, std::numeric_limits<qint64>::max());
    if (!numbers.problem().isEmpty())
        return wrongUsage(numbers.problem());
    if (parser.isSet(clock)) {
        const Result<Instant> start = parseInstant(parser.value(clock));
        if (!start)
            return wrongUsage(u"--clock takes an instant: %1."_s.arg(start.error().detail));
        line.options.now = clockFrom(*start);
    }
    if (parser.isSet(scenario)) {
        const Result<Scenario> read = readScenario(parser.value(scenario));
        if (!read)
            return read.error();
        line.options.scenario = *read;
    }
    return line;
}

} // namespace pennyworth::simulated
