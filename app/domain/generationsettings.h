// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pennyworth {

/// Whether the model reasons before it answers. Default leaves it to the service.
enum class Thinking { Default, Off, On };

/// How hard it reasons. Default leaves it to the service.
enum class Effort { Default, Low, High, Max };

/// What the user chose for the next request: who answers and how. Kept per conversation.
struct GenerationSettings {
    QString provider; ///< provider id, e.g. "deepseek"
    QString model; ///< model id as sent
    QString systemPrompt;
    Thinking thinking = Thinking::Default;
    Effort effort = Effort::Default;
    std::optional<int> temperatureHundredths; ///< 130 is 1.3; empty is the service's default
    std::optional<qint64> maxTokens;
    bool jsonMode = false;

    bool operator==(const GenerationSettings &) const = default;
};

} // namespace pennyworth
