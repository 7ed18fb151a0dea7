// SPDX-License-Identifier: GPL-3.0-or-later
// The signals are over before the locals that they count in: clazy:excludeall=lambda-in-connect
#include "chat/workspace.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

#include <QRandomGenerator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A list kept by nothing but the signals of single rows, as a view's model is.
class RowMirror final : public QObject {
public:
    explicit RowMirror(const Workspace &workspace)
        : rows(workspace.conversations())
    {
        connect(&workspace, &Workspace::conversationAdded, this,
            [&](int row) { rows.insert(row, workspace.conversations().at(row)); });
        connect(&workspace, &Workspace::conversationChanged, this,
            [&](int row) { rows[row] = workspace.conversations().at(row); });
        connect(&workspace, &Workspace::conversationMoved, this,
            [&](int from, int to) { rows.move(from, to); });
        connect(&workspace, &Workspace::conversationRemoved, this,
            [&](int row) { rows.removeAt(row); });
    }

    QList<ConversationSummary> rows;
};

} // namespace

class WorkspaceTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report({.prompt = 100, .cacheHit = 0, .cacheMiss = 100, .completion = 5});
            stream.complete();
        });
        m_workspace = std::make_unique<Workspace>(m_room->services());
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        m_workspace->load();
        QVERIFY(loaded.wait());
    }

    void cleanup()
    {
        m_workspace.reset();
        m_room.reset();
    }

    void aNewConversationIsAddedOnTop()
    {
        const ConversationId first = converse(u"First?"_s);
        const ConversationId second = converse(u"Second?"_s);
        QTRY_COMPARE(ids(), (QList<ConversationId>{second, first}));
        QTRY_COMPARE(
            m_workspace->conversations().first().cost, (QList<Money>{Money{18'000'000, kUsd}}));
        QCOMPARE(m_workspace->conversations().first().title, u"Second?"_s);
        QCOMPARE(m_workspace->conversations().first().model, u"deepseek-flash"_s);
    }

    void aConversationThatGoesOnMovesUpBeforeItChanges()
    {
        const ConversationId first = converse(u"First?"_s);
        const ConversationId second = converse(u"Second?"_s);
        QTRY_COMPARE(ids(), (QList<ConversationId>{second, first}));
        QTRY_COMPARE(m_workspace->conversations(), *awaited(m_room->store->conversations()));
        QStringList signalsInOrder;
        connect(m_workspace.get(), &Workspace::conversationMoved, this,
            [&](int from, int to) { signalsInOrder << u"moved %1 %2"_s.arg(from).arg(to); });
        connect(m_workspace.get(), &Workspace::conversationChanged, this,
            [&](int row) { signalsInOrder << u"changed %1"_s.arg(row); });
        m_room->clock.advance(1s);
        ChatSession *session = m_workspace->openSession(first);
        QVERIFY(!sendAndWait(*session, u"And then?"_s));
        QTRY_COMPARE(ids(), (QList<ConversationId>{first, second}));
        QCOMPARE(signalsInOrder.mid(0, 2), (QStringList{u"moved 1 0"_s, u"changed 0"_s}));
    }

    void rowSignalsTellEverything()
    {
        RowMirror mirror(*m_workspace);
        QRandomGenerator random(20261123);
        for (int step = 0; step < 60; ++step) {
            m_room->clock.advance(std::chrono::seconds(random.bounded(3)));
            changeSomething(random, u"Step %1"_s.arg(step));
            QTRY_COMPARE(m_workspace->conversations(), *awaited(m_room->store->conversations()));
            QCOMPARE(mirror.rows, m_workspace->conversations());
        }
    }

    void writesOfAnotherProcessComeAsSingleRows()
    {
        for (int i = 0; i < 5; ++i) {
            m_room->clock.advance(1s);
            converse(u"Question %1"_s.arg(i));
        }
        QTRY_COMPARE(m_workspace->conversations(), *awaited(m_room->store->conversations()));
        QCOMPARE(m_workspace->conversations().size(), 5);
        const QList<ConversationId> before = ids();
        RowMirror mirror(*m_workspace);
        QSignalSpy loaded(m_workspace.get(), &Workspace::conversationsLoaded);
        {
            Store other(m_room->databaseFile(), m_room->prices, m_room->clock);
            QVERIFY(awaited(other.open()).hasValue());
            m_room->clock.advance(1s);
            QVERIFY(awaited(other.removeConversation(before.at(1))).hasValue());
            QVERIFY(awaited(other.rename(before.at(2), u"Renamed elsewhere"_s)).hasValue());
            const LedgerRequest request{.provider = u"deepseek"_s,
                .model = u"deepseek-flash"_s,
                .sent = m_room->clock.now()};
            QVERIFY(awaited(other.beginTurn({.title = u"New elsewhere"_s,
                .settings = flashSettings(),
                .prompt = u"?"_s,
                .request = request})));
            QVERIFY(awaited(other.beginTurn({.conversation = before.at(4),
                .settings = flashSettings(),
                .prompt = u"?"_s,
                .request = request})));
        }
        const QList<ConversationSummary> read = *awaited(m_room->store->conversations());
        QCOMPARE(read.size(), 5);
        QTRY_COMPARE(m_workspace->conversations(), read);
        QCOMPARE(mirror.rows, read);
        QVERIFY(loaded.isEmpty());
    }

    void aSessionIsSharedWhileItLives()
    {
        const ConversationId id = converse(u"First?"_s);
        ChatSession *session = m_workspace->openSession(id);
        QCOMPARE(m_workspace->openSession(id), session);
        QPointer<ChatSession> alive(session);
        m_workspace->releaseSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(alive);
        m_workspace->releaseSession(session);
        QTRY_VERIFY(!alive);
    }

    void aReleasedSessionStreamsToItsEnd()
    {
        m_room->transport.setScript({});
        ChatSession *session = m_workspace->newSession(flashSettings());
        session->send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        const ConversationId id = session->id();
        QPointer<ChatSession> alive(session);
        m_workspace->releaseSession(session);
        QCOMPARE(m_workspace->openSession(id), session); // whoever comes back finds it streaming
        m_workspace->releaseSession(session);
        m_room->transport.stream()->say(u"It scatters."_s);
        m_room->transport.stream()->complete();
        QTRY_VERIFY(!alive);
        QCOMPARE(awaited(m_room->store->messages(id))->last().status, MessageStatus::Complete);
    }

    void aReleasedSessionGoesWhenItsPromptIsRefused()
    {
        qunsetenv("DEEPSEEK_API_KEY"); // and there is no keychain here
        ChatSession *session = m_workspace->newSession(flashSettings());
        QPointer<ChatSession> alive(session);
        session->send(u"Why?"_s);
        m_workspace->releaseSession(session);
        QVERIFY(alive);
        QTRY_VERIFY(!alive);
    }

    void removingALiveConversationStopsItFirst()
    {
        m_room->transport.setScript({});
        ChatSession *session = m_workspace->newSession(flashSettings());
        session->send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        m_room->transport.stream()->say(u"It "_s);
        QTRY_COMPARE(m_workspace->conversations().size(), 1);
        m_workspace->removeConversation(session->id());
        QTRY_VERIFY(m_workspace->conversations().isEmpty());
        QVERIFY(!session->isStreaming());
        const QList<SpendRow> spend = *awaited(m_workspace->spend({.by = SpendGroup::Provider}));
        QCOMPARE(spend.size(), 1); // its cost stays
        QCOMPARE(spend.first().estimated, qint64{1});
    }

    void whatIsAboutToBeSentStaysWhenItsConversationGoes_data()
    {
        QTest::addColumn<bool>("forEver");
        QTest::newRow("into the Trash") << false;
        QTest::newRow("for ever") << true;
    }

    void whatIsAboutToBeSentStaysWhenItsConversationGoes()
    {
        QFETCH(bool, forEver);
        ChatSession *session = m_workspace->newSession(flashSettings());
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        const qsizetype sent = m_room->transport.posts().size();
        QSignalSpy refused(session, &ChatSession::refused);
        QSignalSpy removed(m_workspace.get(), &Workspace::conversationRemoved);
        session->send(u"And then?"_s); // the key is still being asked for
        if (forEver)
            m_workspace->removeConversation(session->id());
        else
            m_workspace->trashConversation(session->id());
        QTRY_COMPARE(removed.size(), 1);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(m_room->transport.posts().size(), sent);
    }

    void theBalanceDecidesTheCurrency_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<QString>("currency");
        const auto entry = [](const QByteArray &currency, const QByteArray &total) {
            return QByteArray(R"({"currency":")" + currency + R"(","total_balance":")" + total
                + R"(","granted_balance":"0.00","topped_up_balance":")" + total + R"("})");
        };
        QTest::newRow("yuan") << entry("CNY", "110.00") << u"CNY"_s;
        QTest::newRow("yuan, used up") << entry("CNY", "0.00") << u"CNY"_s;
        QTest::newRow("dollars") << entry("USD", "5.00") << u"USD"_s;
        QTest::newRow("only one holds money")
            << entry("USD", "0.00") + "," + entry("CNY", "5.00") << u"CNY"_s;
        QTest::newRow("both hold money")
            << entry("CNY", "5.00") + "," + entry("USD", "5.00") << u"USD"_s;
    }

    void theBalanceDecidesTheCurrency()
    {
        QFETCH(QByteArray, entries);
        QFETCH(QString, currency);
        m_room->transport.setDocument(u"/user/balance"_s,
            QByteArray(R"({"is_available":true,"balance_infos":[)" + entries + "]}"));
        QSignalSpy changed(m_workspace.get(), &Workspace::balanceChanged);
        ChatSession *before = m_workspace->newSession(flashSettings());
        QVERIFY(!m_workspace->balance(u"deepseek"_s));
        QVERIFY(awaited(m_workspace->fetchBalance(u"deepseek"_s)).hasValue());
        QVERIFY(awaited(m_workspace->fetchBalance(u"deepseek"_s)).hasValue());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_workspace->balance(u"deepseek"_s)->available);
        for (ChatSession *session : {before, m_workspace->newSession(flashSettings())}) {
            QVERIFY(!sendAndWait(*session, u"Why?"_s));
            const LedgerEntry entry =
                session->entriesOf(session->branch().constLast()).constFirst();
            QCOMPARE(entry.settlement->amount->currency.code(), currency);
        }
    }

    void askingAServiceCanFail()
    {
        QCOMPARE(awaited(m_workspace->fetchBalance(u"nobody"_s)).error().kind,
            ErrorKind::UnknownProvider);
        QCOMPARE(awaited(m_workspace->fetchBalance(u"ollama"_s)).error().kind,
            ErrorKind::InvalidRequest);
        QCOMPARE(
            awaited(m_workspace->fetchModels(u"deepseek"_s)).error().kind, ErrorKind::NotFound);
        qunsetenv("DEEPSEEK_API_KEY");
        QCOMPARE(awaited(m_workspace->fetchModels(u"deepseek"_s)).error().kind,
            ErrorKind::KeychainLocked);
    }

    void modelsAreRead()
    {
        m_room->transport.setDocument(u"/models"_s,
            QByteArray(R"({"object":"list","data":[{"id":"deepseek-flash","object":"model"}]})"));
        const QList<Model> models = *awaited(m_workspace->fetchModels(u"deepseek"_s));
        QCOMPARE(models.size(), 1);
        QCOMPARE(models.first().id, u"deepseek-flash"_s);
        QCOMPARE(m_room->transport.fetches().size(), 1);
    }

    void keysAreAskedFor()
    {
        QCOMPARE(awaited(m_workspace->keyStatus(u"deepseek"_s))->place, KeyPlace::Environment);
        QCOMPARE(
            awaited(m_workspace->keyStatus(u"nobody"_s)).error().kind, ErrorKind::UnknownProvider);
        QCOMPARE(awaited(m_workspace->setKey(u"deepseek"_s, u"no key"_s)).error().kind,
            ErrorKind::InvalidValue);
    }

