// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace pennyworth::simulated {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request as it came over the wire, its body decoded from chunks.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< as sent, without the query
    QByteArray query;
    int minorVersion = 1; ///< HTTP/1.x
    HttpHeaders headers; ///< names in lower case
    QByteArray body;

    /// The first value of a header; empty where it is missing. `name` in lower case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

} // namespace pennyworth::simulated
