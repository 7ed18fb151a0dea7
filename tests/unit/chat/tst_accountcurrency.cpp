// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/accountcurrency.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

Balance balanceOf(const QList<Money> &totals)
{
    Balance balance{.available = true};
    for (const Money &total : totals)
        balance.entries.append({.total = total});
    return balance;
}

QByteArray entry(const QByteArray &currency, const QByteArray &total)
{
    return R"({"currency":")" + currency + R"(","total_balance":")" + total
        + R"(","granted_balance":"0.00","topped_up_balance":")" + total + R"("})";
}

QByteArray balanceAnswer(const QByteArray &entries)
{
    return R"({"is_available":true,"balance_infos":[)" + entries + "]}";
}

} // namespace

Q_DECLARE_METATYPE(pennyworth::Balance)

/// In which currency a request is priced. At noon UTC of 2026-11-23 deepseek-flash costs 0.003 /
/// 0.15 / 0.60 dollars per million and, by a list of its own, 0.02 / 1 / 4 yuan.
class AccountCurrencyTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<ChatRoom>();
        qputenv("DEEPSEEK_API_KEY", "sk-of-an-account-never-seen");
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.say(u"It scatters."_s);
            stream.report({.prompt = 3000, .cacheHit = 1000, .cacheMiss = 2000, .completion = 500});
            stream.complete();
        });
    }

    void cleanup() { m_room.reset(); }

    void aMarkTellsAccountsApartAndNoKey()
    {
        const QString mark = keyMark(u"sk-one"_s);
        QCOMPARE(mark.size(), 8);
        QCOMPARE(keyMark(u" sk-one\n"_s), mark); // as it is sent
        QVERIFY(keyMark(u"sk-two"_s) != mark);
    }

    void theCurrencyIsTheOneThatHoldsMoney_data()
    {
        QTest::addColumn<Balance>("balance");
        QTest::addColumn<QString>("code"); // empty: unknown
        const Money dollars{1'000'000, kUsd};
        const Money yuan{1'000'000, kCny};
        QTest::newRow("nothing is said") << Balance() << QString();
        QTest::newRow("one currency") << balanceOf({yuan}) << u"CNY"_s;
        QTest::newRow("one currency, used up") << balanceOf({Money{0, kCny}}) << u"CNY"_s;
        QTest::newRow("two, one of them empty") << balanceOf({Money{0, kUsd}, yuan}) << u"CNY"_s;
        QTest::newRow("two with money") << balanceOf({dollars, yuan}) << QString();
        QTest::newRow("two without") << balanceOf({Money{0, kUsd}, Money{0, kCny}}) << QString();
    }

    void theCurrencyIsTheOneThatHoldsMoney()
    {
        QFETCH(Balance, balance);
        QFETCH(QString, code);
        const std::optional<Currency> currency = currencyOf(balance);
        QCOMPARE(currency ? currency->code() : QString(), code);
    }

    void anAccountInYuanIsAskedOnceAndBilledByItsOwnList()
    {
        answerBalance(entry("CNY", "43.10"));
        QCOMPARE(ask().amount, std::optional(amount(u"0.00402"_s, kCny)));
        QCOMPARE(ask().amount, std::optional(amount(u"0.00402"_s, kCny)));
        m_room->reopenStore();
        const Settlement later = ask();
        QCOMPARE(later.amount, std::optional(amount(u"0.00402"_s, kCny)));
        QCOMPARE(later.source, CostSource::Computed);
        QCOMPARE(m_room->transport.fetches().size(), 1);
        QVERIFY(m_room->transport.fetches().constFirst().url.path() == u"/user/balance");
    }

    void anotherKeyIsAnotherAccount()
    {
        answerBalance(entry("CNY", "43.10"));
        QCOMPARE(ask().amount->currency, kCny);
        qputenv("DEEPSEEK_API_KEY", "sk-of-another-account");
        answerBalance(entry("USD", "5.00"));
        QCOMPARE(ask().amount, std::optional(amount(u"0.000603"_s, kUsd)));
        qputenv("DEEPSEEK_API_KEY", "sk-of-an-account-never-seen");
        QCOMPARE(ask().amount->currency, kCny);
        QCOMPARE(m_room->transport.fetches().size(), 2);
    }

    void theAnswerDoesNotWaitButItsPriceDoes()
    {
        m_room->transport.holdDocuments();
        answerBalance(entry("CNY", "43.10"));
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_COMPARE(messageAt(session, -1).text, u"It scatters."_s);
        QVERIFY(session.isStreaming());
        QVERIFY(!session.reply()->costSoFar()); // not a figure of the wrong list
        m_room->transport.releaseDocuments();
        waitForEnd(session);
        QCOMPARE(messageAt(session, -1).status, MessageStatus::Complete);
        QCOMPARE(settlementOf(session).amount, std::optional(amount(u"0.00402"_s, kCny)));
    }

    void stoppingDoesNotWaitForThePrice()
    {
        m_room->transport.holdDocuments();
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        session.send(u"Why?"_s);
        QTRY_COMPARE(messageAt(session, -1).text, u"It scatters."_s);
        session.stop();
        waitForEnd(session);
        QCOMPARE(settlementOf(session).confidence, QString(kCurrencyUnknown));
    }

    void anUnknownCurrencyIsNoExactAmount_data()
    {
        QTest::addColumn<QByteArray>("balance");
        QTest::newRow("the service does not say") << QByteArray("<html>");
        QTest::newRow("two currencies hold money")
            << balanceAnswer(entry("USD", "1.00") + ',' + entry("CNY", "1.00"));
    }

    void anUnknownCurrencyIsNoExactAmount()
    {
        QFETCH(QByteArray, balance);
        m_room->transport.setDocument(u"/user/balance"_s, balance);
        const Settlement settlement = ask();
        QCOMPARE(settlement.source, CostSource::Estimated);
        QCOMPARE(settlement.amount, std::optional(amount(u"0.000603"_s, kUsd)));
        QCOMPARE(settlement.confidence, QString(kCurrencyUnknown));
        ask();
        QCOMPARE(m_room->transport.fetches().size(), 2); // it may know by now
    }

    void whatWasRefusedIsNotWaitedFor()
    {
        m_room->transport.holdDocuments();
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.fail({.kind = ErrorKind::WrongKey, .status = 401});
        });
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QCOMPARE(settlementOf(session).amount->picos, qint64{0});
    }

    void nobodyIsAskedWhereNothingIsBilled()
    {
        m_room->providers.add(m_room->providers.demonstration(1));
        ChatSession session(m_room->services(),
            {.provider = u"demo"_s, .model = u"deepseek-flash"_s}, Keep::Conversation);
        QVERIFY(!sendAndWait(session, u"Why?"_s));
        QVERIFY(m_room->transport.fetches().isEmpty());
        QCOMPARE(settlementOf(session).source, CostSource::Computed);
    }

private:
    void answerBalance(const QByteArray &entries)
    {
        m_room->transport.setDocument(u"/user/balance"_s, balanceAnswer(entries));
    }

    static Money amount(const QString &decimal, Currency currency)
    {
        return Money::fromDecimal(decimal, currency).valueOr({});
    }

    static Settlement settlementOf(const ChatSession &session)
    {
        const QList<LedgerEntry> entries = session.entriesOf(session.branch().constLast());
        return entries.constLast().settlement.value_or(Settlement());
    }

    Settlement ask()
    {
        ChatSession session(m_room->services(), flashSettings(), Keep::Conversation);
        return sendAndWait(session, u"Why?"_s) ? Settlement() : settlementOf(session);
    }

    std::unique_ptr<ChatRoom> m_room;
};

PENNYWORTH_TEST(AccountCurrencyTest)

#include "tst_accountcurrency.moc"
