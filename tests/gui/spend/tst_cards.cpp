// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providercatalog.h"
#include "spend/accountcard.h"
#include "spend/conversationcard.h"
#include "spend/pricecard.h"
#include "spend/pricingpanel.h"
#include "spend/replyarithmetic.h"
#include "spend/replycard.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// 1,024 → 768 tokens in 12.9 s for $0.00048.
LedgerEntry settledEntry()
{
    Settlement settlement;
    settlement.timings = {
        .sent = Instant(0s), .firstText = Instant(420ms), .end = Instant(13'220ms)};
    settlement.usage = {.prompt = 1024, .cacheHit = 896, .cacheMiss = 128, .completion = 768};
    settlement.amount = Money{482'688'000, kUsd};
    settlement.low = settlement.amount;
    settlement.high = settlement.amount;
    settlement.source = CostSource::Computed;
    settlement.priceHit = UnitPrice{3000};
    settlement.priceMiss = UnitPrice{150'000};
    settlement.priceOutput = UnitPrice{600'000};
    return {.request = {}, .settlement = settlement};
}

/// ≈ 160 → 148 tokens, stopped after 12.8 s.
LedgerEntry stoppedEntry()
{
    LedgerEntry entry = settledEntry();
    entry.settlement->usage = {};
    entry.settlement->estimate = {
        .prompt = 160, .cacheHit = 0, .cacheMiss = 160, .completion = 148};
    entry.settlement->amount = Money{112'800'000, kUsd};
    entry.settlement->low = entry.settlement->amount;
    entry.settlement->high = entry.settlement->amount;
    entry.settlement->source = CostSource::Estimated;
    return entry;
}

} // namespace

class CardsTest : public QObject {
    Q_OBJECT

private slots:
    void aSettledReplyIsExact()
    {
        ReplyCard card(m_themed.theme);
        card.show(replyFigures({settledEntry()}, MessageStatus::Complete, Billing::Billed));
        QCOMPARE(text(card, "replyCost"), u"$0.00048"_s);
        QCOMPARE(text(card, "replySpeed"), u"60 tok/s"_s);
        QCOMPARE(text(card, "replyFirstToken"), u"0.42 s"_s);
        QCOMPARE(text(card, "replyTokens"), u"1,024 → 768"_s);
        QVERIFY(child<QWidget>(card, "replyCostRemark")->isHidden());
        QCOMPARE(child<QWidget>(card, "replyCost")->toolTip(),
            u"0.000482688 USD\n896 cached input tokens × $0.003 per 1M\n128 input tokens × $0.15 "
            u"per 1M\n768 output "
            "tokens × $0.60 per 1M"_s);
    }

    void saysWhereACostComesFrom_data()
    {
        QTest::addColumn<CostSource>("source");
        QTest::addColumn<Billing>("billing");
        QTest::addColumn<bool>("hasAmount");
        QTest::addColumn<QString>("cost");
        QTest::addColumn<QString>("remark");
        QTest::newRow("estimated")
            << CostSource::Estimated << Billing::Billed << true << u"≈ $0.00048"_s
            << u"estimated: the service did not report usage"_s;
        QTest::newRow("reported") << CostSource::Provider << Billing::Billed << true
                                  << u"$0.00048"_s << u"as the service reported it"_s;
        QTest::newRow("unknown is not zero") << CostSource::Unknown << Billing::Billed << false
                                             << u"unknown"_s << u"no price known"_s;
        QTest::newRow("demonstration") << CostSource::Computed << Billing::Demonstration << true
                                       << u"$0.00048"_s << u"demonstration, nothing is charged"_s;
        QTest::newRow("local") << CostSource::Unknown << Billing::Local << false << u"local"_s
                               << u"local, nothing is charged"_s;
    }

    void saysWhereACostComesFrom()
    {
        QFETCH(CostSource, source);
        QFETCH(Billing, billing);
        QFETCH(bool, hasAmount);
        LedgerEntry entry = settledEntry();
        entry.settlement->source = source;
        if (!hasAmount)
            entry.settlement->amount.reset();
        ReplyCard card(m_themed.theme);
        card.show(replyFigures({entry}, MessageStatus::Complete, billing));
        QTEST(text(card, "replyCost"), "cost");
        QTEST(text(card, "replyCostRemark"), "remark");
    }

    void aReplyIsTheSumOfItsRequests()
    {
        ReplyCard card(m_themed.theme);
        card.show(replyFigures(
            {settledEntry(), settledEntry()}, MessageStatus::Complete, Billing::Billed));
        QCOMPARE(text(card, "replyCost"), u"$0.00097"_s);
        QCOMPARE(text(card, "replySpeed"), u"60 tok/s"_s);
        QCOMPARE(text(card, "replyTokens"), u"2,048 → 1,536"_s);
        QVERIFY(
            child<QWidget>(card, "replyCost")->toolTip().startsWith(u"0.000965376 USD\n\n896 "));
    }

    void aStoppedReplyShowsWhatWasEstimated()
    {
        ReplyCard card(m_themed.theme);
        card.show(replyFigures({stoppedEntry()}, MessageStatus::Interrupted, Billing::Billed));
        QCOMPARE(text(card, "replyCost"), u"≈ $0.00011"_s);
        QCOMPARE(text(card, "replySpeed"), u"≈ 12 tok/s"_s);
        QCOMPARE(text(card, "replyTokens"), u"≈ 160 → 148"_s);
        QCOMPARE(child<QWidget>(card, "replyCost")->toolTip(),
            u"0.0001128 USD\n≈ 160 input tokens × $0.15 per 1M\n≈ 148 output tokens × $0.60 per "
            u"1M"_s);
    }

    void aCostHasItsArithmetic_data()
    {
        QTest::addColumn<LedgerEntry>("entry");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("source");
        QTest::newRow("counted") << settledEntry()
                                 << QStringList{u"Input, cached|896|$0.003|0.000002688 USD"_s,
                                        u"Input|128|$0.15|0.0000192 USD"_s,
                                        u"Output|768|$0.60|0.0004608 USD"_s}
                                 << u"0.000482688 USD"_s
                                 << u"Computed from the tokens that the service reported."_s;
        QTest::newRow("estimated")
            << stoppedEntry()
            << QStringList{u"Input|≈ 160|$0.15|≈ 0.000024 USD"_s,
                   u"Output|≈ 148|$0.60|≈ 0.0000888 USD"_s}
            << u"≈ 0.0001128 USD"_s
            << u"An estimate: the service did not report its tokens before the request ended."_s;
        LedgerEntry unpriced = settledEntry();
        unpriced.settlement->source = CostSource::Unknown;
        unpriced.settlement->amount.reset();
        unpriced.settlement->priceHit.reset();
        unpriced.settlement->priceMiss.reset();
        unpriced.settlement->priceOutput.reset();
        QTest::newRow("no price") << unpriced
                                  << QStringList{u"Input, cached|896||"_s, u"Input|128||"_s,
                                         u"Output|768||"_s}
                                  << u"unknown"_s << u"No price of this model is known."_s;
        LedgerEntry uncounted = stoppedEntry();
        uncounted.settlement->amount.reset();
        uncounted.settlement->estimate = {};
        QTest::newRow("not counted")
            << uncounted << QStringList{} << u"unknown"_s
            << u"Its tokens were not counted, so nobody knows what it cost."_s;
    }

    void aCostHasItsArithmetic()
    {
        QFETCH(LedgerEntry, entry);
        const RequestArithmetic one = replyArithmetic({entry}).constFirst();
        QStringList lines;
        for (const ArithmeticLine &line : one.lines)
            lines += QStringList{line.kind, line.tokens, line.price, line.amount}.join(u'|');
        QTEST(lines, "lines");
        QTEST(one.total, "total");
        QTEST(one.source, "source");
    }

    void theSumOfRequestsSaysWhatItIs()
    {
        QCOMPARE(arithmeticSum({settledEntry()}), QString());
        QCOMPARE(arithmeticSum({settledEntry(), settledEntry()}), u"0.000965376 USD"_s);
        QCOMPARE(arithmeticSum({settledEntry(), stoppedEntry()}), u"≈ 0.000595488 USD"_s);
        LedgerEntry yuan = settledEntry();
        yuan.settlement->amount = Money{1'000'000'000, kCny};
        QCOMPARE(arithmeticSum({settledEntry(), yuan, {}}), u"0.000482688 USD + 0.001 CNY + ?"_s);
    }

    void allCardsAgreeOnWhoIsPaid_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<Currency>("currency");
        QTest::addColumn<bool>("isEstimate");
        QTest::addColumn<QStringList>("reply");
        QTest::addColumn<QStringList>("conversation");
        QTest::addColumn<QString>("balance");
        const QStringList plain{u"$0.00048"_s, QString()};
        QTest::newRow("dollars") << u"deepseek"_s << kUsd << false << plain << plain << u"$14.31"_s;
        const QStringList yuan{u"¥0.00048"_s, QString()};
        QTest::newRow("yuan") << u"deepseek"_s << kCny << false << yuan << yuan << u"¥14.31"_s;
        QTest::newRow("an estimate")
            << u"deepseek"_s << kUsd << true
            << QStringList{u"≈ $0.00048"_s, u"estimated: the service did not report usage"_s}
            << QStringList{u"≈ $0.00048"_s, QString()} << u"$14.31"_s;
        const QString demonstration = u"demonstration, nothing is charged"_s;
        QTest::newRow("the demonstration")
            << u"demo"_s << kUsd << false << QStringList{u"$0.00048"_s, demonstration}
            << QStringList{u"$0.00048"_s, demonstration} << u"$14.31"_s;
        const QString local = u"local, nothing is charged"_s;
        QTest::newRow("on this computer")
            << u"ollama"_s << kUsd << false << QStringList{u"local"_s, local}
            << QStringList{u"local"_s, local} << u"local"_s;
    }

    void allCardsAgreeOnWhoIsPaid()
    {
        QFETCH(QString, service);
        QFETCH(Currency, currency);
        QFETCH(bool, isEstimate);
        ProviderCatalog catalog = *ProviderCatalog::builtIn();
        catalog.add(catalog.demonstration(1));
        const Provider provider = *catalog.find(service);
        const Billing billing = billingOf(provider);
        const bool isLocal = billing == Billing::Local;

        LedgerEntry entry = settledEntry();
        entry.request.billable = provider.billable;
        entry.settlement->amount->currency = currency;
        entry.settlement->source = isEstimate ? CostSource::Estimated : CostSource::Computed;
        if (isLocal)
            entry.settlement->amount.reset();
        ReplyCard reply(m_themed.theme);
        reply.show(replyFigures({entry}, MessageStatus::Complete, billing));
        QTEST((QStringList{text(reply, "replyCost"), text(reply, "replyCostRemark")}), "reply");

        ConversationTotals totals{.requests = 1, .estimated = isEstimate ? 1 : 0};
        if (!isLocal)
            totals.cost = {*entry.settlement->amount};
        ConversationCard conversation(m_themed.theme);
        conversation.show(totals, billing);
        QTEST((QStringList{text(conversation, "conversationCost"),
                  text(conversation, "conversationCostRemark")}),
            "conversation");

        const Money fund{14'310'000'000'000, currency};
        AccountCard account(m_themed.theme);
        account.show(provider, billing,
            Balance{.available = true,
                .entries = {{.total = fund, .granted = {0, currency}, .toppedUp = fund}}});
        QTEST(text(account, "balance"), "balance");

        PriceFigures figures{.billing = billing};
        if (!isLocal)
            figures.quote = Quote{.currency = currency,
                .prices = {.cacheHit = UnitPrice{3000},
                    .cacheMiss = UnitPrice{150'000},
                    .output = UnitPrice{600'000}}};
        PriceCard price(m_themed.theme);
        price.show(figures);
        const QString words = text(price, "priceExplanation");
        QCOMPARE(words.contains(u"demonstration"_s), billing == Billing::Demonstration);
        QCOMPARE(words.contains(u"Nothing is charged."_s), isLocal);
    }

    void aPriceCanBeSetWhereNoneIsKnown()
    {
        PriceCard card(m_themed.theme);
        card.show({});
        QVERIFY(child<QWidget>(card, "setPriceButton")->isHidden());
        card.setPriceable(true);
        card.show({});
        auto *button = child<QPushButton>(card, "setPriceButton");
        QVERIFY(!button->isHidden());
        QSignalSpy asked(&card, &PriceCard::pricesRequested);
        button->click();
        QCOMPARE(asked.size(), 1);
        card.show({.billing = Billing::Local});
        QVERIFY(button->isHidden());
    }

    void nothingSavedIsLeftOut()
    {
        ConversationCard card(m_themed.theme);
        card.show({.cost = {Money{1, kUsd}}, .savedByCache = {Money{0, kUsd}}, .requests = 1},
            Billing::Billed);
        QVERIFY(child<QWidget>(card, "savedByCache")->parentWidget()->isHidden());
    }

    void theDemonstrationsAccountSaysWhatItIs()
    {
        const Provider demonstration = ProviderCatalog::builtIn()->demonstration(1);
        AccountCard card(m_themed.theme);
        card.show(demonstration, Billing::Demonstration, std::nullopt);
        QCOMPARE(text(card, "accountRemark"), u"demonstration, nothing is charged"_s);
        QVERIFY(!child<QWidget>(card, "refreshBalanceButton")->isHidden());
    }

    void aConversationShowsItsSums()
    {
        ConversationCard card(m_themed.theme);
        card.show({.cost = {Money{4'200'000'000, kUsd}},
                      .savedByCache = {Money{1'900'000'000, kUsd}},
                      .requests = 6,
                      .hitTokens = 710,
                      .missTokens = 290,
                      .outputTokens = 500},
            Billing::Billed);
        QCOMPARE(text(card, "conversationCost"), u"$0.0042"_s);
        QCOMPARE(text(card, "cacheHitRate"), u"71 %"_s);
        QCOMPARE(text(card, "savedByCache"), u"$0.0019"_s);
    }

    void saysWhatATotalIs_data()
    {
        QTest::addColumn<ConversationTotals>("totals");
        QTest::addColumn<QString>("cost");
        const QList<Money> dollars{Money{4'200'000'000, kUsd}};
        QTest::newRow("exact") << ConversationTotals{.cost = dollars, .requests = 2}
                               << u"$0.0042"_s;
        QTest::newRow("with an estimate in it")
            << ConversationTotals{.cost = dollars, .requests = 2, .estimated = 1} << u"≈ $0.0042"_s;
        QTest::newRow("unknown") << ConversationTotals{.requests = 2, .unpriced = 2}
                                 << u"unknown"_s;
        QTest::newRow("nothing yet") << ConversationTotals{} << u"–"_s;
    }

    void saysWhatATotalIs()
    {
        QFETCH(ConversationTotals, totals);
        ConversationCard card(m_themed.theme);
        card.show(totals, Billing::Billed);
        QTEST(text(card, "conversationCost"), "cost");
    }

    void theDemonstrationIsLabelled()
    {
        ConversationCard card(m_themed.theme);
        card.show({.cost = {Money{4'200'000'000, kUsd}}, .requests = 1}, Billing::Demonstration);
        QCOMPARE(text(card, "conversationCost"), u"$0.0042"_s);
        QCOMPARE(text(card, "conversationCostRemark"), u"demonstration, nothing is charged"_s);
    }

    void theAccountShowsItsBalance()
    {
        const Provider deepseek = *ProviderCatalog::builtIn()->find(u"deepseek"_s);
        AccountCard card(m_themed.theme);
        card.show(deepseek, Billing::Billed, std::nullopt);
        QCOMPARE(text(card, "balance"), u"unknown"_s);
        QSignalSpy asked(&card, &AccountCard::refreshRequested);
        child<QPushButton>(card, "refreshBalanceButton")->click();
        QCOMPARE(asked.size(), 1);
        card.showFailure({.kind = ErrorKind::ConnectionFailed});
        QVERIFY(text(card, "accountRemark").startsWith(u"The service cannot be reached"_s));

        const Money dollars{14'310'000'000'000, kUsd};
        const Money yuan{43'100'000'000'000, kCny};
        card.show(deepseek, Billing::Billed,
            Balance{.available = true,
                .entries = {{.total = dollars, .granted = {0, kUsd}, .toppedUp = dollars},
                    {.total = yuan, .granted = yuan, .toppedUp = {0, kCny}}}});
        QCOMPARE(text(card, "balance"), u"$14.31 + ¥43.10"_s);
        QCOMPARE(text(card, "grantedBalance"), u"¥43.10"_s);
        QVERIFY(child<QWidget>(card, "accountRemark")->isHidden());
    }

private:
    [[nodiscard]] static QString text(QWidget &card, const char *name)
    {
        return child<QLabel>(card, name)->text();
    }

    Themed m_themed;
};

PENNYWORTH_TEST(CardsTest)

#include "tst_cards.moc"
