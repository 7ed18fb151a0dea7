// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace pennyworth {

/// How much a picture may be, and how long it may take.
struct PictureLimits {
    qsizetype bytes = 20'000'000;
    std::chrono::milliseconds time{std::chrono::seconds{30}};
};

/// The way to pictures that stand in messages. Their addresses were written by a model, so nothing
/// of the user goes with a request: no key, no cookie, no referrer, no connection that a service
/// uses. One GET for each fetch, and as many more as its redirects ask for, at most five and from
/// https to nothing else. Main thread.
class PictureNetwork final : public QObject {
    Q_OBJECT

public:
    explicit PictureNetwork(PictureLimits limits = {}, QObject *parent = nullptr);
    ~PictureNetwork() override;

    /// The bytes as they came. InvalidValue: no isPictureAddress(), nothing is sent. Overflow: they
    /// are too many. Redirected: to where that is not followed. A status of 400 and more has the
    /// kind of errorFromStatus().
    QFuture<Result<QByteArray>> fetch(const QUrl &url);

private:
    PictureLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network; // made by the first fetch()
};

} // namespace pennyworth
