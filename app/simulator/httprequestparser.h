// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httprequest.h"

#include <optional>

namespace pennyworth::simulated {

/// How much a client may send.
struct HttpLimits {
    qsizetype head = 64 * 1024; ///< request line and headers
    qsizetype body = 64 * 1024 * 1024;
};

/// Turns the bytes of one connection into requests (RFC 9112): any split, several requests behind
/// each other, bodies by Content-Length or chunks. After the first malformed request it stays in
/// error, since nothing behind it can be trusted.
class HttpRequestParser final {
public:
    explicit HttpRequestParser(HttpLimits limits = {});

    void addBytes(const QByteArray &bytes);

    /// The next complete request; empty while bytes are missing or after an error.
    [[nodiscard]] std::optional<HttpRequest> next();

    /// The status that answers a malformed request (400, 413, 431, 501, 505); 0 while all is well.
    [[nodiscard]] int errorStatus() const { return m_errorStatus; }

    /// True once for a request whose client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool takeContinueWanted() { return std::exchange(m_continueWanted, false); }

private:
    enum class State { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Complete, Bad };

    bool step();
    bool readHead();
    bool readBody();
    bool readChunkSize();
    bool readChunkData();
    bool readChunkEnd();
    bool readTrailer();
    bool parseRequestLine(QByteArrayView line);
    bool parseHeaderLine(QByteArrayView line);
    bool chooseFraming();
    bool fail(int status);
    std::optional<QByteArrayView> takeLine(qsizetype limit);
    [[nodiscard]] QByteArrayView unread() const
    {
        return QByteArrayView(m_buffer).sliced(m_offset);
    }

    HttpLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_offset = 0; ///< bytes of m_buffer already used
    qsizetype m_searched = 0; ///< bytes behind m_offset known to hold no line end
    qsizetype m_headBytes = 0;
    qsizetype m_wanted = 0; ///< bytes of the body or chunk still missing
    State m_state = State::Head;
    int m_errorStatus = 0;
    bool m_continueWanted = false;
    HttpRequest m_request;
};

} // namespace pennyworth::simulated
