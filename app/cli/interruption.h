// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace pennyworth {

/// Ctrl-C, a terminal that closes and a polite kill (SIGINT, SIGHUP, SIGTERM) as a signal of the
/// event loop, while it lives. At most one a process.
class Interruption final : public QObject {
    Q_OBJECT

public:
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

signals:
    void requested(); ///< once for each signal that arrives

private:
    void takeSignal();

    QSocketNotifier m_arrived;
};

} // namespace pennyworth
