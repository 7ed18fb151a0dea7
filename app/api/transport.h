// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/replystream.h"
#include "api/wirerequest.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace pennyworth {

class ConnectionPool;

/// How long the service may be silent (deepseek-api.md 2.4).
struct Watchdogs {
    std::chrono::milliseconds connect{std::chrono::seconds{30}};
    std::chrono::milliseconds firstEvent{std::chrono::minutes{11}};
    std::chrono::milliseconds idle{std::chrono::seconds{300}}; ///< re-armed by any byte
    std::chrono::milliseconds document{std::chrono::seconds{30}}; ///< all of a fetch()
};

/// The way to the network: makes streams and fetches small documents. Follows no redirect, keeps no
/// cookie, sends each POST at most once (ground.md 1 to 5). Leases one QNetworkAccessManager to
/// each live reply, since one manager opens at most six connections to a host. Owned by main(),
/// main thread.
class Transport : public QObject {
    Q_OBJECT

public:
    explicit Transport(Watchdogs watchdogs = {}, QObject *parent = nullptr);
    ~Transport() override;

    /// Starts it; signals follow from the event loop. `provider` says how the answer is to be read.
    [[nodiscard]] virtual std::unique_ptr<ReplyStream> post(
        const WireRequest &request, const Provider &provider);

    /// A GET of a small JSON document (at most 8 MiB, 30 s). Errors as in a stream.
    virtual QFuture<Result<QByteArray>> fetch(const WireRequest &request);

private:
    std::unique_ptr<ConnectionPool> m_pool;
    std::unique_ptr<QNetworkAccessManager> m_documents; // made by the first fetch()
    Watchdogs m_watchdogs;
};

} // namespace pennyworth
