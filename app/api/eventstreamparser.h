// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pennyworth {

/// One event of a text/event-stream.
struct ServerEvent {
    QByteArray type; ///< of the `event:` field; empty: "message"
    QByteArray payload; ///< the `data:` lines joined with LF, UTF-8 as it came

    bool operator==(const ServerEvent &) const = default;
};

/// Bytes in, events out: the framing of
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream, whatever
/// the cut between two reads. Comments are no events but count as signs of life. No QObject; one
/// per response.
class EventStreamParser final {
public:
    /// The events completed by these bytes.
    QList<ServerEvent> append(QByteArrayView bytes);

    /// The end of the stream. Strict framing would drop an event without its closing blank line;
    /// what stands there is returned instead, for the caller to take if it is complete JSON
    /// (deepseek-api.md 8.3, case 12).
    QList<ServerEvent> finish();

    [[nodiscard]] qint64 commentCount() const { return m_comments; } ///< so far
    /// A line or event beyond the limit (16 MiB): the rest of the stream is ignored, memory stays
    /// bounded.
    [[nodiscard]] bool isOverfull() const { return m_overfull; }

private:
    void takeLine(QByteArrayView line, QList<ServerEvent> *events);
    void addPayload(QByteArrayView value);
    void dispatch(QList<ServerEvent> *events);
    void giveUp();

    QByteArray m_line; // the open line
    QByteArray m_type;
    QByteArray m_payload;
    bool m_hasPayload = false;
    bool m_atStart = true; // a byte order mark may still come
    bool m_afterCarriageReturn = false; // a line feed now belongs to the line end before
    bool m_overfull = false;
    qint64 m_comments = 0;
};

} // namespace pennyworth
