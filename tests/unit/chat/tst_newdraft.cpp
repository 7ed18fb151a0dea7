// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/workspace.h"

#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The draft of the conversation that does not exist yet.
class NewDraftTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        open();
    }

    void cleanup()
    {
        m_workspace.reset();
        m_room.reset();
    }

    void outlivesTheProcess()
    {
        m_workspace->newSession(flashSettings())->setDraft(u"half"_s);
        m_workspace->newSession(flashSettings())->setDraft(u"half a thou"_s);
        reopen();
        QCOMPARE(m_workspace->newSession(flashSettings())->draft(), u"half a thou"_s);
    }

    void reachesASessionThatIsShownAlready()
    {
        m_workspace->newSession(flashSettings())->setDraft(u"half a thou"_s);
        m_workspace.reset();
        m_room->reopenStore();
        m_workspace = std::make_unique<Workspace>(m_room->services());
        ChatSession *session = m_workspace->newSession(flashSettings());
        QVERIFY(session->draft().isEmpty());
        QSignalSpy changed(session, &ChatSession::draftChanged);
        m_workspace->load();
        QVERIFY(changed.wait());
        QCOMPARE(session->draft(), u"half a thou"_s);
    }

    void goesFromOneNewSessionToTheNext()
    {
        ChatSession *first = m_workspace->newSession(flashSettings());
        first->setDraft(u"half a thou"_s);
        m_workspace->releaseSession(first);
        QCOMPARE(m_workspace->newSession(flashSettings())->draft(), u"half a thou"_s);
    }

    void whatWasSentIsNoDraft()
    {
        ChatSession *session = m_workspace->newSession(flashSettings());
        session->setDraft(u"Why?"_s);
        m_room->transport.setScript([](ScriptedStream &stream, int) { stream.complete(); });
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        session->setDraft(u"And then?"_s); // belongs to the conversation now
        reopen();
        QVERIFY(m_workspace->newSession(flashSettings())->draft().isEmpty());
    }

private:
    void open()
    {
        m_workspace = std::make_unique<Workspace>(m_room->services());
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void reopen()
    {
        m_workspace.reset();
        m_room->reopenStore();
        open();
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
};

PENNYWORTH_TEST(NewDraftTest)

#include "tst_newdraft.moc"
