// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

namespace pennyworth {

/// One of the process's standard streams for writing. Never blocks the event loop, however slowly
/// the reader takes what is written: what does not fit waits here. Unbuffered otherwise. Owned by
/// runCommandLine(), main thread.
class Channel final : public QObject {
    Q_OBJECT

public:
    explicit Channel(int descriptor, QObject *parent = nullptr); ///< does not close it

    [[nodiscard]] bool isTerminal() const { return m_terminal; }
    [[nodiscard]] bool isClosed() const { return m_closed; } ///< nobody reads it any more
    void write(const QString &text); ///< UTF-8

    /// Waits until the reader has taken everything, has gone away, or a signal arrives. The last
    /// act of a process.
    void drain();

signals:
    void closed(); ///< once, from the event loop

private:
    enum class Wait { No, UntilWritable };
    void writePending(Wait wait);
    [[nodiscard]] bool isWritable(Wait wait) const;
    void close();

    int m_descriptor;
    bool m_terminal;
    bool m_closed = false;
    QByteArray m_pending;
    QSocketNotifier m_writable;
};

} // namespace pennyworth
