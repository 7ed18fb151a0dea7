// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestRun = 60'000;

} // namespace

QString programPath(const QString &name)
{
    return QStringLiteral(PENNYWORTH_BIN_DIR) + u'/' + name;
}

bool isSanitized()
{
#if defined(__SANITIZE_ADDRESS__)
    return true;
#elif defined(__has_feature)
    return __has_feature(address_sanitizer);
#else
    return qEnvironmentVariableIsSet("PENNYWORTH_SANITIZED");
#endif
}

Home::Home()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QStringList strangers{u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s,
        u"DBUS_SESSION_BUS_ADDRESS"_s, u"DEEPSEEK_API_KEY"_s, u"OPENAI_API_KEY"_s,
        u"OPENROUTER_API_KEY"_s, u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s};
    for (const QString &name : strangers)
        m_environment.remove(name);
    const QString home = m_folder.filePath(u"home"_s);
    QDir().mkpath(home);
    m_environment.insert(u"HOME"_s, home);
    m_environment.insert(u"PENNYWORTH_API_KEY"_s, u"sk-anything"_s); // for --base-url
    // A process that forbids being read cannot be searched for leaks either.
    m_environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    setPath(path());
}

void Home::setPath(const QString &path)
{
    m_environment.insert(u"PENNYWORTH_HOME"_s, path);
}

std::unique_ptr<QProcess> Home::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(programPath(u"pennyworth"_s), arguments);
    return process;
}

Run Home::run(const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return waitFor(*process);
}

Run Home::waitFor(QProcess &process)
{
    if (!process.waitForFinished(kLongestRun)) {
        process.kill();
        process.waitForFinished();
    }
    return {.status = process.exitCode(),
        .crashed = process.exitStatus() == QProcess::CrashExit,
        .standard = process.readAllStandardOutput(),
        .error = process.readAllStandardError()};
}

} // namespace pennyworth::test
