// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/estimator.h"

#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class EstimatorTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        m_session =
            std::make_unique<ChatSession>(m_room->services(), flashSettings(), Keep::Conversation);
        m_estimator = std::make_unique<Estimator>(m_room->services());
        m_estimator->setSession(m_session.get());
        answerWith({.prompt = 3000, .cacheHit = 0, .cacheMiss = 3000, .completion = 500});
    }

    void cleanup()
    {
        m_estimator.reset();
        m_session.reset();
        m_room.reset();
    }

    void aNewConversationIsItsPrompt()
    {
        const Estimate estimate = m_estimator->estimate(10);
        QCOMPARE(estimate.promptTokens, qint64{10});
        QCOMPARE(estimate.cachedTokens, qint64{0});
        QCOMPARE(estimate.output, kDefaultOutput);
        QVERIFY(!estimate.high);
        QCOMPARE(estimate.contextPercent, 0);
    }

    void theSystemPromptIsSentToo()
    {
        GenerationSettings settings = flashSettings();
        settings.systemPrompt = u"0123456789"_s;
        m_session->setSettings(settings);
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{13});
    }

    void theServiceHasCountedWhatWasSent()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        const Estimate estimate = m_estimator->estimate(10);
        QCOMPARE(estimate.promptTokens, qint64{3510});
        QCOMPARE(estimate.cachedTokens, qint64{3456}); // 54 units of 64
        QTRY_COMPARE(
            m_estimator->estimate(10).output, (OutputRange{.low = 500, .high = 500, .replies = 1}));
    }

    void anEditedPromptFollowsWhatStandsBeforeIt()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        answerWith({.prompt = 4000, .cacheHit = 0, .cacheMiss = 4000, .completion = 500});
        QVERIFY(!sendAndWait(*m_session, u"And then?"_s));
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{4510});
        m_estimator->setEdited(m_session->branch().at(2));
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{3510});
        m_estimator->setEdited(m_session->branch().at(0));
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{10});
        m_estimator->setEdited({});
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{4510});
    }

    void reasoningIsNeitherSentAgainNorCached()
    {
        answerWith({.prompt = 3000, .completion = 500, .reasoning = 400});
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        QCOMPARE(m_estimator->estimate(0).promptTokens, qint64{3100});
        QCOMPARE(m_estimator->estimate(0).cachedTokens, qint64{2944}); // of the prompt alone
    }

    void theCacheForgets()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        m_room->clock.advance(4h);
        QCOMPARE(m_estimator->estimate(10).cachedTokens, qint64{0});
    }

    void anotherModelHasSeenNothing()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        GenerationSettings settings = flashSettings();
        settings.model = u"deepseek-v4-pro"_s;
        m_session->setSettings(settings);
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{3510});
        QCOMPARE(m_estimator->estimate(10).cachedTokens, qint64{0});
        QTRY_COMPARE(m_estimator->estimate(10).output, kDefaultOutput);
        m_session->setSettings(flashSettings());
        QCOMPARE(m_estimator->estimate(10).cachedTokens, qint64{3456});
    }

    void anotherBeginningIsNotCached()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        m_room->clock.advance(1min);
        GenerationSettings settings = flashSettings();
        settings.systemPrompt = u"Be brief."_s;
        m_session->setSettings(settings);
        QCOMPARE(m_estimator->estimate(10).cachedTokens, qint64{0});
        QVERIFY(!sendAndWait(*m_session, u"And now?"_s));
        QVERIFY(m_estimator->estimate(10).cachedTokens > 0);
    }

    void whatIsLeftOutIsNotCounted()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        m_room->clock.advance(1min);
        QVERIFY(!sendAndWait(*m_session, u"And why else?"_s));
        m_room->clock.advance(1min);
        const MessageId second = m_session->branch().at(2);
        m_session->setContextStart(second);
        const Estimate estimate = m_estimator->estimate(0);
        const QList<ContextPoint> points = m_estimator->contextPoints();
        QCOMPARE(points.size(), 1); // the first prompt leaves nothing out
        QCOMPARE(points.constFirst().first, second);
        QCOMPARE(points.constFirst().tokens, estimate.promptTokens);
        QCOMPARE(points.constFirst().percent, 0);
        QVERIFY(estimate.promptTokens < 600); // one short prompt and an answer of 500
        QCOMPARE(estimate.cachedTokens, qint64{0});
    }

    void whatWasSentSinceSomethingIsLeftOutIsCountedByTheService()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        m_room->clock.advance(1min);
        QVERIFY(!sendAndWait(*m_session, u"And why else?"_s));
        m_room->clock.advance(1min);
        m_session->setContextStart(m_session->branch().at(2));
        m_room->clock.advance(1min);
        answerWith({.prompt = 640, .cacheHit = 0, .cacheMiss = 640, .completion = 7});
        QVERIFY(!sendAndWait(*m_session, u"And then?"_s));
        QCOMPARE(m_estimator->estimate(10).promptTokens, qint64{657});
    }

    void anAnswerInPartsIsTheirSum()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well,"_s);
            stream.report({.prompt = 3000, .completion = 500});
            stream.complete(FinishReason::Length);
        });
        QVERIFY(!sendAndWait(*m_session, u"And?"_s));
        answerWith({.prompt = 3500, .completion = 147});
        m_session->continueReply();
        QTRY_VERIFY(!m_session->isBusy());
        const QList<ContextPoint> points = m_estimator->contextPoints();
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.constFirst().tokens, m_estimator->tokensOf(u"And?"_s) + 647);
    }

    void aConversationThatIsOpenedAgainIsCountedTheSame()
    {
        QVERIFY(!sendAndWait(*m_session, u"Why?"_s));
        ChatSession again(m_room->services(), m_session->id());
        Estimator estimator(m_room->services());
        estimator.setSession(&again);
        QSignalSpy completed(&again, &ChatSession::completed);
        QVERIFY(completed.wait());
        QCOMPARE(estimator.estimate(10).promptTokens, qint64{3510});
    }

    void costsAtTheQuote()
    {
        QSignalSpy changed(m_estimator.get(), &Estimator::changed);
        m_estimator->setQuote(
            m_room->prices.quote(u"deepseek"_s, u"deepseek-flash"_s, m_room->clock.now(), kUsd)
                .value());
        QCOMPARE(changed.size(), 1);
        const Estimate estimate = m_estimator->estimate(2000);
        QCOMPARE(estimate.low->toDecimal(), u"0.00036"_s);
        QCOMPARE(estimate.high->toDecimal(), u"0.0012"_s);
    }

    void theLimitBoundsTheAnswer()
    {
        GenerationSettings settings = flashSettings();
        settings.maxTokens = 200;
        m_session->setSettings(settings);
        QCOMPARE(m_estimator->estimate(10).output.high, qint64{200});
    }

private:
    void answerWith(const Usage &usage)
    {
        m_room->transport.setScript([usage](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report(usage);
            stream.complete();
        });
    }

    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<Estimator> m_estimator;
};

PENNYWORTH_TEST(EstimatorTest)

#include "tst_estimator.moc"
