// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricingpanel.h"

#include "chat/priceclock.h"
#include "chat/workspace.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QAccessible>
#include <QLabel>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PricingPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_room->providers.add(m_room->providers.demonstration(1));
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_clock = std::make_unique<PriceClock>(m_room->prices, m_room->clock);
        m_clock->setModel(u"deepseek"_s, u"deepseek-flash"_s, kUsd);
        m_panel = std::make_unique<PricingPanel>(m_themed.theme, *m_workspace, *m_clock);
    }

    void cleanup()
    {
        m_panel.reset();
        m_clock.reset();
        m_workspace.reset();
        m_room.reset();
    }

    void beforeTheFirstReply()
    {
        m_panel->setSession(m_workspace->newSession(flashSettings()));
        QVERIFY(text("priceNow").contains(u"Output $0.60"_s));
        QCOMPARE(text("replyCost"), u"–"_s);
        QCOMPARE(text("conversationCost"), u"–"_s);
        QCOMPARE(text("balance"), u"unknown"_s);
        QVERIFY(m_room->transport.fetches().isEmpty()); // nobody asked for it
    }

    void theAccountComesWithAConversationThatIsRead()
    {
        ConversationId id;
        {
            ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
            m_room->transport.setScript([](ScriptedStream &stream, int) {
                stream.leave();
                stream.say(u"Well."_s);
                stream.complete();
            });
            QVERIFY(!sendAndWait(session, u"Why?"_s));
            id = session.id();
        }
        m_panel->setSession(m_workspace->openSession(id));
        const auto *balance = child<QLabel>(*m_panel, "balance");
        QTRY_VERIFY(balance->isVisibleTo(m_panel.get()));
    }

    void isAGroupToAssistiveTechnology()
    {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_panel.get());
        QCOMPARE(accessible->role(), QAccessible::Grouping);
        QCOMPARE(accessible->text(QAccessible::Name), u"Pricing"_s);
    }

    void followsAReplyToItsExactCost()
    {
        ChatSession *session = m_workspace->newSession(flashSettings());
        m_panel->setSession(session);
        session->send(u"Why?"_s);
        QTRY_VERIFY(m_room->transport.stream());
        ScriptedStream *stream = m_room->transport.stream();
        stream->leave();
        m_room->clock.advance(380ms);
        stream->say(u"Because it scatters."_s);
        QTRY_VERIFY(text("replyCost").startsWith(u"≈ $"_s));
        QTRY_COMPARE(text("replyFirstToken"), u"0.38 s"_s);
        QVERIFY(text("replyOutput").startsWith(u"≈ "_s));
        QTRY_VERIFY(text("conversationCost").startsWith(u"≈ $"_s));
        stream->report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
        stream->complete();
        QTRY_COMPARE(text("replyCost"), u"$0.00060"_s);
        QTRY_COMPARE(text("conversationCost"), u"$0.00060"_s);
        QCOMPARE(text("cacheHitRate"), u"33 %"_s);
        QCOMPARE(text("savedByCache"), u"$0.00015"_s);
        QVERIFY(m_panel->summary().constFirst().startsWith(u"off-peak, ends in"_s));
        QCOMPARE(m_panel->summary().at(1), u"$0.60 / 1M output"_s);
        QTRY_COMPARE(m_panel->summary().constLast(), u"conversation $0.00060"_s);
    }

    void aContinuationCountsWithWhatItContinues()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int attempt) {
            stream.leave();
            stream.say(u"It scatters."_s);
            stream.report({.prompt = 1000, .cacheHit = 0, .cacheMiss = 1000, .completion = 500});
            stream.complete(attempt == 1 ? FinishReason::Length : FinishReason::Stop);
        });
        ChatSession *session = m_workspace->newSession(flashSettings());
        m_panel->setSession(session);
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        QTRY_COMPARE(text("replyTokens"), u"1,000 → 500"_s);
        QSignalSpy finished(session, &ChatSession::replyFinished);
        session->continueReply();
        QVERIFY(finished.wait());
        QTRY_COMPARE(text("replyTokens"), u"2,000 → 1,000"_s);
        QTRY_COMPARE(text("conversationCost"), text("replyCost"));
    }

    void theDemonstrationIsShownAndLabelled()
    {
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
        m_room->transport.setDocument(u"/user/balance"_s,
            QByteArray(
                R"({"is_available":true,"balance_infos":[{"currency":"USD","total_balance":"9.99",)"
                R"("granted_balance":"0.00","topped_up_balance":"9.99"}]})"));
        GenerationSettings settings = flashSettings();
        settings.provider = u"demo"_s;
        ChatSession *session = m_workspace->newSession(settings);
        m_panel->setSession(session);
        QVERIFY(!sendAndWait(*session, u"Why?"_s));
        QTRY_COMPARE(text("conversationCost"), u"$0.00060"_s);
        QCOMPARE(text("conversationCostRemark"), u"demonstration, nothing is charged"_s);
        QCOMPARE(text("replyCostRemark"), u"demonstration, nothing is charged"_s);
        QTRY_COMPARE(text("balance"), u"$9.99"_s);
        QVERIFY(session->totals().cost.isEmpty());
    }

    void isQuietWithoutASession()
    {
        m_panel->setSession(m_workspace->newSession(flashSettings()));
        m_panel->setSession(nullptr);
        QCOMPARE(text("replyCost"), u"–"_s);
    }

private:
    [[nodiscard]] QString text(const char *name) { return child<QLabel>(*m_panel, name)->text(); }

    Themed m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PriceClock> m_clock;
    std::unique_ptr<PricingPanel> m_panel;
};

PENNYWORTH_TEST(PricingPanelTest)

#include "tst_pricingpanel.moc"
