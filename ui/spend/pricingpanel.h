// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "spend/replyfigures.h"
#include "theme/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace pennyworth {

class AccountCard;
class ConversationCard;
class PriceCard;
class PriceClock;
class ReplyCard;
class Workspace;

/// The live pricing panel: the price in force, the reply as it streams, the conversation so far,
/// the account. Shows one session at a time; sums come from the ledger, never from counters of its
/// own.
class PricingPanel final : public QWidget {
    Q_OBJECT

public:
    PricingPanel(const Theme &theme, Workspace &workspace, const PriceClock &clock,
        QWidget *parent = nullptr);

    void setSession(ChatSession *session); ///< null: none
    /// The same figures in short, for a window too narrow for the panel: the price in force, until
    /// when, and last what the conversation has cost.
    [[nodiscard]] QStringList summary() const;

signals:
    void summaryChanged();
    void pricesRequested(const QString &providerId); ///< they are to be set

private:
    void showPrice();
    void followReply();
    void showReply();
    void showTotals();
    void showAccount();
    void askForBalance();
    [[nodiscard]] std::optional<ReplyFigures> currentReply();
    [[nodiscard]] QString providerId() const;
    [[nodiscard]] Billing billing() const;

    const Theme &m_theme;
    Workspace &m_workspace;
    const PriceClock &m_clock;
    QPointer<ChatSession> m_session;
    std::pair<MessageId, QList<double>> m_speeds; // of the latest live reply
    QTimer m_refresh; // runs only while a reply streams
    PriceCard *m_price;
    ReplyCard *m_reply;
    ConversationCard *m_conversation;
    AccountCard *m_account;
};

/// Who is paid by this service.
[[nodiscard]] Billing billingOf(const Provider &provider);

} // namespace pennyworth
