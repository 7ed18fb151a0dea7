// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textzoom.h"

#include "transcript/transcriptview.h"

#include <algorithm>
#include <array>

namespace pennyworth {

namespace {

constexpr std::array kSteps{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

} // namespace

TextZoom::TextZoom(Settings &settings, TranscriptView &view, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_view(view)
{
    connect(&view, &TranscriptView::zoomRequested, this, &TextZoom::stepBy);
    apply();
}

void TextZoom::apply()
{
    m_view.setTextZoom(m_settings.textZoom());
}

void TextZoom::stepBy(int steps)
{
    const int now = m_settings.textZoom();
    const auto *const next =
        steps > 0 ? std::ranges::upper_bound(kSteps, now) : std::ranges::lower_bound(kSteps, now);
    if (steps > 0 && next != kSteps.end())
        m_settings.setTextZoom(*next);
    else if (steps < 0 && next != kSteps.begin())
        m_settings.setTextZoom(*(next - 1));
    apply();
}

void TextZoom::reset()
{
    m_settings.setTextZoom(100);
    apply();
}

} // namespace pennyworth
