// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"
#include "transcript/textselection.h"

#include <QString>

#include <vector>

namespace pennyworth {

/// Where each character of a message's plain text stands. What is not laid out as text (marks of
/// lists, empty lines) stands where the text behind it does.
[[nodiscard]] std::vector<TextPosition> placesOf(
    const QString &plain, MessageId message, const std::vector<PlacedBlock> &blocks);

} // namespace pennyworth
