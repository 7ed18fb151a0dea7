// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ownedservices.h"
#include "chat/workspace.h"
#include "cli/commandline.h"
#include "domain/whendone.h"
#include "environment/paths.h"
#include "environment/settings.h"
#include "simulator/demonstration.h"
#include "theme/theme.h"
#include "window/mainwindow.h"
#include "window/windowsocket.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kKeychainTimeout = 2min; // somebody may have to type a password

/// The program's arguments as they were before any QApplication took its own from them.
QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// QApplication aborts without one.
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

void setNames()
{
    QCoreApplication::setApplicationName(u"pennyworth"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PENNYWORTH_VERSION));
}

/// In the chosen language, otherwise in the first of the system's that there is.
void translate(QTranslator *translator, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    const auto load = [translator](const QLocale &wanted) {
        return translator->load(wanted, u"pennyworth"_s, u"_"_s, u":/pennyworth/translations"_s);
    };
    if (load(locale) || load(QLocale(QLocale::English))) // English has its plurals from there
        QCoreApplication::installTranslator(translator);
}

int runInTerminal(int &argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    QTranslator translator;
    translate(&translator, Settings(Paths::fromEnvironment().settingsFile()).language());
    return runCommandLine(arguments);
}

int refuseWithoutDisplay(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTranslator translator;
    translate(&translator, {});
    QTextStream(stderr) << QCoreApplication::translate("pennyworth::Start",
        "There is no display to open a window on. In a terminal, “pennyworth ask --demo” shows "
        "what Pennyworth does, and “pennyworth --help” lists its commands.")
                        << '\n';
    return static_cast<int>(ExitStatus::WrongUsage);
}

/// The demonstration service, started when it is first needed.
class DemonstrationService final {
public:
    DemonstrationService(
        const PriceBook &prices, ProviderCatalog &providers, const QString &cacheFile)
        : m_demonstration(prices, cacheFile)
        , m_providers(providers)
    {
        m_providers.add(m_providers.demonstration(0)); // known from the start, its port later
    }

    Result<Done> start()
    {
        if (m_started)
            return Done{};
        const Result<quint16> port = m_demonstration.start();
        if (port.hasError())
            return port.error();
        m_started = true;
        m_providers.add(m_providers.demonstration(*port));
        return Done{};
    }

private:
    Demonstration m_demonstration;
    ProviderCatalog &m_providers;
    bool m_started = false;
};

/// Opens the store, fills the window when it is open, and starts what can wait for the first paint.
void startUp(Workspace &workspace, Services services, MainWindow &window, Theme &theme,
    DemonstrationService &demonstration)
{
    whenDone(services.store.open(), &window, [&workspace, &window](const Result<Done> &opened) {
        if (opened.hasError())
            window.showError(opened.error());
        else
            workspace.load();
    });
    QObject::connect(
        &window, &MainWindow::demonstrationNeeded, &window,
        [&window, &demonstration] {
            if (const Result<Done> started = demonstration.start(); started.hasError())
                window.showError(started.error());
        },
        Qt::QueuedConnection);
    window.start();
    window.show();
    QTimer::singleShot(0, &theme, [&theme, &window] {
        theme.followDesktop();
        window.setWindowIcon(QIcon(u":/pennyworth/icons/pennyworth.svg"_s));
    });
}

int runWindow(int &argc, char **argv, StartWith start)
{
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Pennyworth"_s);
    QGuiApplication::setDesktopFileName(u"pennyworth"_s);
    const Paths paths = Paths::fromEnvironment();
    WindowSocket socket(paths.windowSocket());
    if (socket.raiseOtherOrListen())
        return static_cast<int>(ExitStatus::Done);

    Settings settings(paths.settingsFile());
    QTranslator translator;
    translate(&translator, settings.language());
    Theme theme(settings);
    theme.install(application);
    OwnedServices owned(paths, kKeychainTimeout);
    DemonstrationService demonstration(
        owned.services().prices, owned.providers(), paths.demonstrationFile());
    Workspace workspace(owned.services());
    MainWindow window(theme, settings, workspace, start);
    QObject::connect(&socket, &WindowSocket::raiseRequested, &window, &MainWindow::comeToFront);
    startUp(workspace, owned.services(), window, theme, demonstration);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    makeProcessUndumpable();
    setNames();
    const QStringList arguments = argumentsOf(argc, argv);
    if (!wantsWindow(arguments))
        return runInTerminal(argc, argv, arguments);
    if (!hasDisplay())
        return refuseWithoutDisplay(argc, argv);
    return runWindow(
        argc, argv, arguments.isEmpty() ? StartWith::LatestChoice : StartWith::Demonstration);
}
