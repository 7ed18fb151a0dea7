// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace pennyworth::simulated {

/// How fast the simulated model speaks.
struct Pace {
    int tokensPerSecond = 60;
    std::chrono::milliseconds firstToken{400};
};

/// Says when how many tokens of an answer are due. Ticks at most 250 times a second: faster answers
/// come in larger steps.
class Pacer final : public QObject {
    Q_OBJECT

public:
    Pacer(Pace pace, QObject *parent);

    void start();
    void stop();

signals:
    /// Nothing is due yet; sent now and then until the first token.
    void waiting();
    /// `count` tokens are due, counted from the first; grows.
    void due(qint64 count);

private:
    void begin();
    void tick();

    Pace m_pace;
    QTimer m_delay;
    QTimer m_life;
    QTimer m_ticks;
    QElapsedTimer m_sinceFirst;
    qint64 m_count = 0;
};

} // namespace pennyworth::simulated
