// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace pennyworth {

/// Lends a QNetworkAccessManager to each live reply, since one of them opens at most six
/// connections to a host. What comes back keeps its connections for the next reply, which saves a
/// TLS handshake. Owned by Transport, main thread.
class ConnectionPool final : public QObject {
    Q_OBJECT

public:
    explicit ConnectionPool(QObject *parent = nullptr);
    ~ConnectionPool() override;

    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> lease();
    void giveBack(std::unique_ptr<QNetworkAccessManager> network);

private:
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_idle;
};

} // namespace pennyworth
