// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"

namespace pennyworth {

/// The command that sends `sent` again from a POSIX shell, byte for byte. The key stands in it as
/// `$keyVariable`, any other secret header as a variable named after it.
[[nodiscard]] QString curlCommand(const SentRequest &sent, const QString &keyVariable);

/// The request as HTTP writes it.
[[nodiscard]] QString requestText(const SentRequest &sent);

/// The response as HTTP writes it; where something was left out a line says how much.
[[nodiscard]] QString responseText(const ReceivedResponse &received);

} // namespace pennyworth
