// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/estimateline.h"

#include <QString>

namespace pennyworth {

/// What a model is asked so that its answer can stand for the conversation so far.
[[nodiscard]] QString summaryPrompt();

/// What a summary takes: "≈ 912,000 tokens · $0.0031 – 0.14".
[[nodiscard]] QString summaryEstimateText(const Estimate &estimate, EstimateBilling billing);

} // namespace pennyworth
