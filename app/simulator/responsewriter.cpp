// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/responsewriter.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <limits>

namespace pennyworth::simulated {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kCongested = 1024 * 1024;
constexpr qsizetype kCongestedBehindFault = 16 * 1024 * 1024;
// Long enough that the parts reach a client on this computer in separate reads.
constexpr auto kSplitPause = 20ms;

QByteArray withLineEnds(const QByteArray &bytes, LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::Lf:
        return bytes;
    case LineEnd::Cr:
        return QByteArray(bytes).replace('\n', '\r');
    case LineEnd::CrLf:
        return QByteArray(bytes).replace("\n", "\r\n");
    }
    return bytes;
}

} // namespace

ResponseWriter::ResponseWriter(HttpConnection *connection, Fault fault)
    : QObject(connection)
    , m_connection(connection)
    , m_fault(std::move(fault))
{
}

bool ResponseWriter::isCongested() const
{
    return m_connection->bytesToWrite() > kCongested || m_pending.size() > kCongestedBehindFault;
}

void ResponseWriter::applyToHead(ResponseHead &head) const
{
    if (m_fault.gzip)
        head.headers.emplaceBack("Content-Encoding", "gzip");
    if (m_fault.contentType.isEmpty())
        return;
    for (auto &[name, value] : head.headers) {
        if (name == "Content-Type")
            value = m_fault.contentType;
    }
}

bool ResponseWriter::breakBeforeHead()
{
    m_silent = breaksBefore(m_fault.stall) || breaksBefore(m_fault.drop);
    if (breaksBefore(m_fault.drop))
        m_connection->drop(m_fault.drop->kind);
    return m_silent;
}

void ResponseWriter::respond(ResponseHead head, const QByteArray &body)
{
    if (m_fault.altersBody()) {
        begin(std::move(head));
        write(body);
        end();
        return;
    }
    applyToHead(head);
    m_connection->respond(head, body);
    deleteLater();
}

void ResponseWriter::begin(ResponseHead head)
{
    if (breakBeforeHead())
        return;
    applyToHead(head);
    m_connection->beginBody(head);
    if (m_fault.gzip)
        m_pending = m_gzip.begin();
}

void ResponseWriter::write(const QByteArray &bytes)
{
    if (m_silent)
        return;
    const QByteArray text = withLineEnds(bytes, m_fault.lineEnd);
    m_pending += m_fault.gzip ? m_gzip.add(text) : text;
    pump();
}

void ResponseWriter::end()
{
    if (m_fault.gzip && !m_silent)
        m_pending += m_gzip.end();
    m_ended = true;
    pump();
}

/// The offset up to which may be sent at once.
qint64 ResponseWriter::nextStop() const
{
    qint64 stop = std::numeric_limits<qint64>::max();
    if (m_fault.drop)
        stop = std::min(stop, *m_fault.drop->afterBytes);
    if (m_fault.stall)
        stop = std::min(stop, *m_fault.stall->afterBytes);
    const auto split = m_fault.splitAt.upper_bound(m_sent);
    return split == m_fault.splitAt.end() ? stop : std::min(stop, *split);
}

void ResponseWriter::pump()
{
    while (!m_silent && !m_pausing) {
        if (m_fault.drop && m_sent >= *m_fault.drop->afterBytes) {
            m_silent = true;
            m_connection->drop(m_fault.drop->kind);
        } else if (m_fault.stall && m_sent >= *m_fault.stall->afterBytes) {
            m_silent = true;
        } else if (m_pending.isEmpty()) {
            break;
        } else {
            const qsizetype count = std::min<qint64>(m_pending.size(), nextStop() - m_sent);
            m_connection->sendBody(m_pending.first(count));
            m_pending.remove(0, count);
            m_sent += count;
            m_pausing = m_fault.splitAt.contains(m_sent);
            if (m_pausing) {
                QTimer::singleShot(kSplitPause, this, [this] {
                    m_pausing = false;
                    pump();
                });
            }
        }
    }
    if (m_ended && !m_silent && !m_pausing && m_pending.isEmpty()) {
        m_ended = false;
        m_connection->finish();
        deleteLater();
    }
}

} // namespace pennyworth::simulated

#include "moc_responsewriter.cpp"
