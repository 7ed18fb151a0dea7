// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/wirerequest.h"
#include "domain/error.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QStringList>

class QNetworkReply;

namespace pennyworth {

// What a stream and a document have in common on their way through QNetworkAccessManager.

/// The request as Qt takes it: no redirect followed, no cookie, no cache, no compression, HTTP/1.1,
/// no stored password.
[[nodiscard]] QNetworkRequest networkRequest(const WireRequest &request);

/// The HTTP status so far; 0 before the head of the answer is there.
[[nodiscard]] int statusOf(const QNetworkReply &reply);

/// "gzip" where the body came compressed against our wish; empty mostly.
[[nodiscard]] QString compressionOf(const QNetworkReply &reply);

/// The Error of an answer that is no success, from its head and the body so far.
[[nodiscard]] Error answerError(const QNetworkReply &reply, const QByteArray &body);

/// The Error of a connection that failed or broke. `certificateProblems` is what TLS complained
/// about.
[[nodiscard]] Error connectionError(
    const QNetworkReply &reply, bool requestLeft, const QStringList &certificateProblems);

/// `error` without the key of `request` in its detail, not even cut short.
[[nodiscard]] Error withoutKey(Error error, const WireRequest &request);

} // namespace pennyworth
