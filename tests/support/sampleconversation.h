// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messagerow.h"

namespace pennyworth::test {

/// tests/data/transcript/20KB.md: half prose, a quarter code, lists and one table of 20 rows.
[[nodiscard]] QString sampleDocument();

[[nodiscard]] MessageRow prompt(qint64 id, const QString &text);
[[nodiscard]] MessageRow answer(
    qint64 id, const QString &text, MessageStatus status = MessageStatus::Complete);

/// One-line questions and answers of 1 to 5 kB cut from the sample document, alternating; always
/// the same.
[[nodiscard]] QList<MessageRow> longConversation(int messages);

} // namespace pennyworth::test
