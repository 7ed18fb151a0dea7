// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/cacheforecast.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNoon{std::chrono::hours{500'004}};

} // namespace

/// One conversation: a prompt (1) with two answers (2, 3), and a further prompt (4) under the first
/// of them with its answer (5).
class CacheForecastTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_messages = {};
        m_entries.clear();
        add(1, 0, Role::User);
        add(2, 1, Role::Assistant);
        add(3, 1, Role::Assistant);
        add(4, 2, Role::User);
        add(5, 4, Role::Assistant);
    }

    void withoutAnEarlierRequestNothingIsExpected() { QCOMPARE(expected(5), qint64{0}); }

    void theLongestBeginningCounts_data()
    {
        QTest::addColumn<qint64>("parent");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("the next prompt: the last one and its answer") << qint64{5} << qint64{430};
        QTest::newRow("the answer once more: its prompt") << qint64{4} << qint64{300};
        QTest::newRow("the other answer goes on: the prompt they share")
            << qint64{3} << qint64{100};
        QTest::newRow("the first answer once more") << qint64{1} << qint64{100};
        QTest::newRow("the first prompt edited") << qint64{0} << qint64{0};
    }

    void theLongestBeginningCounts()
    {
        QFETCH(qint64, parent);
        QFETCH(qint64, tokens);
        settle(2, {.prompt = 100, .completion = 90});
        settle(5, {.prompt = 300, .completion = 150, .reasoning = 20}); // not sent again
        QCOMPARE(expected(parent), tokens);
    }

    void theUsageOfARequestThatWasStoppedIsNotMadeUp()
    {
        settle(2, {.prompt = 100, .completion = 90});
        settle(5, {});
        QCOMPARE(expected(5), qint64{190});
    }

    void anotherModelOrServiceHasACacheOfItsOwn()
    {
        settle(5, {.prompt = 300, .completion = 150});
        CacheQuestion question{
            .provider = u"deepseek"_s, .model = u"deepseek-v4-pro"_s, .parent = {5}, .now = kNoon};
        QCOMPARE(expectedCacheHit(m_messages, m_entries, question), qint64{0});
        question = {
            .provider = u"openai"_s, .model = u"deepseek-flash"_s, .parent = {5}, .now = kNoon};
        QCOMPARE(expectedCacheHit(m_messages, m_entries, question), qint64{0});
    }

    void whatIsHoursOldIsNotCountedOn()
    {
        settle(5, {.prompt = 300, .completion = 150}, kNoon - 2h);
        QCOMPARE(expected(5), qint64{450});
        settle(5, {.prompt = 300, .completion = 150}, kNoon - 4h);
        QCOMPARE(expected(5), qint64{0});
    }

    void aBeginningThatWasChangedIsNew()
    {
        settle(5, {.prompt = 300, .completion = 150});
        CacheQuestion question{
            .provider = u"deepseek"_s, .model = u"deepseek-flash"_s, .parent = {5}, .now = kNoon};
        question.prefixChanged = kNoon - 1min; // the requests were sent two minutes before noon
        QCOMPARE(expectedCacheHit(m_messages, m_entries, question), qint64{0});
        question.prefixChanged = kNoon - 3min;
        QCOMPARE(expectedCacheHit(m_messages, m_entries, question), qint64{450});
    }

private:
    void add(qint64 id, qint64 parent, Role role)
    {
        m_messages.insert({.id = {id}, .parent = {parent}, .role = role});
    }

    void settle(qint64 message, const Usage &usage, Instant end = kNoon)
    {
        Settlement settlement{.usage = usage};
        settlement.timings.end = end;
        m_entries[{message}] = {{.request = {.provider = u"deepseek"_s,
                                     .model = u"deepseek-flash"_s,
                                     .sent = end - 2min},
            .settlement = settlement}};
    }

    qint64 expected(qint64 parent) const
    {
        return expectedCacheHit(m_messages, m_entries,
            {.provider = u"deepseek"_s,
                .model = u"deepseek-flash"_s,
                .parent = {parent},
                .now = kNoon});
    }

    MessageTree m_messages;
    QHash<MessageId, QList<LedgerEntry>> m_entries;
};

PENNYWORTH_TEST(CacheForecastTest)

#include "tst_cacheforecast.moc"
