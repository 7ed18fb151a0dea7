// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLocalServer;

namespace pennyworth {

/// What a second start wants of the first window.
enum class SecondStart { Raise, NewChat };

/// Makes a second start raise the first window of the same home. Owned by main().
class WindowSocket final : public QObject {
    Q_OBJECT

public:
    explicit WindowSocket(QString name, QObject *parent = nullptr); ///< Paths::windowSocket()
    ~WindowSocket() override;

    /// True: a window of this home is open and was asked to come to the front. False: there is
    /// none, and from now on this process is asked.
    [[nodiscard]] bool raiseOtherOrListen(SecondStart wanted = SecondStart::Raise);

signals:
    /// The token of whoever started the other one (xdg-activation) lets the window come to the
    /// front on Wayland; empty elsewhere.
    void raiseRequested(const QString &activationToken);
    void newChatRequested(); ///< follows `raiseRequested`

private:
    [[nodiscard]] bool raiseOther(SecondStart wanted) const;

    QString m_name;
    QLocalServer *m_server;
};

} // namespace pennyworth
