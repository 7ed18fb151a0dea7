// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/providercatalog.h"
#include "spend/accountcard.h"
#include "spend/conversationcard.h"
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
                                             << u"unknown"_s << u"no price or no usage is known"_s;
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
