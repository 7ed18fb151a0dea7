// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"
#include "domain/exchange.h"
#include "domain/instant.h"

#include <QList>
#include <QObject>

#include <optional>

namespace pennyworth {

/// How a stream ended.
struct ReplyEnd {
    std::optional<Error> error; ///< empty: a finish_reason that means success came, or [DONE] did
    bool requestLeft =
        false; ///< false: not a byte reached the service, so a retry cannot be charged twice
    /// The service wants the limit on the answer's length under its other name (limitfield.h).
    bool limitFieldRefused = false;
    QString
        note; ///< a deviation worth telling ("no [DONE]"), for the request's record; empty mostly

    bool operator==(const ReplyEnd &) const = default;
};

/// One streamed reply to one POST. Made by Transport; the receiver owns it and may delete it at any
/// time, which aborts it. Signals in this order: requestSent · firstByte · (lifeSign | deltas)* ·
/// finished. `finished` fires exactly once, always from the event loop, also after cancel().
class ReplyStream : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends the stream; `finished` follows with ErrorKind::Cancelled. Without effect once it has
    /// ended.
    virtual void cancel() = 0;

    /// What has come so far, as it came. Complete once it is `finished`.
    [[nodiscard]] virtual ReceivedResponse received() const { return {}; }

signals:
    void requestSent(); ///< the whole request has left this computer
    void firstByte();
    void lifeSign(); ///< a comment or an empty event: the service works on it
    /// At most once an event-loop turn. Never an ErrorDelta: that ends the stream and stands in
    /// ReplyEnd.
    void deltas(const QList<pennyworth::Delta> &deltas);
    void finished(const pennyworth::ReplyEnd &end);
};

} // namespace pennyworth
