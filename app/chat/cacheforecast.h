// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "domain/messagetree.h"

#include <QHash>

#include <optional>

namespace pennyworth {

/// What a request is about to ask, as far as the service's prefix cache is concerned.
struct CacheQuestion {
    QString provider;
    QString model;
    MessageId parent; ///< of the message that is to be answered or made; not valid: a new branch
    Instant now{};
    std::optional<Instant> prefixChanged; ///< nothing sent before is a beginning of it
};

/// The tokens of the prompt that the service is expected to hold in its prefix cache: the longest
/// beginning that an earlier request of this conversation sent to the same model within the last
/// hours, with the answer where that stands in the branch, too. Prompts and answers are cached as
/// units, answers without their reasoning; unused ones go after hours
/// (api-docs.deepseek.com/guides/kv_cache). An expectation, no promise: what is made from it
/// carries ≈.
[[nodiscard]] qint64 expectedCacheHit(const MessageTree &messages,
    const QHash<MessageId, QList<LedgerEntry>> &entries, const CacheQuestion &question);

} // namespace pennyworth
