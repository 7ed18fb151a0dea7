// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/gzipstream.h"
#include "simulator/scenario.h"

#include <QObject>

namespace pennyworth::simulated {

/// Writes one response to its connection and does to it what the fault says: other line ends,
/// compression, parts that arrive alone, silence, a broken connection. A child of the connection.
class ResponseWriter final : public QObject {
    Q_OBJECT

public:
    ResponseWriter(HttpConnection *connection, Fault fault);

    /// A whole response.
    void respond(ResponseHead head, const QByteArray &body);

    /// A response in pieces.
    void begin(ResponseHead head);
    void write(const QByteArray &bytes);
    void end();

    [[nodiscard]] const Fault &fault() const { return m_fault; }
    /// The client lags behind: better wait before writing more.
    [[nodiscard]] bool isCongested() const;

private:
    bool breaksBefore(const std::optional<BreakPoint> &point) const
    {
        return point && !point->afterBytes;
    }
    bool breakBeforeHead();
    void applyToHead(ResponseHead &head) const;
    [[nodiscard]] qint64 nextStop() const;
    void pump();

    HttpConnection *m_connection;
    Fault m_fault;
    GzipStream m_gzip;
    QByteArray m_pending;
    qint64 m_sent = 0;
    bool m_silent = false; ///< stalled or dropped: nothing more is sent
    bool m_pausing = false;
    bool m_ended = false;
};

} // namespace pennyworth::simulated
