// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "simulator/simulatorcommandline.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QThread>

#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pthread.h>
#endif

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

int fail(int status, const QString &sentence)
{
    QTextStream(stderr) << "pennyworth-simulator: " << sentence << '\n';
    return status;
}

#ifdef Q_OS_UNIX

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// Ends the application's event loop at SIGINT and SIGTERM. They must be blocked in every thread.
void quitAtStopSignal(QCoreApplication &application)
{
    auto *waiter = QThread::create([&application] {
        const sigset_t set = stopSignals();
        int signal = 0;
        sigwait(&set, &signal);
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QObject::connect(
        &application, &QCoreApplication::aboutToQuit, waiter, [waiter] { waiter->wait(); });
    QObject::connect(waiter, &QThread::finished, waiter, &QObject::deleteLater);
    waiter->start();
}

#endif

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
#endif
    QCoreApplication application(argc, argv);
    const Result<SimulatorCommandLine> line =
        parseSimulatorCommandLine(QCoreApplication::arguments());
    if (!line)
        return fail(kWrongUsage, line.error().detail);
    if (!line->text.isEmpty()) {
        QTextStream(stdout) << line->text << Qt::flush;
        return 0;
    }
    const Result<PriceBook> prices = PriceBook::builtIn();
    if (!prices)
        return fail(kFailed, u"The price book cannot be read: %1."_s.arg(prices.error().detail));
    Simulator simulator(*prices, line->options);
    const Result<quint16> port = simulator.listen();
    if (!port)
        return fail(kFailed, u"It cannot listen on %1."_s.arg(port.error().detail));
    QTextStream(stdout) << "listening on http://127.0.0.1:" << *port << Qt::endl;
#ifdef Q_OS_UNIX
    quitAtStopSignal(application);
#endif
    return QCoreApplication::exec();
}
