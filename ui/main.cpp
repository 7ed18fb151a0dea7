// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/datatrash.h"
#include "chat/ownedservices.h"
#include "chat/workspace.h"
#include "cli/commandline.h"
#include "domain/whendone.h"
#include "environment/paths.h"
#include "environment/settings.h"
#include "settings/settingswindow.h"
#include "simulator/demonstration.h"
#include "theme/theme.h"
#include "window/mainwindow.h"
#include "window/windowsocket.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QProcess>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <cstdlib>
#include <memory>

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRestart = 1000; // what the event loop ends with for another start
constexpr auto kKeychainTimeout = 2min; // somebody may have to type a password

/// The program's arguments as they were before any QApplication took its own from them.
QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// What runs, for another start of it.
QString program(char **argv)
{
    const QString running = QFile::symLinkTarget(u"/proc/self/exe"_s);
    return running.isEmpty() ? QString::fromLocal8Bit(argv[0]) : running;
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

/// Makes the settings window when it is first asked for, and ties it to the main one.
class SettingsEntry final {
public:
    SettingsEntry(const SettingsParts &parts, MainWindow &window)
        : m_parts(parts)
        , m_main(window)
    {
        QObject::connect(&window, &MainWindow::settingsRequested, &window,
            [this](SettingsTopic topic) { settings().showTopic(topic); });
        QObject::connect(
            &window, &MainWindow::serviceRequested, &window, [this](const QString &providerId) {
                // One on this computer is looked for at once; others cost a request with the key.
                const Result<Provider> service = m_parts.workspace.providers().find(providerId);
                settings().showService(providerId,
                    service && !service->needsKey ? SettingsWindow::Ask::Yes
                                                  : SettingsWindow::Ask::No);
            });
    }

private:
    SettingsWindow &settings()
    {
        if (m_window)
            return *m_window;
        m_window = std::make_unique<SettingsWindow>(m_parts);
        QObject::connect(
            m_window.get(), &SettingsWindow::changed, &m_main, &MainWindow::applySettings);
        QObject::connect(
            m_window.get(), &SettingsWindow::serviceChosen, &m_main, &MainWindow::useService);
        QObject::connect(m_window.get(), &SettingsWindow::restartRequested, &m_main, [this] {
            m_main.close();
            QApplication::exit(kRestart);
        });
        return *m_window;
    }

    SettingsParts m_parts;
    MainWindow &m_main;
    std::unique_ptr<SettingsWindow> m_window;
};

/// Opens the store, fills the window when it is open, and starts what can wait for the first paint.
void startUp(Workspace &workspace, Services services, MainWindow &window, Theme &theme,
    DemonstrationService &demonstration)
{
    whenDone(services.store.open(), &window, [&workspace, &window](const Result<Done> &opened) {
        if (opened.hasError())
            window.startWithoutStore(opened.error());
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

int runWindow(int &argc, char **argv, const QStringList &arguments)
{
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Pennyworth"_s);
    QGuiApplication::setDesktopFileName(u"pennyworth"_s);
    const Paths paths = Paths::fromEnvironment();
    WindowSocket socket(paths.windowSocket());
    const bool wantsNewChat = arguments.contains(kNewChatOption);
    if (socket.raiseOtherOrListen(wantsNewChat ? SecondStart::NewChat : SecondStart::Raise))
        return static_cast<int>(ExitStatus::Done);

    Settings settings(paths.settingsFile());
    QTranslator translator;
    translate(&translator, settings.language());
    Theme theme(settings);
    theme.install(application);
    const SystemClock clock;
    DataTrash trash(paths, clock);
    const Result<Done> moved = trash.apply(); // before the store opens
    OwnedServices owned(paths, kKeychainTimeout);
    DemonstrationService demonstration(
        owned.services().prices, owned.providers(), paths.demonstrationFile());
    Workspace workspace(owned.services());
    MainWindow window(theme, settings, workspace,
        arguments.contains(u"--demo"_s) ? StartWith::Demonstration : StartWith::LatestChoice);
    QObject::connect(&socket, &WindowSocket::raiseRequested, &window, &MainWindow::comeToFront);
    QObject::connect(
        &socket, &WindowSocket::newChatRequested, &window, &MainWindow::startConversation);
    SettingsEntry settingsEntry({.theme = theme,
                                    .settings = settings,
                                    .workspace = workspace,
                                    .services = owned.book(),
                                    .trash = trash,
                                    .paths = owned.paths(),
                                    .window = window},
        window);
    if (moved.hasError())
        window.showError(moved.error());
    if (owned.bookError())
        window.showError(*owned.bookError());
    startUp(workspace, owned.services(), window, theme, demonstration);
    if (wantsNewChat)
        window.startConversation();
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
    const int status = runWindow(argc, argv, arguments);
    if (status != kRestart)
        return status;
    return QProcess::startDetached(program(argv), arguments) ? EXIT_SUCCESS : EXIT_FAILURE;
}
