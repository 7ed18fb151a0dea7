// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/instant.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

class QJsonValue;

namespace pennyworth {

// How services say that something went wrong (deepseek-api.md 3 and 8.2).

/// The message inside an error value of any known shape; empty where there is none.
[[nodiscard]] QString serviceMessage(const QJsonValue &value);

/// What a body says, for the small line under the sentence: the service's message, an HTML page's
/// title, else the text. At most 500 characters on one line.
[[nodiscard]] QString detailFromBody(const QByteArray &body);

/// `text` on one line, at most 500 characters.
[[nodiscard]] QString shortened(const QString &text);

/// Whether the message says that the prompt does not fit: there is no code for it.
[[nodiscard]] bool saysContextTooLong(QStringView message);

/// The Error of an HTTP status that is no success. The status decides, whatever type or code the
/// body names.
[[nodiscard]] Error errorFromStatus(int status, const QByteArray &body);

/// Retry-After in seconds or as an HTTP date (RFC 9110, 10.2.3); at most a day, never negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(
    QByteArrayView value, Instant now);

/// "Wed, 21 Oct 2015 07:28:00 GMT".
[[nodiscard]] std::optional<Instant> parseHttpDate(QByteArrayView value);

} // namespace pennyworth