private:
    /// Sends, goes on, renames or removes, and waits until the list tells it.
    void changeSomething(QRandomGenerator &random, const QString &text)
    {
        const int count = static_cast<int>(m_workspace->conversations().size());
        const int choice = count == 0 ? 0 : random.bounded(4);
        if (choice == 0) {
            converse(text);
            QTRY_COMPARE(m_workspace->conversations().size(), count + 1);
            return;
        }
        const ConversationId id = ids().at(random.bounded(count));
        if (choice == 1) {
            QVERIFY(!sendAndWait(*m_workspace->openSession(id), text));
        } else if (choice == 2) {
            m_workspace->renameConversation(id, text);
            QTRY_VERIFY(
                std::ranges::count(m_workspace->conversations(), text, &ConversationSummary::title)
                > 0);
        } else {
            m_workspace->removeConversation(id);
            QTRY_VERIFY(!ids().contains(id));
        }
    }

    ConversationId converse(const QString &prompt)
    {
        ChatSession *session = m_workspace->newSession(flashSettings());
        if (sendAndWait(*session, prompt))
            return {};
        const ConversationId id = session->id();
        m_workspace->releaseSession(session);
        return id;
    }

    [[nodiscard]] QList<ConversationId> ids() const
    {
        QList<ConversationId> list;
        for (const ConversationSummary &summary : m_workspace->conversations())
            list.append(summary.id);
        return list;
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
};

PENNYWORTH_TEST(WorkspaceTest)

#include "tst_workspace.moc"
