// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/selectedtext.h"
#include "transcript/textselection.h"

namespace pennyworth {

class MessageLayouts;
class MessageListModel;
struct MessageRow;

/// What of a conversation is selected. Messages that lie inside are not laid out for it.
[[nodiscard]] SelectedText selectedText(
    const MessageListModel &model, MessageLayouts &layouts, const TextSpan &span);

/// What a message says, without its reasoning.
[[nodiscard]] SelectedText wholeText(const MessageRow &message);

} // namespace pennyworth
