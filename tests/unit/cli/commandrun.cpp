// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandrun.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

/// A standard stream that can be read afterwards.
class Recording final {
public:
    Recording()
    {
        const bool isOpen = m_file.open();
        Q_ASSERT(isOpen);
        m_channel = std::make_unique<Channel>(m_file.handle());
    }
    Channel &channel() { return *m_channel; }
    QByteArray content()
    {
        m_channel->drain();
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    QTemporaryFile m_file;
    std::unique_ptr<Channel> m_channel;
};

} // namespace

QJsonObject CommandRun::json() const
{
    return QJsonDocument::fromJson(standard).object();
}

CommandRun runCommand(const Syntax &syntax, const MakeCommand &make, const QStringList &words)
{
    Recording standard;
    Recording error;
    const Output output(standard.channel(), error.channel(),
        words.contains(u"--json"_s) ? Output::Form::Json : Output::Form::Text);
    const Result<Arguments> arguments = Arguments::parse(syntax, words);
    if (!arguments) {
        output.fail(arguments.error());
        return {ExitStatus::WrongUsage, standard.content(), error.content()};
    }
    const std::unique_ptr<Command> command = make(output);
    ExitStatus status{};
    int endings = 0;
    QObject::connect(command.get(), &Command::finished, command.get(), [&](ExitStatus ended) {
        status = ended;
        ++endings;
    });
    command->start(*arguments);
    const bool hasEnded = QTest::qWaitFor([&] { return endings > 0; });
    Q_ASSERT(hasEnded);
    return {status, standard.content(), error.content()};
}

} // namespace pennyworth::test
