// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/speedmeter.h"

namespace pennyworth {

namespace {

constexpr qsizetype kWindow = 4; // samples, of half a second each
constexpr qsizetype kMaxValues = 120;

} // namespace

void SpeedMeter::start(Instant firstToken)
{
    m_window = {{.at = firstToken}};
    m_values.clear();
}

void SpeedMeter::sample(Instant now, qint64 tokens)
{
    if (m_window.isEmpty())
        return;
    const Sample &oldest = m_window.first();
    const double seconds = std::chrono::duration<double>(now - oldest.at).count();
    if (seconds <= 0)
        return;
    m_values.append(static_cast<double>(tokens - oldest.tokens) / seconds);
    if (m_values.size() > kMaxValues)
        m_values.removeFirst();
    m_window.append({.at = now, .tokens = tokens});
    if (m_window.size() > kWindow)
        m_window.removeFirst();
}

} // namespace pennyworth
