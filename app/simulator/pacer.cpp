// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/pacer.h"

#include <algorithm>

namespace pennyworth::simulated {

using namespace std::chrono_literals;

namespace {

constexpr int kShortestTick = 4; // milliseconds
constexpr auto kLifeSigns = 5s;

} // namespace

Pacer::Pacer(Pace pace, QObject *parent)
    : QObject(parent)
    , m_pace(pace)
{
    m_delay.setSingleShot(true);
    m_delay.setTimerType(Qt::PreciseTimer);
    m_ticks.setTimerType(Qt::PreciseTimer);
    m_ticks.setInterval(std::max(kShortestTick, 1000 / m_pace.tokensPerSecond));
    connect(&m_delay, &QTimer::timeout, this, &Pacer::begin);
    connect(&m_life, &QTimer::timeout, this, &Pacer::waiting);
    connect(&m_ticks, &QTimer::timeout, this, &Pacer::tick);
}

void Pacer::start()
{
    m_delay.start(m_pace.firstToken);
    m_life.start(kLifeSigns);
}

void Pacer::stop()
{
    m_delay.stop();
    m_life.stop();
    m_ticks.stop();
}

void Pacer::begin()
{
    m_life.stop();
    m_sinceFirst.start();
    m_ticks.start();
    tick();
}

void Pacer::tick()
{
    const qint64 count =
        1 + m_sinceFirst.nsecsElapsed() / 1000 * m_pace.tokensPerSecond / 1'000'000;
    if (count == m_count)
        return;
    m_count = count;
    emit due(count);
}

} // namespace pennyworth::simulated

#include "moc_pacer.cpp"
