// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/database.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QRandomGenerator>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What requests looked like on the wire, byte for byte and in little space.
class ExchangesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(file());
        QVERIFY(awaited(m_store->open()).hasValue());
    }

    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void anExchangeComesBackAsItWas()
    {
        NewTurn turn = sampleTurn();
        turn.sent = request("{\"model\":\"\xe4\xb8\xba\"}");
        const CommittedTurn committed = *awaited(m_store->beginTurn(turn));
        QCOMPARE(*awaited(m_store->exchange(committed.request)), Exchange({.sent = *turn.sent}));

        const ReceivedResponse received{.status = 200,
            .headers = {{"Content-Type", "text/event-stream"}, {"X-Empty", ""}},
            .body = QByteArray("data: {}\r\n\r\n\0x", 14),
            .cutAt = 3,
            .cutBytes = 99};
        const Message reply = finished(committed, u"Because."_s);
        QVERIFY(awaited(m_store->finishReply(reply, sampleSettlement(committed.request), received))
                    .hasValue());
        QCOMPARE(*awaited(m_store->exchange(committed.request)),
            Exchange({.sent = *turn.sent, .received = received}));
    }

    void aLongConversationGrowsWithItsTextOnly()
    {
        QByteArray messages;
        QList<CommittedTurn> turns;
        QList<QByteArray> bodies;
        for (int i = 0; i < 60; ++i) {
            messages += incompressible(2000);
            bodies += "{\"messages\":[" + messages + "],\"stream\":true}";
            NewTurn turn = i == 0 ? sampleTurn() : nextTurn(turns.constLast(), launchDay(1min * i));
            turn.sent = request(bodies.constLast());
            turns += *awaited(m_store->beginTurn(turn));
        }
        for (int i = 0; i < 60; i += 7)
            QCOMPARE(awaited(m_store->exchange(turns.at(i).request))->sent.body, bodies.at(i));
        QVERIFY(keptBytes() < 2 * messages.size());
    }

    void aSiblingDoesNotDependOnItsSibling()
    {
        const CommittedTurn first = begin(sampleTurn(), "{\"messages\":[one]}");
        const CommittedTurn second =
            begin(nextTurn(first, launchDay(1min)), "{\"messages\":[one,two]}");
        NewTurn again = nextTurn(first, launchDay(2min));
        again.parent = second.prompt->id;
        again.prompt.reset();
        const CommittedTurn sibling = begin(again, "{\"messages\":[one,zwei]}");
        QVERIFY(awaited(m_store->removeMessage(first.conversation, second.reply.id)).hasValue());
        QCOMPARE(awaited(m_store->exchange(second.request)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_store->exchange(sibling.request))->sent.body,
            QByteArray("{\"messages\":[one,zwei]}"));
    }

    void retriesAndContinuationsAreKeptToo()
    {
        const CommittedTurn turn = begin(sampleTurn(), "{\"messages\":[one]}");
        LedgerRequest retry = sampleRequest();
        retry.conversation = turn.conversation;
        retry.message = turn.reply.id;
        retry.attempt = 2;
        const RequestId id =
            *awaited(m_store->addRequest(retry, request("{\"messages\":[one],\"x\":1}")));
        QVERIFY(awaited(
            m_store->settle(sampleSettlement(id), ReceivedResponse{.status = 503, .body = "busy"}))
                    .hasValue());
        const Exchange exchange = *awaited(m_store->exchange(id));
        QCOMPARE(exchange.sent.body, QByteArray("{\"messages\":[one],\"x\":1}"));
        QCOMPARE(exchange.received->body, QByteArray("busy"));
    }

    void theyGoWithTheConversation()
    {
        const CommittedTurn turn = begin(sampleTurn(), "{\"messages\":[one]}");
        QVERIFY(awaited(m_store->removeConversation(turn.conversation)).hasValue());
        QCOMPARE(awaited(m_store->exchange(turn.request)).error().kind, ErrorKind::NotFound);
        QCOMPARE(keptBytes(), qint64{0});
    }

    void whatIsNotKeptAnywhereIsNotKeptHere()
    {
        const RequestId id = *awaited(m_store->addRequest(sampleRequest(), request("{}")));
        QCOMPARE(awaited(m_store->exchange(id)).error().kind, ErrorKind::NotFound);
    }

    void aBodyThatIsNotTheOneSentIsSaidToBeDamaged()
    {
        const CommittedTurn turn = begin(sampleTurn(), "{\"messages\":[one]}");
        const auto other = Database::open(file(), Database::Use::ReadWrite).value();
        QVERIFY(other->run(u"UPDATE exchange SET request_sha256 = x'00'"_s).hasValue());
        QCOMPARE(awaited(m_store->exchange(turn.request)).error().kind, ErrorKind::StoreDamaged);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"pennyworth.sqlite"_s); }

    static SentRequest request(const QByteArray &body)
    {
        return {.method = "POST",
            .url = u"https://api.deepseek.com/chat/completions"_s,
            .headers = {{"Authorization", "Bearer [redacted]"}, {"Accept", "text/event-stream"}},
            .body = body};
    }

    static QByteArray incompressible(int size)
    {
        static QRandomGenerator random(1);
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        return bytes;
    }

    CommittedTurn begin(NewTurn turn, const QByteArray &body)
    {
        turn.sent = request(body);
        return awaited(m_store->beginTurn(turn)).valueOr(CommittedTurn());
    }

    [[nodiscard]] qint64 keptBytes() const
    {
        const auto other = Database::open(file(), Database::Use::ReadWrite).value();
        return other->number(u"SELECT coalesce(sum(length(request_body)), 0) FROM exchange"_s)
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

PENNYWORTH_TEST(ExchangesTest)

#include "tst_exchanges.moc"
