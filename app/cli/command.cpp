// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/failure.h"

namespace pennyworth {

Command::Command(const Output &output)
    : m_output(output)
{
}

void Command::finish(ExitStatus status)
{
    if (m_finished)
        return;
    m_finished = true;
    emit finished(status);
}

void Command::fail(const Error &error)
{
    if (m_finished)
        return;
    m_output.fail(error);
    finish(exitStatusFor(error));
}

void Command::failLookUp(const Error &error)
{
    if (!m_output.isJson()) {
        fail(error);
        return;
    }
    m_output.print(QJsonObject{{QStringLiteral("error"), shortErrorJson(error)}});
    finish(exitStatusFor(error));
}

} // namespace pennyworth

#include "moc_command.cpp"
