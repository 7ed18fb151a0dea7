// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatsession.h"

#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Leaving out what stands above a message.
class ContextStartTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.leave();
            stream.say(u"Answer %1."_s.arg(attempt));
            stream.complete();
        });
        m_session =
            std::make_unique<ChatSession>(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(*m_session, u"First?"_s));
        QVERIFY(!sendAndWait(*m_session, u"Second?"_s));
    }

    void cleanup()
    {
        m_session.reset();
        m_room.reset();
    }

    void everythingIsSentByDefault()
    {
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(lastBody().contains("First?"));
    }

    void whatStandsAboveIsLeftOut()
    {
        QSignalSpy changed(m_session.get(), &ChatSession::contextChanged);
        m_session->setContextStart(m_session->branch().at(2));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(!lastBody().contains("First?"));
        QVERIFY(lastBody().contains("Second?"));
        QVERIFY(lastBody().contains("Third?"));
        QCOMPARE(m_session->branch().size(), 6); // nothing is deleted
    }

    void everythingCanBeSentAgain()
    {
        m_session->setContextStart(m_session->branch().at(2));
        m_session->setContextStart({});
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(lastBody().contains("First?"));
    }

    void outlivesTheProcess()
    {
        const MessageId second = m_session->branch().at(2);
        const ConversationId id = m_session->id();
        m_session->setContextStart(second);
        m_session.reset();
        m_room->reopenStore();
        m_session = std::make_unique<ChatSession>(m_room->services(), id);
        QTRY_COMPARE(m_session->contextStart(), second);
    }

    void aMessageOfAnotherBranchLeavesNothingOut()
    {
        m_session->setContextStart({4711});
        QVERIFY(!m_session->contextStart().isValid());
        QVERIFY(!sendAndWait(*m_session, u"Third?"_s));
        QVERIFY(lastBody().contains("First?"));
    }

private:
    [[nodiscard]] QByteArray lastBody() const { return m_room->transport.posts().constLast().body; }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ChatSession> m_session;
};

PENNYWORTH_TEST(ContextStartTest)

#include "tst_contextstart.moc"
