// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "transcript/messagerow.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MessageRowTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhoSpeaks()
    {
        QCOMPARE(messageRow({.role = Role::User}, {}, {}).speaker, u"You"_s);
        QCOMPARE(
            messageRow({.role = Role::Assistant, .model = u"deepseek-flash"_s}, {}, {}).speaker,
            u"deepseek-flash"_s);
    }

    void putsFiguresIntoWords()
    {
        const MessageRow row = messageRow(reply(), {entry()}, {});
        QCOMPARE(row.figures,
            (QStringList{
                u"0.42 s to first token"_s, u"61 tok/s"_s, u"1,024 → 768 tokens · 896 cached"_s}));
        QCOMPARE(row.cost, u"$0.00048"_s);
    }

    void marksEstimates()
    {
        LedgerEntry estimated = entry();
        estimated.settlement->source = CostSource::Estimated;
        QVERIFY(messageRow(reply(), {estimated}, {}).cost.startsWith(u"≈"));
    }

    void sumsAllRequestsOfAReply()
    {
        LedgerEntry first = entry();
        first.settlement->amount = Money{.picos = 1'000'000'000, .currency = kUsd};
        LedgerEntry second = entry();
        second.settlement->amount = Money{.picos = 2'000'000'000, .currency = kUsd};
        const MessageRow row = messageRow(reply(), {first, second}, {});
        QCOMPARE(row.cost, u"$0.0030"_s);
        QCOMPARE(row.figures.constLast(), u"2,048 → 1,536 tokens · 1,792 cached"_s);
    }

    void neverShowsAnUnknownPriceAsNothing()
    {
        LedgerEntry unknown = entry();
        unknown.settlement->amount.reset();
        unknown.settlement->source = CostSource::Unknown;
        QCOMPARE(messageRow(reply(), {unknown}, {}).cost, u"no price known"_s);
        QVERIFY(!messageRow(reply(), {unknown}, {}).wantsPrice);
        QVERIFY(messageRow(reply(), {unknown}, {.canSetPrice = true}).wantsPrice);
        unknown.settlement->source = CostSource::Estimated; // its tokens were never counted
        QCOMPARE(messageRow(reply(), {unknown}, {}).cost, u"cost unknown"_s);
        QVERIFY(!messageRow(reply(), {unknown}, {.canSetPrice = true}).wantsPrice);
        unknown.request.billable = false;
        QCOMPARE(messageRow(reply(), {unknown}, {}).cost, u"local"_s);
    }

    void aStoppedReplyHasEstimatedFigures()
    {
        LedgerEntry stopped = entry();
        stopped.settlement->usage = {};
        stopped.settlement->estimate = {
            .prompt = 160, .cacheHit = 0, .cacheMiss = 160, .completion = 148};
        stopped.settlement->source = CostSource::Estimated;
        const MessageRow row = messageRow(reply(), {stopped}, {});
        QCOMPARE(row.figures,
            (QStringList{u"0.42 s to first token"_s, u"≈ 12 tok/s"_s, u"≈ 160 → 148 tokens"_s}));
        QCOMPARE(row.cost, u"≈ $0.00048"_s);
        QCOMPARE(row.costTip, u"0.00048 USD"_s);
    }

    void saysThatAnAnswerWasCut_data()
    {
        QTest::addColumn<FinishReason>("reason");
        QTest::addColumn<bool>("canContinue");
        QTest::addColumn<QString>("message");
        QTest::addColumn<Remedy>("action");
        const QString cut = u"Cut off at the limit of 768 tokens."_s;
        QTest::newRow("by its length") << FinishReason::Length << true << cut << Remedy::Continue;
        QTest::newRow("and cannot go on") << FinishReason::Length << false << cut << Remedy::None;
        QTest::newRow("by a filter") << FinishReason::ContentFilter << true
                                     << u"The service filtered the answer."_s << Remedy::EditPrompt;
        QTest::newRow("it is whole") << FinishReason::Stop << true << QString() << Remedy::None;
    }

    void saysThatAnAnswerWasCut()
    {
        QFETCH(FinishReason, reason);
        QFETCH(bool, canContinue);
        QFETCH(QString, message);
        Message cut = reply();
        cut.finishReason = reason;
        const MessageProblem problem = messageRow(cut, {entry()}, {.canContinue = canContinue})
                                           .problem.value_or(MessageProblem{});
        QCOMPARE(problem.message, message);
        QTEST(problem.action, "action");
    }

    void aPromptThatIsTooLongByItselfIsEdited()
    {
        Message failed = reply();
        failed.status = MessageStatus::Failed;
        failed.error = Error{.kind = ErrorKind::ContextTooLong};
        QCOMPARE(messageRow(failed, {}, {}).problem->action, Remedy::EditPrompt);
        QCOMPARE(
            messageRow(failed, {}, {.canStartFresh = true}).problem->action, Remedy::StartFresh);
    }

    void leavesOutWhatNobodyKnows()
    {
        LedgerEntry bare = entry();
        bare.settlement->timings = {};
        bare.settlement->usage = {};
        QVERIFY(messageRow(reply(), {bare}, {}).figures.isEmpty());
        QVERIFY(messageRow(reply(), {}, {}).figures.isEmpty());
    }

    void tellsOfReasoning_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("summary");
        QTest::newRow("seconds") << qint64{6'200} << u"Thought for 6 s · 412 tokens"_s;
        QTest::newRow("a moment") << qint64{120} << u"Thought for 1 s · 412 tokens"_s;
        QTest::newRow("minutes") << qint64{125'000} << u"Thought for 2 min · 412 tokens"_s;
        QTest::newRow("nobody knows how long") << qint64{0} << u"Thought · 412 tokens"_s;
    }

    void tellsOfReasoning()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, summary);
        Message message = reply();
        message.reasoning = u"hm"_s;
        message.reasoningMs = milliseconds;
        LedgerEntry reasoned = entry();
        reasoned.settlement->usage.reasoning = 412;
        QCOMPARE(messageRow(message, {reasoned}, {}).reasoningSummary, summary);
        reasoned.settlement->priceOutput = UnitPrice{600'000};
        QCOMPARE(messageRow(message, {reasoned}, {}).reasoningSummary, summary + u" · $0.00025"_s);
    }

    void saysWhileItThinks()
    {
        Message message = reply();
        message.text.clear();
        message.reasoning = u"hm"_s;
        message.status = MessageStatus::Streaming;
        QCOMPARE(messageRow(message, {}, {}).reasoningSummary, u"Thinking…"_s);
        message.reasoning.clear();
        QCOMPARE(messageRow(message, {}, {}).reasoningSummary, QString());
    }

    void putsErrorsIntoWords()
    {
        Message message = reply();
        message.status = MessageStatus::Failed;
        message.error = Error{.kind = ErrorKind::WrongKey,
            .detail = u"Authentication Fails"_s,
            .status = 401,
            .charged = Charged::Maybe};
        const std::optional<MessageProblem> problem = messageRow(message, {}, {}).problem;
        QVERIFY(problem.has_value());
        QCOMPARE(problem->message, u"The service does not accept the API key."_s);
        QCOMPARE(problem->detail, u"Authentication Fails"_s);
        QCOMPARE(problem->charged, u"This request may have been charged."_s);
        QCOMPARE(problem->action, Remedy::SetKey);
    }

private:
    static Message reply()
    {
        return {
            .id = {2}, .role = Role::Assistant, .text = u"text"_s, .model = u"deepseek-flash"_s};
    }

    static LedgerEntry entry()
    {
        const Instant sent(1'000'000ms);
        LedgerEntry entry;
        Settlement settlement;
        settlement.timings = {
            .sent = sent, .firstText = sent + 420ms, .end = sent + 420ms + 12'590ms};
        settlement.usage = {.prompt = 1024, .cacheHit = 896, .cacheMiss = 128, .completion = 768};
        settlement.amount = Money{.picos = 480'000'000, .currency = kUsd};
        settlement.source = CostSource::Computed;
        entry.settlement = settlement;
        return entry;
    }
};

PENNYWORTH_TEST(MessageRowTest)

#include "tst_messagerow.moc"
