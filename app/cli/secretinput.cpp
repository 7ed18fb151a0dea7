// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretinput.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace pennyworth {

namespace {

/// Switches the terminal's echo off while it lives, if standard input is one.
class Silence final {
public:
    Silence()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Silence)

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

QString readSecret(const QString &prompt)
{
    const Silence silence;
    QTextStream error(stderr);
    if (silence.isTerminal())
        error << prompt << Qt::flush;
    QFile input;
    const QByteArray line =
        input.open(stdin, QIODevice::ReadOnly) ? input.readLine() : QByteArray();
    if (silence.isTerminal())
        error << Qt::endl; // that of the person was not shown
    return QString::fromUtf8(line).trimmed();
}

} // namespace pennyworth
