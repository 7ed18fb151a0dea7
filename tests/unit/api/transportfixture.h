// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "support/rawserver.h"

namespace pennyworth::test {

inline const QByteArray kKey = "sk-0123456789abcdef";
inline const QByteArray kHello = deltaEvent(R"({"content":"Hello"})");
inline const QByteArray kStop = deltaEvent("{}", "stop");
inline const QByteArray kDone = "data: [DONE]\n\n";
inline const QByteArray kWholeAnswer =
    R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})";

inline WireRequest postTo(const RawServer &server, const QByteArray &body = "{}")
{
    return {.url = server.url(QStringLiteral("/chat/completions")),
        .headers = {{"Authorization", "Bearer " + kKey}, {"Content-Type", "application/json"}},
        .body = body};
}

} // namespace pennyworth::test
