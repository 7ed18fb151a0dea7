// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowsocket.h"

#include "support/testregistry.h"

#include <QLocalSocket>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class WindowSocketTest : public QObject {
    Q_OBJECT

private slots:
    void aSecondStartRaisesTheFirstWindow()
    {
        const QString name = QTemporaryDir().filePath(u"window"_s).replace(u'/', u'-');
        WindowSocket first(name);
        QVERIFY(!first.raiseOtherOrListen());
        QSignalSpy raised(&first, &WindowSocket::raiseRequested);

        // The other end of another process, which waits for an answer.
        QLocalSocket second;
        second.connectToServer(name);
        second.write("raise\n");
        QTRY_COMPARE(raised.size(), 1);
        QTRY_VERIFY(second.canReadLine());
        QCOMPARE(second.readLine(), QByteArray("raised\n"));
    }

    void aSecondStartMayWantANewConversation()
    {
        const QString name = QTemporaryDir().filePath(u"window"_s).replace(u'/', u'-');
        WindowSocket first(name);
        QVERIFY(!first.raiseOtherOrListen(SecondStart::NewChat));
        QSignalSpy raised(&first, &WindowSocket::raiseRequested);
        QSignalSpy wanted(&first, &WindowSocket::newChatRequested);
        const auto ask = [name](const QByteArray &line) {
            QLocalSocket second;
            second.connectToServer(name);
            second.write(line);
            QTRY_VERIFY(second.canReadLine());
        };
        ask("raise token\n");
        QCOMPARE(wanted.size(), 0);
        ask("new-chat token\n");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(raised.size(), 2);
        QCOMPARE(raised.constLast().constFirst().toString(), u"token"_s);
    }

    void whatAKilledWindowLeftIsNoWindow()
    {
        const QString name = QTemporaryDir().filePath(u"window"_s).replace(u'/', u'-');
        WindowSocket left(name);
        QVERIFY(!left.raiseOtherOrListen()); // never answers, since this test does not return to
                                             // the event loop
        WindowSocket next(name);
        QVERIFY(!next.raiseOtherOrListen());
    }
};

PENNYWORTH_TEST(WindowSocketTest)

#include "tst_windowsocket.moc"
