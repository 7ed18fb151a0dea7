// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/pricebook.h"
#include "simulator/simulator.h"
#include "support/rawhttpclient.h"
#include "support/testregistry.h"

#include <QJsonArray>

using namespace pennyworth;
using namespace pennyworth::simulated;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject question(const QString &model)
{
    return {{u"model"_s, model}, {u"stream"_s, true},
        {u"messages"_s,
            QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"git bisect"_s}}}}};
}

} // namespace

/// The limit on concurrent requests (api-docs.deepseek.com/quick_start/rate_limit).
class ConcurrencyTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        SimulatorOptions options;
        options.pace = {.tokensPerSecond = 1, .firstToken = std::chrono::milliseconds(0)};
        options.now = [] { return *parseInstant(u"2026-11-23T12:00:00Z"); };
        options.scenario = *parseScenario(R"({"account": {"concurrent_requests": 2}})");
        m_simulator = std::make_unique<Simulator>(*m_prices, std::move(options));
        m_port = *m_simulator->listen();
        for (const auto &client : {&m_first, &m_second}) {
            *client = std::make_unique<RawHttpClient>(m_port);
            (*client)->post("/chat/completions", question(u"deepseek-flash"_s));
            QTRY_VERIFY((*client)->received().contains("keep-alive"));
        }
    }

    void oneMoreThanAllowedIsRefused()
    {
        const RawResponse refused = ask(u"deepseek-flash"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("retry-after"), "2");
        QVERIFY(refused.json()[u"error"][u"message"].toString().contains(u"concurrent"_s));
    }

    void anotherAccountAndAnotherModelAreCountedApart()
    {
        for (const auto &[model, key] : {std::pair{u"deepseek-flash"_s, "sk-of-another"},
                 std::pair{u"deepseek-v4-pro"_s, "sk-test"}}) {
            RawHttpClient client(m_port);
            client.post("/chat/completions", question(model), key);
            QTRY_VERIFY(client.received().contains("HTTP/1.1 200"));
        }
    }

    void whoLeavesMakesRoom()
    {
        m_first->close();
        const auto isAnswered = [this] {
            RawHttpClient client(m_port);
            client.post("/chat/completions", question(u"deepseek-flash"_s));
            [&client] { QTRY_VERIFY(client.received().contains("\r\n\r\n")); }();
            return client.received().contains("HTTP/1.1 200");
        };
        QTRY_VERIFY(isAnswered());
    }

private:
    RawResponse ask(const QString &model) const
    {
        RawHttpClient client(m_port);
        client.post("/chat/completions", question(model));
        return awaitResponse(client);
    }

    const Result<PriceBook> m_prices = PriceBook::builtIn();
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<RawHttpClient> m_first;
    std::unique_ptr<RawHttpClient> m_second;
    quint16 m_port = 0;
};

PENNYWORTH_TEST(ConcurrencyTest)

#include "tst_concurrency.moc"
