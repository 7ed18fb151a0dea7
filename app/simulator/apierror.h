// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennyworth::simulated {

/// An error answer of the service. The texts and types are those that the real one was seen to send
/// (api-docs.deepseek.com/quick_start/error_codes).
struct ApiError {
    int status = 400;
    QString message;
    QString type;
    QString code;
    int retryAfterSeconds = 0; ///< 0: no Retry-After

    [[nodiscard]] QByteArray body() const;
};

[[nodiscard]] ApiError invalidFormat(const QString &message); ///< 400
[[nodiscard]] ApiError keyMissing(); ///< 401
[[nodiscard]] ApiError keyWrong(const QString &key); ///< 401
[[nodiscard]] ApiError balanceUsedUp(); ///< 402
[[nodiscard]] ApiError methodNotAllowed(); ///< 405
[[nodiscard]] ApiError invalidParameter(const QString &message); ///< 422
[[nodiscard]] ApiError rateLimited(); ///< 429
[[nodiscard]] ApiError serverFailed(); ///< 500
[[nodiscard]] ApiError overloaded(); ///< 503

/// The body of a 404, which has another shape than the others.
[[nodiscard]] QByteArray notFoundBody(const QString &traceId);

} // namespace pennyworth::simulated
