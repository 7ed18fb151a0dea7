// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace pennyworth {

/// One HTTP request as it goes out. Holds the key in a header: never logged, never stored.
struct WireRequest {
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< empty for GET
};

} // namespace pennyworth
