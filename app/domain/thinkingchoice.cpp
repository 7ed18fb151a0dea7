// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/thinkingchoice.h"

namespace pennyworth {

QList<ThinkingChoice> thinkingChoices(const Model &model)
{
    if (model.thinkingSwitch == ThinkingSwitch::None)
        return {};
    QList<ThinkingChoice> choices{{.thinking = Thinking::Default}, {.thinking = Thinking::Off}};
    if (model.efforts.isEmpty())
        choices.append({.thinking = Thinking::On});
    for (const Effort effort : model.efforts)
        choices.append({.thinking = Thinking::On, .effort = effort});
    return choices;
}

} // namespace pennyworth
