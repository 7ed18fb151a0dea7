// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/conversationpage.h"
#include "cli/replyfigures.h"
#include "support/testregistry.h"

#include <QJsonArray>

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kSent = *parseInstant(u"2026-11-23T14:00:00Z");

LedgerEntry entry()
{
    Settlement settlement{.timings = {.sent = kSent}};
    settlement.timings.firstByte = kSent + 100ms;
    settlement.timings.firstReasoning = kSent + 420ms;
    settlement.timings.firstText = kSent + 1s;
    settlement.timings.end = kSent + 10'420ms;
    settlement.usage = {
        .prompt = 1024, .cacheHit = 960, .cacheMiss = 64, .completion = 610, .reasoning = 100};
    settlement.amount = Money{480'000'000, kUsd};
    settlement.low = settlement.amount;
    settlement.high = settlement.amount;
    settlement.source = CostSource::Computed;
    settlement.priceRow = u"row"_s;
    LedgerRequest request;
    request.id = {7};
    request.message = {2};
    request.sent = kSent;
    return {.request = request, .settlement = settlement};
}

ConversationPage page()
{
    ConversationPage page;
    page.conversation.id = {3};
    page.conversation.title = u"Blue"_s;
    page.conversation.created = kSent;
    page.conversation.currentLeaf = {2};
    Message prompt;
    prompt.id = {1};
    prompt.text = u"Why is the sky blue?\n"_s;
    Message reply{.id = {2}, .parent = {1}, .role = Role::Assistant};
    reply.model = u"deepseek-flash"_s;
    reply.reasoning = u"Light.\nScattering."_s;
    reply.text = u"Because of **Rayleigh**."_s;
    Message sibling = reply;
    sibling.id = {4};
    sibling.text = u"Another answer."_s;
    page.messages = {prompt, reply, sibling};
    page.entries = {entry()};
    return page;
}

} // namespace

class ConversationPageTest : public QObject {
    Q_OBJECT

private slots:
    void writesTheShownBranchAsMarkdown()
    {
        QCOMPARE(page().toMarkdown(),
            u"# Blue\n\n*Conversation 3, begun 2026-11-23 14:00 UTC*\n\n"
            "## You\n\nWhy is the sky blue?\n\n"
            "## deepseek-flash\n\n> Light.\n> Scattering.\n\nBecause of **Rayleigh**.\n\n"
            "*0.42 s to the first token · 61 tok/s · 1,024 → 610 tokens · 960 cached · $0.00048*\n"_s);
    }

    void saysHowAnAnswerWasInterrupted()
    {
        ConversationPage cut = page();
        cut.messages[1].status = MessageStatus::Interrupted;
        cut.messages[1].error = Error{.kind = ErrorKind::Cancelled};
        QVERIFY(cut.toMarkdown().contains(
            u"Because of **Rayleigh**.\n\n*Interrupted: Stopped.*\n\n"_s));
        const QJsonObject reply = cut.toJson().value(u"messages"_s).toArray().at(1).toObject();
        QCOMPARE(reply.value(u"status"_s).toString(), u"interrupted"_s);
        QCOMPARE(reply.value(u"error"_s).toObject().value(u"kind"_s).toString(), u"cancelled"_s);
    }

    void writesTheFiguresOfEveryRequest()
    {
        const QJsonArray messages = page().toJson().value(u"messages"_s).toArray();
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages.at(0).toObject().value(u"requests"_s), QJsonArray());
        const QJsonObject request =
            messages.at(1).toObject().value(u"requests"_s).toArray().at(0).toObject();
        QCOMPARE(request.value(u"cost"_s).toObject(),
            (QJsonObject{{u"amount"_s, u"0.00048"_s}, {u"currency"_s, u"USD"_s},
                {u"source"_s, u"computed"_s}, {u"low"_s, u"0.00048"_s}, {u"high"_s, u"0.00048"_s},
                {u"price_row"_s, u"row"_s}}));
        QCOMPARE(request.value(u"timings"_s).toObject(),
            (QJsonObject{
                {u"first_byte_ms"_s, 100}, {u"first_token_ms"_s, 420}, {u"total_ms"_s, 10420}}));
        QCOMPARE(request.value(u"usage"_s).toObject(),
            (QJsonObject{{u"prompt"_s, 1024}, {u"cache_hit"_s, 960}, {u"cache_miss"_s, 64},
                {u"completion"_s, 610}, {u"reasoning"_s, 100}}));
    }

    void marksEstimatesAndSaysWhatIsUnknown_data()
    {
        QTest::addColumn<LedgerEntry>("of");
        QTest::addColumn<QString>("text");
        LedgerEntry estimated = entry();
        estimated.settlement->source = CostSource::Estimated;
        estimated.settlement->low = Money{0, kUsd};
        estimated.settlement->usage = {};
        QTest::newRow("an estimate")
            << estimated
            << u"0.42 s to the first token · tokens unknown · ≈$0.00048 ($0.00 – $0.00048)"_s;
        LedgerEntry unpriced = entry();
        unpriced.settlement->amount.reset();
        unpriced.settlement->timings = {.sent = kSent};
        QTest::newRow("no price") << unpriced
                                  << u"1,024 → 610 tokens · 960 cached · cost unknown"_s;
        LedgerEntry free = unpriced;
        free.request.billable = false;
        QTest::newRow("a local service")
            << free << u"1,024 → 610 tokens · 960 cached · not billed"_s;
        LedgerEntry reported = unpriced;
        reported.settlement->source = CostSource::Provider;
        reported.settlement->amount = Money{1'500'000'000'000, kUsd};
        reported.settlement->usage.cacheHit.reset();
        QTest::newRow("reported") << reported
                                  << u"1,024 → 610 tokens · $1.50 reported by the service"_s;
        QTest::newRow("open") << LedgerEntry{} << u"not settled yet"_s;
    }

    void marksEstimatesAndSaysWhatIsUnknown()
    {
        QFETCH(LedgerEntry, of);
        QTEST(figuresText(of), "text");
    }

    void whatIsUnknownIsNull()
    {
        const QJsonObject cost = costJson({});
        QCOMPARE(cost.value(u"source"_s).toString(), u"unknown"_s);
        for (const QString &name :
            {u"amount"_s, u"currency"_s, u"low"_s, u"high"_s, u"price_row"_s})
            QCOMPARE(cost.value(name), QJsonValue());
        const QJsonObject timings = timingsJson({});
        for (const QString &name : timings.keys())
            QCOMPARE(timings.value(name), QJsonValue());
    }
};

PENNYWORTH_TEST(ConversationPageTest)
#include "tst_conversationpage.moc"
