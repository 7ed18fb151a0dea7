// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/reply.h"
#include "chat/services.h"
#include "domain/conversation.h"

#include <QObject>

#include <optional>

namespace pennyworth {

/// Whether what is said is kept (`ask --no-store` leaves only the ledger).
enum class Keep { Conversation, LedgerOnly };

/// What somebody asked to be sent.
struct TurnPlan {
    Conversation conversation; ///< without id: one is made
    Keep keep = Keep::Conversation;
    GenerationSettings settings; ///< of this request
    QList<Message> branch; ///< from the first message to the parent
    MessageId parent; ///< of the user message; without one, of the reply
    std::optional<QString> prompt; ///< empty: no user message is made
    MessageId summarises; ///< of the prompt: Message::summarises
    bool keepsDraft = false; ///< the prompt was not written in place of the draft
    QString forcedPrefix;
    MessageId continues; ///< valid: this reply goes on, and is the last of `branch`
    qint64 expectedHit = 0; ///< tokens of the prompt that the service is expected to hold
    MessageId
        nextId; ///< with Keep::LedgerOnly: of the message made first; the next one's follows it
};

/// One send on its way from the call to the first byte: the key, the request, and the commit
/// without which nothing may leave. Owned by its ChatSession, main thread. Ends once, from the
/// event loop, in `committed` or `refused`.
class OutgoingTurn final : public QObject {
    Q_OBJECT

public:
    OutgoingTurn(const Services &services, TurnPlan plan, QObject *parent = nullptr);

    void begin();
    void cancel(); ///< `refused` as Cancelled, unless it is being committed already

    [[nodiscard]] const TurnPlan &plan() const { return m_plan; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

signals:
    /// It stands in the store, or with Keep::LedgerOnly in the ledger and in `turn` alone. `start`
    /// is what its Reply begins with.
    void committed(const pennyworth::CommittedTurn &turn, const pennyworth::Reply::Start &start);
    void refused(const pennyworth::Error &error); ///< nothing was sent and nothing kept

private:
    void lookUpLimitField(const QString &key);
    void buildRequest(const QString &key);
    void lookUpCurrency(const QString &key);
    void lookUpRate();
    void commit();
    void commitToLedger(const LedgerRequest &request);
    void end(const Result<CommittedTurn> &turn, LedgerRequest request);
    [[nodiscard]] LedgerRequest ledgerRequest() const;
    [[nodiscard]] CommittedTurn unkeptTurn(const LedgerRequest &request) const;

    Services m_services;
    TurnPlan m_plan;
    Provider m_provider;
    WireRequest m_request;
    std::optional<Currency> m_currency; // of the account
    std::optional<AccountQuestion> m_question; // where it is not known
    TokenRate m_outputRate;
    bool m_cancelled = false;
};

} // namespace pennyworth
