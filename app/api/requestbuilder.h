// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/wirerequest.h"
#include "domain/message.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pennyworth {

/// What a chat request is made from.
struct ChatRequest {
    GenerationSettings settings;
    /// The branch from the first message to the one to be answered. For a continuation the last one
    /// is the interrupted reply.
    QList<Message> branch;
    bool continuesLast =
        false; ///< prefix completion: the last message is an assistant's and is to be continued
    QString forcedPrefix; ///< prefix completion of a new reply: it shall begin so (`ask --prefix`)
};

/// The request body. The same history always gives the same bytes: fixed key order, no timestamps,
/// no re-wrapping; the messages of turn n are a byte prefix of those of turn n+1 for the same
/// provider, model and settings.
[[nodiscard]] QByteArray chatBody(const Provider &provider, const ChatRequest &request);

/// The whole request. InvalidRequest where the provider cannot do what is asked (a continuation
/// without prefix completion), InvalidValue for a base URL that is none.
Result<WireRequest> chatRequest(
    const Provider &provider, const ChatRequest &request, const QString &key);

Result<WireRequest> modelsRequest(const Provider &provider, const QString &key);
Result<WireRequest> balanceRequest(const Provider &provider, const QString &key);

} // namespace pennyworth
