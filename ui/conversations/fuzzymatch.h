// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace pennyworth {

/// How well `text` matches what somebody typed to find it; the higher the better, empty: not at
/// all. Every word of `typed` has to be in it: as it stands, or as letters in their order. Both are
/// given in lower case.
[[nodiscard]] std::optional<int> fuzzyMatch(QStringView typed, QStringView text);

} // namespace pennyworth
