// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/eventstreamparser.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

namespace {

constexpr qsizetype kLimit = 16 * 1024 * 1024; // of a line and of an event's payload
constexpr QByteArrayView kByteOrderMark = "\xEF\xBB\xBF";

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

QList<ServerEvent> EventStreamParser::append(QByteArrayView bytes)
{
    QList<ServerEvent> events;
    while (!bytes.isEmpty() && !m_overfull) {
        if (m_afterCarriageReturn) {
            m_afterCarriageReturn = false;
            if (bytes.front() == '\n') {
                bytes = bytes.sliced(1);
                continue;
            }
        }
        const auto end = std::find_if(bytes.begin(), bytes.end(), isLineEnd);
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length > kLimit) {
            giveUp();
            break;
        }
        if (end == bytes.end()) {
            m_line.append(bytes);
            break;
        }
        if (m_line.isEmpty()) {
            takeLine(bytes.first(length), &events);
        } else {
            m_line.append(bytes.first(length));
            takeLine(std::exchange(m_line, {}), &events);
        }
        m_afterCarriageReturn = *end == '\r';
        bytes = bytes.sliced(length + 1);
    }
    return events;
}

QList<ServerEvent> EventStreamParser::finish()
{
    QList<ServerEvent> events;
    if (m_overfull)
        return events;
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}), &events);
    takeLine({}, &events);
    return events;
}

void EventStreamParser::takeLine(QByteArrayView line, QList<ServerEvent> *events)
{
    if (std::exchange(m_atStart, false) && line.startsWith(kByteOrderMark))
        line = line.sliced(kByteOrderMark.size());
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        ++m_comments;
        return;
    }
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_type = value.toByteArray();
    } else if (field == "data") {
        addPayload(value);
    }
    // "id" and "retry" are for clients that connect again, which a POST never does; other fields
    // mean nothing.
}

void EventStreamParser::addPayload(QByteArrayView value)
{
    if (m_payload.size() + value.size() >= kLimit) {
        giveUp();
        return;
    }
    if (m_hasPayload)
        m_payload.append('\n');
    m_payload.append(value);
    m_hasPayload = true;
}

void EventStreamParser::dispatch(QList<ServerEvent> *events)
{
    ServerEvent event{.type = std::exchange(m_type, {}), .payload = std::exchange(m_payload, {})};
    if (std::exchange(m_hasPayload, false))
        events->append(std::move(event));
}

void EventStreamParser::giveUp()
{
    m_overfull = true;
    m_hasPayload = false;
    m_line.clear();
    m_type.clear();
    m_payload.clear();
}

} // namespace pennyworth
