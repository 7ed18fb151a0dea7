// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "domain/generationsettings.h"
#include "domain/ids.h"
#include "domain/provider.h"

namespace pennyworth {

/// What `ask` was asked for, read from its arguments.
struct AskOptions {
    QString prompt; ///< empty where an answer is continued
    bool readsPrompt = false; ///< from standard input instead
    bool continues = false;
    bool keeps = true; ///< false: --no-store
    ConversationId conversation; ///< not valid: a new one
    std::optional<QString> model;
    std::optional<QString> systemPrompt;
    std::optional<Thinking> thinking;
    std::optional<int> temperatureHundredths;
    std::optional<qint64> maxTokens;
    bool jsonMode = false;
    QString prefix;

    static Result<AskOptions> read(const Arguments &arguments);

    /// The settings for `provider`: what was asked for, else what `before` has.
    [[nodiscard]] GenerationSettings settingsFor(
        const Provider &provider, GenerationSettings before) const;
};

[[nodiscard]] Syntax askSyntax();

} // namespace pennyworth
