// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/picturenetwork.h"

#include <QPromise>
#include <QStringList>
#include <QTimer>

class QNetworkReply;

namespace pennyworth {

/// One fetch of a PictureNetwork. Deletes itself once the future is ready; when its parent dies
/// first, the future is cancelled.
class PictureFetch final : public QObject {
    Q_OBJECT

public:
    PictureFetch(QNetworkAccessManager *network, const QUrl &url, const PictureLimits &limits,
        QObject *parent);
    ~PictureFetch() override;

    [[nodiscard]] QFuture<Result<QByteArray>> future() const { return m_promise.future(); }

private:
    void checkHead();
    void read();
    void readEnd();
    [[nodiscard]] Error problem() const;
    void end(const Result<QByteArray> &result);

    PictureLimits m_limits;
    QNetworkReply *m_reply; // owned
    QPromise<Result<QByteArray>> m_promise;
    QTimer m_watchdog;
    QByteArray m_bytes;
    QStringList m_certificateProblems;
    bool m_left = false;
};

} // namespace pennyworth
