// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "chat/services.h"
#include "pricing/estimate.h"
#include "pricing/tokens.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace pennyworth {

/// A prompt that could be the first message that is sent.
struct ContextPoint {
    MessageId first;
    qint64 tokens = 0; ///< that would be sent with the next prompt
    std::optional<int> percent; ///< of the model's context

    bool operator==(const ContextPoint &) const = default;
};

/// Gathers what an estimate of a session's next request is made from: the tokens of what is sent
/// again, what was sent last to this model and when, how long its replies were. Asks the store in
/// the background; estimating itself waits for nothing. Main thread; the session may die first.
class Estimator final : public QObject {
    Q_OBJECT

public:
    explicit Estimator(const Services &services, QObject *parent = nullptr);

    void setSession(ChatSession *session); ///< null: none
    /// What is written takes the place of an earlier prompt; not valid: it follows the branch.
    void setEdited(MessageId prompt);
    void setQuote(const std::optional<Quote> &quote); ///< the price in force; empty: none is known

    /// The tokens that `text` will have for this model, as far as its replies have taught. Linear.
    [[nodiscard]] qint64 tokensOf(QStringView text) const;
    /// What sending a prompt of so many tokens now takes.
    [[nodiscard]] Estimate estimate(qint64 promptTokens) const;
    /// Every prompt of the branch but its first, in order, with what is sent from there on.
    [[nodiscard]] QList<ContextPoint> contextPoints() const;

signals:
    void changed(); ///< something that estimate() or tokensOf() depends on

private:
    void gather();
    void ask();
    [[nodiscard]] QList<MessageId> branch() const; // that the prompt will follow
    [[nodiscard]] qint64 historyTokens() const;
    [[nodiscard]] bool countsWhatIsSent(const LedgerEntry &entry) const;
    [[nodiscard]] qint64 tokensOf(const Message &message) const;
    [[nodiscard]] SentPrefix lastSent() const;

    Services m_services;
    QPointer<ChatSession> m_session;
    MessageId m_edited;
    std::optional<Quote> m_quote;
    QString m_provider; // whose figures these are
    QString m_model;
    TokenRate m_rate;
    QList<qint64> m_lengths; // of earlier replies
    qint64 m_history = 0;
    SentPrefix m_sent;
    std::optional<CacheRule> m_cache; // empty: nothing is known of the service's cache
    std::optional<qint64> m_context;
};

} // namespace pennyworth
