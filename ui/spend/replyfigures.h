// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "domain/ledger.h"
#include "spend/pricefigures.h"
#include "theme/theme.h"

namespace pennyworth {

/// What the interface says about one reply, live or settled.
struct ReplyFigures {
    QString state; ///< "streaming"
    Tone stateTone = Tone::Muted;
    bool isLive = false;
    Billing billing = Billing::Billed;
    std::optional<Money> cost; ///< empty: unknown
    CostSource source = CostSource::Unknown;
    QString costTip; ///< the exact amount and how it comes about
    QList<double> speeds;
    std::optional<double> speed; ///< tokens a second
    std::optional<std::chrono::milliseconds> firstToken;
    std::optional<qint64> promptTokens;
    std::optional<qint64> outputTokens; ///< live: an estimate
};

[[nodiscard]] ReplyFigures replyFigures(const Reply &reply, Billing billing);

/// All requests of a settled reply, at least one; `status` is the message's.
[[nodiscard]] ReplyFigures replyFigures(
    const QList<LedgerEntry> &entries, MessageStatus status, Billing billing);

/// "≈ $0.0001", "$0.0001", "unknown".
[[nodiscard]] QString costText(const ReplyFigures &figures);

/// What has to be said about the cost besides its amount; empty for an exact one.
[[nodiscard]] QString costRemark(const ReplyFigures &figures);

} // namespace pennyworth
