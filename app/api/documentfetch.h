// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/wirerequest.h"
#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QStringList>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace pennyworth {

/// One GET of a small document. Deletes itself once the future is ready; when its parent dies
/// first, the future is cancelled.
class DocumentFetch final : public QObject {
    Q_OBJECT

public:
    DocumentFetch(QNetworkAccessManager *network, const WireRequest &request,
        std::chrono::milliseconds most, QObject *parent);
    ~DocumentFetch() override;

    [[nodiscard]] QFuture<Result<QByteArray>> future() const { return m_promise.future(); }

private:
    void read();
    void readEnd();
    void giveUp();
    void end(const Result<QByteArray> &result);

    const WireRequest m_request;
    QNetworkReply *m_reply; // owned
    QPromise<Result<QByteArray>> m_promise;
    QTimer m_watchdog;
    QByteArray m_body;
    QStringList m_certificateProblems;
    bool m_left = false;
};

} // namespace pennyworth
