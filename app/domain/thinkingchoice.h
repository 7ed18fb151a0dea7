// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/provider.h"

namespace pennyworth {

/// One way a model can be told to think. An effort goes with Thinking::On only.
struct ThinkingChoice {
    Thinking thinking = Thinking::Default;
    Effort effort = Effort::Default;

    bool operator==(const ThinkingChoice &) const = default;
};

/// What can be chosen for a model, from nothing said to its hardest effort; empty where nothing
/// can.
[[nodiscard]] QList<ThinkingChoice> thinkingChoices(const Model &model);

} // namespace pennyworth
