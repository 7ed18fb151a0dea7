// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/wirerequest.h"
#include "domain/exchange.h"

#include <QByteArrayView>

namespace pennyworth {

/// `request` as it is kept. Of the headers only values that are known to hold no secret stay:
/// whatever a custom header carries may be a key.
[[nodiscard]] SentRequest sentRequest(const WireRequest &request);

/// Collects a response while it arrives. Of a body of more than 1 MiB it keeps the beginning and
/// the end, where the usage stands. No QObject; one a response.
class ResponseRecord final {
public:
    static constexpr qint64 kHeadBytes = 768 * 1024;
    static constexpr qint64 kTailBytes = 256 * 1024;

    void begin(int status, const HttpHeaders &headers);
    void append(QByteArrayView bytes);

    /// Without the secrets of `request`, wherever the service repeats them.
    [[nodiscard]] ReceivedResponse response(const WireRequest &request) const;

private:
    ReceivedResponse m_response; // its body is the beginning
    QByteArray m_tail; // at most twice kTailBytes
    qint64 m_dropped = 0;
};

} // namespace pennyworth
