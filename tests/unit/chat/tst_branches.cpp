// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/workspace.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Editing, answering again, moving between what came of it, deleting and branching off.
class BranchesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_room->transport.setScript([this](ScriptedStream &stream, int) {
            stream.say(u"Answer %1."_s.arg(++m_answers));
            stream.report({.prompt = 100, .cacheHit = 0, .cacheMiss = 100, .completion = 5});
            stream.complete();
        });
        m_answers = 0;
        m_session =
            std::make_unique<ChatSession>(m_room->services(), flashSettings(), Keep::Conversation);
    }

    void cleanup()
    {
        m_session.reset();
        m_room.reset();
    }

    void anEditedPromptIsASibling()
    {
        ask({u"One?"_s, u"Two?"_s});
        const MessageId one = at(0);
        edit(one, u"Uno?"_s);
        QCOMPARE(texts(), QStringList({u"Uno?"_s, u"Answer 3."_s}));
        QCOMPARE(m_session->messages().siblingsOf(one), (QList<MessageId>{one, at(0)}));
        QVERIFY(!m_room->transport.posts().constLast().body.contains("One?"));
        QCOMPARE(keptLeaf(), at(1));
    }

    void editingLeavesTheDraftAlone()
    {
        ask({u"One?"_s});
        m_session->setDraft(u"half a thought"_s);
        edit(at(0), u"Uno?"_s);
        QCOMPARE(m_session->draft(), u"half a thought"_s);
        QTRY_COMPARE(
            awaited(m_room->store->conversation(m_session->id()))->draft, u"half a thought"_s);
        QVERIFY(!sendAndWait(*m_session, u"half a thought"_s));
        QVERIFY(m_session->draft().isEmpty());
    }

    void anyReplyIsAnsweredAgain()
    {
        ask({u"One?"_s, u"Two?"_s});
        regenerate(at(1));
        QCOMPARE(texts(), QStringList({u"One?"_s, u"Answer 3."_s}));
        regenerate(at(0)); // of a prompt: a further reply
        QCOMPARE(texts(), QStringList({u"One?"_s, u"Answer 4."_s}));
        QCOMPARE(m_session->messages().siblingsOf(at(1)).size(), 3);
    }

    void aBranchComesBackWhereItWasLeft()
    {
        ask({u"One?"_s, u"Two?"_s});
        const QList<MessageId> first = m_session->branch();
        regenerate(at(3));
        const QList<MessageId> other = m_session->branch();
        edit(at(0), u"Uno?"_s);
        const QList<MessageId> edited = m_session->branch();

        QSignalSpy changed(m_session.get(), &ChatSession::branchChanged);
        m_session->showMessage(first.at(0));
        QCOMPARE(changed.size(), 1); // at once
        QCOMPARE(m_session->branch(), other);
        m_session->showMessage(first.at(3));
        QCOMPARE(m_session->branch(), first);
        m_session->showMessage(edited.at(0));
        QCOMPARE(m_session->branch(), edited);
        m_session->showMessage(first.at(0));
        QCOMPARE(m_session->branch(), first);
        QTRY_COMPARE(keptLeaf(), first.constLast());
    }

    void theShownBranchComesBackAfterARestart()
    {
        ask({u"One?"_s});
        const QList<MessageId> first = m_session->branch();
        regenerate(at(1));
        m_session->showMessage(first.at(1));
        const ConversationId id = m_session->id();
        m_session.reset();
        m_room->reopenStore();
        m_session = std::make_unique<ChatSession>(m_room->services(), id);
        QSignalSpy completed(m_session.get(), &ChatSession::completed);
        QVERIFY(completed.wait());
        QCOMPARE(m_session->branch(), first);
    }

    void oneCanLookElsewhereWhileAReplyStreams()
    {
        ask({u"One?"_s});
        const QList<MessageId> first = m_session->branch();
        m_room->transport.setScript({});
        m_session->regenerate();
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->say(u"Slowly"_s);
        const MessageId live = at(1);
        m_session->showMessage(first.at(1));
        QCOMPARE(m_session->branch(), first);
        m_room->transport.stream()->say(u", but surely."_s);
        m_room->transport.stream()->complete();
        waitForEnd(*m_session);
        QCOMPARE(m_session->branch(), first);
        m_session->showMessage(live);
        QCOMPARE(texts().constLast(), u"Slowly, but surely."_s);
        QTRY_COMPARE(keptLeaf(), live);
    }

    void whatIsDeletedComesBackOrGoesForGood()
    {
        ask({u"One?"_s, u"Two?"_s});
        const QList<MessageId> all = m_session->branch();
        m_session->hideMessage(all.at(2));
        QCOMPARE(m_session->branch(), all.first(2));
        m_session->restoreMessage(all.at(2));
        QCOMPARE(m_session->branch(), all);

        m_session->hideMessage(all.at(2));
        QCOMPARE(awaited(m_room->store->messages(m_session->id()))->size(), 4);
        m_session->removeMessage(all.at(2));
        QTRY_COMPARE(awaited(m_room->store->messages(m_session->id()))->size(), 2);
        QCOMPARE(keptLeaf(), all.at(1));
        QCOMPARE(awaited(m_room->store->entries(m_session->id()))->size(), 2);
        m_session->restoreMessage(all.at(2));
        QCOMPARE(m_session->branch(), all.first(2));
    }

    void aDeletedAnswerGivesWayToItsSibling()
    {
        ask({u"One?"_s});
        const MessageId first = at(1);
        regenerate(first);
        const MessageId second = at(1);
        m_session->hideMessage(second);
        QCOMPARE(at(1), first);
        m_session->hideMessage(first);
        QCOMPARE(texts(), QStringList({u"One?"_s}));
        m_session->regenerate(); // the prompt is left without an answer
        waitForEnd(*m_session);
        QCOMPARE(texts(), QStringList({u"One?"_s, u"Answer 3."_s}));
    }

    void deletingTheFirstMessageEmptiesTheConversation()
    {
        ask({u"One?"_s});
        const MessageId first = at(0);
        m_session->hideMessage(first);
        QVERIFY(m_session->branch().isEmpty());
        m_session->removeMessage(first);
        QTRY_VERIFY(awaited(m_room->store->messages(m_session->id()))->isEmpty());
        QVERIFY(!keptLeaf().isValid());
        ask({u"Anew?"_s});
        QCOMPARE(texts(), QStringList({u"Anew?"_s, u"Answer 2."_s}));
    }

    void whatWasDeletedGoesWithTheSession()
    {
        ask({u"One?"_s, u"Two?"_s});
        const ConversationId id = m_session->id();
        m_session->hideMessage(at(2));
        m_session.reset();
        m_room->reopenStore();
        QCOMPARE(awaited(m_room->store->messages(id))->size(), 2);
    }

    void nothingIsDeletedUnderALiveReply()
    {
        ask({u"One?"_s});
        m_room->transport.setScript({});
        m_session->send(u"Two?"_s);
        QTRY_VERIFY(m_session->isStreaming());
        QVERIFY(!m_session->canChange());
        m_session->hideMessage(at(0));
        QCOMPARE(m_session->branch().size(), 4);
    }

    void aBranchBecomesAConversation()
    {
        ask({u"One?"_s, u"Two?"_s});
        Workspace workspace(m_room->services());
        QSignalSpy loaded(&workspace, &Workspace::conversationsLoaded);
        workspace.load();
        QVERIFY(loaded.wait());
        const Result<ConversationId> made = awaited(workspace.copyBranch({.from = m_session->id(),
            .last = at(1),
            .title = u"Elsewhere"_s,
            .draft = u"And then?"_s}));
        QVERIFY(made.hasValue());
        QTRY_COMPARE(workspace.conversations().size(), 2);
        QCOMPARE(workspace.conversations().constFirst().title, u"Elsewhere"_s);
        QVERIFY(workspace.conversations().constFirst().cost.isEmpty());

        m_session = std::make_unique<ChatSession>(m_room->services(), *made);
        QSignalSpy completed(m_session.get(), &ChatSession::completed);
        QVERIFY(completed.wait());
        QCOMPARE(texts(), QStringList({u"One?"_s, u"Answer 1."_s}));
        QCOMPARE(m_session->draft(), u"And then?"_s);
        QCOMPARE(m_session->settings(), flashSettings());
        ask({u"Other?"_s});
        QVERIFY(m_room->transport.posts().constLast().body.contains("Answer 1."));
    }

    void aBranchOfNothingIsRefused()
    {
        ask({u"One?"_s});
        QCOMPARE(
            awaited(m_room->store->copyBranch({.from = {99}})).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_room->store->copyBranch({.from = m_session->id(), .last = {99}}))
                     .error()
                     .kind,
            ErrorKind::NotFound);
        QCOMPARE(awaited(m_room->store->conversations())->size(), 1);
    }

private:
    void ask(const QStringList &prompts)
    {
        for (const QString &prompt : prompts)
            QVERIFY(!sendAndWait(*m_session, prompt));
    }

    void edit(MessageId prompt, const QString &text)
    {
        QSignalSpy finished(m_session.get(), &ChatSession::replyFinished);
        m_session->edit(prompt, text);
        QVERIFY(finished.wait());
    }

    void regenerate(MessageId message)
    {
        QSignalSpy finished(m_session.get(), &ChatSession::replyFinished);
        m_session->regenerateAt(message);
        QVERIFY(finished.wait());
    }

    [[nodiscard]] MessageId at(qsizetype row) const { return m_session->branch().at(row); }

    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        const QList<MessageId> branch = m_session->branch();
        for (const MessageId id : branch)
            texts += m_session->messages().at(id).text;
        return texts;
    }

    [[nodiscard]] MessageId keptLeaf() const
    {
        return awaited(m_room->store->conversation(m_session->id()))->currentLeaf;
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ChatSession> m_session;
    int m_answers = 0;
};

PENNYWORTH_TEST(BranchesTest)

#include "tst_branches.moc"
