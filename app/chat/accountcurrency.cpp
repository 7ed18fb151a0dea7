// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/accountcurrency.h"

#include "api/account.h"
#include "domain/whendone.h"

#include <QCryptographicHash>

namespace pennyworth {

QString keyMark(const QString &key)
{
    constexpr qsizetype kMarkBytes = 4;
    const QByteArray hash =
        QCryptographicHash::hash(key.trimmed().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(kMarkBytes).toHex());
}

std::optional<Currency> currencyOf(const Balance &balance)
{
    std::optional<Currency> found;
    for (const BalanceEntry &entry : balance.entries) {
        if (entry.total.picos == 0 && balance.entries.size() > 1)
            continue;
        if (found)
            return {};
        found = entry.total.currency;
    }
    return found;
}

CurrencyInquiry::CurrencyInquiry(
    const Services &services, AccountQuestion question, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_question(std::move(question))
{
}

void CurrencyInquiry::begin()
{
    if (m_state != State::New)
        return;
    m_state = State::UnderWay;
    whenDone(m_services.transport.fetch(m_question.balance), this,
        [this](const Result<QByteArray> &answer) { take(answer); });
}

void CurrencyInquiry::take(const Result<QByteArray> &answer)
{
    const Result<Balance> balance =
        answer ? parseBalance(*answer) : Result<Balance>(answer.error());
    const std::optional<Currency> currency = balance ? currencyOf(*balance) : std::nullopt;
    if (currency) // should it fail, the next reply asks again
        m_services.store.rememberCurrency(m_question.provider, m_question.keyMark, *currency);
    m_state = State::Answered;
    emit answered(currency);
}

} // namespace pennyworth

#include "moc_accountcurrency.cpp"
