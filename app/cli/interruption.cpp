// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace pennyworth {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

// What a signal handler may do is to write into a socket; it finds it only here. Written before the
// handlers are set.
std::array<int, 2> signalSockets{-1, -1};

extern "C" void noteSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalSockets[0], &byte, sizeof byte);
}

} // namespace

Interruption::Interruption(QObject *parent)
    : QObject(parent)
    , m_arrived(QSocketNotifier::Read)
{
    Q_ASSERT(signalSockets[0] < 0);
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalSockets.data()) != 0)
        return; // without it the signals end the process as they do by default
    m_arrived.setSocket(signalSockets[1]);
    m_arrived.setEnabled(true);
    connect(&m_arrived, &QSocketNotifier::activated, this, &Interruption::takeSignal);
    for (const int signal : kSignals)
        std::signal(signal, &noteSignal);
}

Interruption::~Interruption()
{
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    m_arrived.setEnabled(false);
    for (int &socket : signalSockets) {
        ::close(socket);
        socket = -1;
    }
}

void Interruption::takeSignal()
{
    char byte = 0;
    if (::read(signalSockets[1], &byte, sizeof byte) == sizeof byte)
        emit requested();
}

} // namespace pennyworth

#include "moc_interruption.cpp"
