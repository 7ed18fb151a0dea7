// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/prompthistory.h"

namespace pennyworth {

std::optional<QString> PromptHistory::step(
    int step, const QStringList &prompts, const QString &current)
{
    if (m_back == 0 || current != m_shown) {
        m_back = 0;
        m_own = current;
    }
    const qsizetype back = m_back - step;
    if (back < 0 || back > prompts.size())
        return {};
    m_back = back;
    m_shown = back == 0 ? m_own : prompts.at(prompts.size() - back);
    return m_shown;
}

} // namespace pennyworth
