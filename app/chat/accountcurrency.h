// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/wirerequest.h"
#include "chat/services.h"
#include "domain/balance.h"

#include <QObject>

#include <optional>

namespace pennyworth {

/// What tells the account of one key from that of another without telling the key: 32 bits of its
/// hash.
[[nodiscard]] QString keyMark(const QString &key);

/// What the account is billed in: the currency that holds money, where that is only one.
[[nodiscard]] std::optional<Currency> currencyOf(const Balance &balance);

/// How an account can be asked what it is billed in.
struct AccountQuestion {
    QString provider;
    QString keyMark;
    WireRequest balance; ///< GET /user/balance
};

/// Asks an account once what it is billed in and has the store remember it. Owned by a Reply, main
/// thread.
class CurrencyInquiry final : public QObject {
    Q_OBJECT

public:
    CurrencyInquiry(const Services &services, AccountQuestion question, QObject *parent = nullptr);

    void begin(); ///< `answered` follows from the event loop; without effect the second time
    [[nodiscard]] bool isUnderWay() const { return m_state == State::UnderWay; }

signals:
    /// Empty where the service does not say, or the account holds money in several currencies.
    void answered(const std::optional<pennyworth::Currency> &currency);

private:
    enum class State { New, UnderWay, Answered };
    void take(const Result<QByteArray> &answer);

    Services m_services;
    AccountQuestion m_question;
    State m_state = State::New;
};

} // namespace pennyworth
