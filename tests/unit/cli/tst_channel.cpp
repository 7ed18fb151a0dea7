// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/channel.h"
#include "support/testregistry.h"

#include <algorithm>
#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class ChannelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void init()
    {
        QCOMPARE(::pipe(m_pipe.data()), 0);
        QCOMPARE(::fcntl(m_pipe[0], F_SETFL, O_NONBLOCK), 0);
    }

    void cleanup()
    {
        closeReader();
        ::close(m_pipe[1]);
    }

    void writesAtOnce()
    {
        Channel channel(m_pipe[1]);
        channel.write(u"价 12"_s);
        QCOMPARE(readSome(), QByteArray("价 12"));
        QVERIFY(!channel.isTerminal());
    }

    void keepsWhatASlowReaderHasNotTaken()
    {
        Channel channel(m_pipe[1]);
        const QByteArray text(1'000'000, 'x'); // a pipe holds 64 KiB
        channel.write(QString::fromUtf8(text));
        qsizetype read = 0;
        QTRY_COMPARE((read += readSome().size()), text.size());
    }

    void tellsOnceThatTheReaderWentAway()
    {
        Channel channel(m_pipe[1]);
        QSignalSpy closed(&channel, &Channel::closed);
        closeReader();
        channel.write(u"a"_s);
        channel.write(u"b"_s);
        QVERIFY(channel.isClosed());
        QCOMPARE(closed.size(), 0);
        QTRY_COMPARE(closed.size(), 1);
        channel.drain();
        QCOMPARE(closed.size(), 1);
    }

private:
    QByteArray readSome()
    {
        QByteArray buffer(100'000, '\0');
        const ssize_t size = ::read(m_pipe[0], buffer.data(), static_cast<size_t>(buffer.size()));
        return buffer.left(std::max<ssize_t>(size, 0));
    }

    void closeReader()
    {
        if (m_pipe[0] >= 0)
            ::close(m_pipe[0]);
        m_pipe[0] = -1;
    }

    std::array<int, 2> m_pipe{-1, -1};
};

PENNYWORTH_TEST(ChannelTest)
#include "tst_channel.moc"
