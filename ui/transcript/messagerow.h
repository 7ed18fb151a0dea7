// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errortext.h"
#include "domain/ledger.h"
#include "domain/message.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pennyworth {

/// An error, or an end before the answer was whole, as it stands in the transcript.
struct MessageProblem {
    QString message; ///< what happened and what it means
    QString remedy; ///< what to do
    QString charged; ///< whether anything was charged
    bool mayHaveCost = false;
    QString detail; ///< what the service said
    Remedy action = Remedy::None;

    bool operator==(const MessageProblem &) const = default;
};

/// What can be done with a message, besides copying it.
struct MessageActions {
    bool canRegenerate = false;
    bool canContinue = false;
    bool canSetPrice = false; ///< of the service that answered
    bool canStartFresh = false; ///< there is something above its prompt to do without
    int version = 1; ///< which of its siblings it is, from 1
    int versions = 1; ///< how many they are, itself included

    bool operator==(const MessageActions &) const = default;
};

/// One message as the transcript shows it. The strings are finished: nothing is computed from them
/// again.
struct MessageRow {
    MessageId id;
    Role role = Role::User;
    MessageStatus status = MessageStatus::Complete;
    QString note; ///< across the column above it: "Messages above are not sent"; mostly empty
    QString speaker; ///< "You" or the model
    QString text; ///< Markdown
    QString reasoning; ///< Markdown
    QString reasoningSummary; ///< "Thought for 6 s · 412 tokens"; empty where it did not reason
    QStringList figures; ///< under a finished reply, in reading order
    QString cost; ///< the last figure, set apart: "≈ $0.0042", "local"
    QString costTip; ///< the exact sums; empty where there are none
    bool wantsPrice = false; ///< no price is known, and one can be set
    std::optional<MessageProblem> problem;
    MessageActions actions;

    bool operator==(const MessageRow &) const = default;
};

/// Puts a message and what it cost into words. `entries`: its requests, by id.
[[nodiscard]] MessageRow messageRow(
    const Message &message, const QList<LedgerEntry> &entries, MessageActions actions);

} // namespace pennyworth
