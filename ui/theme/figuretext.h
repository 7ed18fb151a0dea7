// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace pennyworth {

// Figures in words, as every part of the interface writes them.

/// "1,024", grouped as the language does.
[[nodiscard]] QString countText(qint64 count);

/// "3 d 4 h", "2 h 14 min", "14 min": two units at most.
[[nodiscard]] QString durationText(std::chrono::minutes duration);

/// "0.38 s"; from ten seconds on one decimal, from a minute on minutes.
[[nodiscard]] QString secondsText(std::chrono::milliseconds duration);

/// `text` marked as an estimate: "≈ $0.0001".
[[nodiscard]] QString estimateText(const QString &text);

} // namespace pennyworth
