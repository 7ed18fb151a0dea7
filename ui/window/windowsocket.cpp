// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowsocket.h"

#include <QLocalServer>
#include <QLocalSocket>

#include <utility>

namespace pennyworth {

namespace {

// Only ever waited for when another window is there; without one the connection is refused at once.
constexpr int kPatienceMs = 1000;
constexpr char kRaise[] = "raise"; // and a token after a space
constexpr char kNewChat[] = "new-chat"; // the same
constexpr char kRaised[] = "raised\n";

} // namespace

WindowSocket::WindowSocket(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *peer = m_server->nextPendingConnection();
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
            if (!peer->canReadLine())
                return;
            const QList<QByteArray> words = peer->readLine().trimmed().split(' ');
            peer->write(kRaised);
            peer->disconnectFromServer();
            emit raiseRequested(QString::fromUtf8(words.value(1)));
            if (words.constFirst() == kNewChat)
                emit newChatRequested();
        });
    });
}

WindowSocket::~WindowSocket() = default;

bool WindowSocket::raiseOther(SecondStart wanted) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    const QByteArray word = wanted == SecondStart::NewChat ? kNewChat : kRaise;
    socket.write(word + " " + qgetenv("XDG_ACTIVATION_TOKEN") + '\n');
    // A window that does not answer is one that is just closing.
    return socket.waitForReadyRead(kPatienceMs) && socket.readLine() == kRaised;
}

bool WindowSocket::raiseOtherOrListen(SecondStart wanted)
{
    if (raiseOther(wanted))
        return true;
    QLocalServer::removeServer(m_name); // what a killed process left
    m_server->listen(m_name);
    return false;
}

} // namespace pennyworth
