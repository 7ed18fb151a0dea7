// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/channel.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <poll.h>
#include <unistd.h>

namespace pennyworth {

Channel::Channel(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_terminal(::isatty(descriptor) == 1)
    , m_writable(QSocketNotifier::Write)
{
    connect(&m_writable, &QSocketNotifier::activated, this, [this] { writePending(Wait::No); });
}

void Channel::write(const QString &text)
{
    if (m_closed)
        return;
    m_pending += text.toUtf8();
    writePending(Wait::No);
}

void Channel::drain()
{
    writePending(Wait::UntilWritable);
}

void Channel::writePending(Wait wait)
{
    while (!m_closed && !m_pending.isEmpty() && isWritable(wait)) {
        // A pipe that is writable takes this much without blocking (POSIX). O_NONBLOCK is no way:
        // it would hold for every process that shares the terminal.
        const auto piece = static_cast<size_t>(std::min<qsizetype>(m_pending.size(), PIPE_BUF));
        const ssize_t written = ::write(m_descriptor, m_pending.constData(), piece);
        if (written > 0)
            m_pending.remove(0, written);
        else if (errno != EINTR && errno != EAGAIN)
            close();
    }
    const bool mustWait = !m_closed && !m_pending.isEmpty() && wait == Wait::No;
    if (mustWait && m_writable.socket() < 0)
        m_writable.setSocket(m_descriptor);
    m_writable.setEnabled(mustWait);
}

bool Channel::isWritable(Wait wait) const
{
    constexpr int kForEver = -1;
    pollfd request{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
    return ::poll(&request, 1, wait == Wait::No ? 0 : kForEver) > 0;
}

void Channel::close()
{
    m_closed = true;
    m_pending.clear();
    QMetaObject::invokeMethod(this, &Channel::closed, Qt::QueuedConnection);
}

} // namespace pennyworth

#include "moc_channel.cpp"
