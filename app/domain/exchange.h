// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace pennyworth {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// Stands where a secret was: in a header, an address or an answer.
inline constexpr QByteArrayView kRedacted = "[redacted]";

/// An HTTP request as it was sent, its secrets taken out of everything but the body, which holds
/// none.
struct SentRequest {
    QByteArray method;
    QString url;
    HttpHeaders headers;
    QByteArray body; ///< byte for byte

    bool operator==(const SentRequest &) const = default;
};

/// An HTTP response as it came, secrets that it echoes taken out.
struct ReceivedResponse {
    int status = 0; ///< 0: the connection broke before it
    HttpHeaders headers;
    QByteArray body; ///< decoded from chunks; of a long one its beginning and its end
    qint64 cutAt = 0; ///< where in `body` the rest of it was
    qint64 cutBytes = 0; ///< how many bytes are missing there, mostly 0

    bool operator==(const ReceivedResponse &) const = default;
};

/// What one request and its answer looked like on the wire.
struct Exchange {
    SentRequest sent;
    std::optional<ReceivedResponse> received; ///< empty: the program ended before it did

    bool operator==(const Exchange &) const = default;
};

} // namespace pennyworth
