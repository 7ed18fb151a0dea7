// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "program.h"

namespace pennyworth::test {

using namespace Qt::StringLiterals;

Service::Service(const QByteArray &scenario, const QStringList &options)
{
    QStringList arguments{u"--first-token-ms"_s, u"10"_s, u"--tokens-per-second"_s, u"5000"_s};
    arguments += options; // the last of two counts
    if (!scenario.isEmpty() && m_scenario.open()) {
        m_scenario.write(QByteArray(scenario).replace('\'', '"'));
        m_scenario.close();
        arguments += {u"--scenario"_s, m_scenario.fileName()};
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(programPath(u"pennyworth-simulator"_s), arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    if (line.startsWith(u"listening on "_s))
        m_address = line.mid(13);
}

Service::~Service()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
}

QStringList Service::ask(const QStringList &arguments) const
{
    return QStringList{u"ask"_s, u"--base-url"_s, m_address, u"--model"_s, u"deepseek-flash"_s}
    + arguments;
}

} // namespace pennyworth::test
