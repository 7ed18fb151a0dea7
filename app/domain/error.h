// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace pennyworth {

/// What went wrong, as far as a user has to act differently. The sentence shown comes from
/// errortext.h.
enum class ErrorKind {
    // keys and accounts
    NoKey, ///< no API key is set for the provider
    // from here to Cancelled: a request
    WrongKey, ///< HTTP 401
    Forbidden, ///< HTTP 403
    InsufficientBalance, ///< HTTP 402
    // the request
    InvalidRequest, ///< HTTP 400, 404 on a model, 422
    ContextTooLong, ///< the prompt does not fit the model's context; HTTP 413
    NotFound, ///< HTTP 404: nothing answers at this address; without a status, a conversation
    ///< that is not kept
    // the service
    RateLimited, ///< HTTP 429
    ServerError, ///< HTTP 500, 502, 504, 529
    Overloaded, ///< HTTP 503, or finish_reason insufficient_system_resource
    StreamError, ///< an error object inside a 200 stream
    UnexpectedAnswer, ///< the answer is not of this API: a proxy's HTML, broken JSON, a compressed
                      ///< body
    EmptyReply, ///< the stream ended well but held nothing
    IncompleteReply, ///< the stream ended without a finish_reason
    // the way there
    ConnectionFailed, ///< the request never left: name not found, refused, unreachable
    ConnectionLost, ///< the connection broke after the request had left
    TimedOut, ///< a watchdog of Transport fired
    CertificateRefused, ///< TLS failed
    Redirected, ///< the service answered with a redirect, which is never followed
    Cancelled, ///< the user stopped it
    // prices and models
    UnknownModel,
    UnknownProvider,
    UnknownPrice, ///< no price row covers the model, instant and currency
    // this computer
    KeychainUnavailable,
    KeychainLocked,
    StoreUnavailable, ///< the database cannot be opened or read
    StoreReadOnly,
    StoreFull, ///< no space left on the device
    StoreNewer, ///< written by a newer Pennyworth
    StoreDamaged,
    FileFailed, ///< a file the user named cannot be read or written
    InvalidValue, ///< a value typed in or read from a file is not acceptable
    Overflow, ///< an amount does not fit 64 bits
    WrongUsage, ///< the command line
};

/// Whether money may have been spent on a request that failed.
enum class Charged { No, Maybe, Yes };

/// A failure as a value. `detail` is shown small beside the sentence of the kind and is never
/// parsed.
struct Error {
    ErrorKind kind = ErrorKind::InvalidValue;
    QString detail;
    int status = 0; ///< HTTP status, 0 where there was none
    Charged charged = Charged::No;
    std::optional<std::chrono::milliseconds> retryAfter; ///< from Retry-After

    bool operator==(const Error &) const = default;
};

} // namespace pennyworth
