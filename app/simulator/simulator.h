// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "simulator/accounts.h"
#include "simulator/answerwriter.h"
#include "simulator/completionexchange.h"
#include "simulator/prefixcache.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>

#include <functional>

namespace pennyworth {
class PriceBook;
}

namespace pennyworth::simulated {

/// Whether a request has to carry an API key.
enum class KeyRule { Needed, NotNeeded };

struct SimulatorOptions {
    quint16 port = 0; ///< 0: any free one
    Pace pace;
    quint64 seed = 1;
    KeyRule keyRule = KeyRule::Needed;
    Scenario scenario;
    std::function<Instant()> now; ///< empty: the computer's clock
    QString cacheFile; ///< keeps the context cache over restarts; empty: nothing is kept
    HttpLimits limits;
};

/// A DeepSeek-compatible service on loopback: HTTP/1.1, chat completions, fill in the middle,
/// models, balance, errors, a context cache and a bill. Lives on the thread that made it, which
/// needs an event loop. Documented in README.md beside it.
class Simulator final : public QObject {
    Q_OBJECT

public:
    /// `prices` must outlive it.
    Simulator(const PriceBook &prices, SimulatorOptions options, QObject *parent = nullptr);
    ~Simulator() override;

    /// Starts to listen on 127.0.0.1 and gives the port.
    Result<quint16> listen();

private:
    /// What a request asks of which account, and where its answer goes.
    struct Call {
        HttpConnection *connection = nullptr;
        ResponseWriter *writer = nullptr;
        HttpRequest request;
        QByteArray path; ///< without /v1 and /beta
        Endpoint endpoint = Endpoint::Stable;
        QString key;
        QByteArray traceId;
    };

    void readCache();
    void writeCache();
    void accept();
    void receive(HttpConnection *connection, const HttpRequest &request);
    void answer(const Call &call);
    void completeChat(const Call &call);
    void fillMiddle(const Call &call);
    void run(const Call &call, CompletionExchange::Job job, const CompletionOptions &options,
        std::function<void()> rememberAnswer);
    [[nodiscard]] std::optional<ApiError> refusal(const Call &call) const;
    [[nodiscard]] std::optional<ApiError> refusal(
        const Call &call, const CompletionOptions &options, qint64 promptTokens, int images) const;
    [[nodiscard]] QString queueOf(const QString &key, const QString &model) const;
    [[nodiscard]] HttpHeaders commonHeaders(const Call &call) const;
    [[nodiscard]] QString newId();
    void respond(const Call &call, const QJsonObject &body);
    void respond(const Call &call, const ApiError &error);

    SimulatorOptions m_options;
    Accounts m_accounts;
    AnswerWriter m_writer;
    PrefixCache m_cache;
    QTcpServer m_server;
    QHash<QByteArray, int> m_counts; ///< requests so far, by path
    QHash<QString, int> m_underWay; ///< answers, by account and model
    quint64 m_ids = 0;
};

} // namespace pennyworth::simulated
