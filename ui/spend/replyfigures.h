// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "domain/replysum.h"
#include "spend/pricefigures.h"
#include "theme/theme.h"

namespace pennyworth {

/// What the interface says about one reply, live or settled.
struct ReplyFigures {
    QString state; ///< "streaming"
    Tone stateTone = Tone::Muted;
    bool isLive = false;
    Billing billing = Billing::Billed;
    QList<Money> cost; ///< one a currency; empty: unknown
    CostSource source = CostSource::Unknown;
    UnknownCost unknown = UnknownCost::None;
    bool isCurrencyAssumed = false; ///< nobody could say what the account is billed in
    QString costTip; ///< the exact amount and how it comes about
    QList<double> speeds;
    std::optional<double> speed; ///< tokens a second
    std::optional<std::chrono::milliseconds> firstToken;
    std::optional<qint64> promptTokens;
    std::optional<qint64> outputTokens;
    bool areTokensEstimated = false; ///< live, and where the service counted none
};

/// `earlier`: the requests of the message so far, of which some may be the reply's own.
[[nodiscard]] ReplyFigures replyFigures(
    const Reply &reply, const QList<LedgerEntry> &earlier, Billing billing);

/// All requests of a settled reply; `status` is the message's.
[[nodiscard]] ReplyFigures replyFigures(
    const QList<LedgerEntry> &entries, MessageStatus status, Billing billing);

/// "≈ $0.0001", "$0.0001", "unknown".
[[nodiscard]] QString costText(const ReplyFigures &figures);

/// What has to be said about the cost besides its amount; empty for an exact one.
[[nodiscard]] QString costRemark(const ReplyFigures &figures);

} // namespace pennyworth
