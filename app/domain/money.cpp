// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include "domain/decimal.h"

#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPriceScale = 6;
constexpr int kMoneyScale = 12;

Error overflow()
{
    return {.kind = ErrorKind::Overflow, .detail = u"the amount is too large to count exactly"_s};
}

} // namespace

Result<Currency> Currency::fromCode(QStringView code)
{
    // Checked before they are made capitals: "ß" would become two letters, "ı" an I.
    const bool letters = std::ranges::all_of(
        code, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); });
    if (code.size() != 3 || !letters) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"\"%1\" is not a currency code such as USD or CNY"_s.arg(code)};
    }
    const QString upper = code.toString().toUpper();
    return Currency(upper.at(0).toLatin1(), upper.at(1).toLatin1(), upper.at(2).toLatin1());
}

QString Currency::code() const
{
    return QString::fromLatin1(m_code.data(), static_cast<qsizetype>(m_code.size()));
}

QString Currency::symbol() const
{
    if (*this == kUsd)
        return u"$"_s;
    if (*this == kCny)
        return u"¥"_s;
    if (*this == Currency('E', 'U', 'R'))
        return u"€"_s;
    return code() + u'\u00a0';
}

Result<UnitPrice> UnitPrice::fromDecimal(QStringView perMillion)
{
    const Result<qint64> micros = parseDecimal(perMillion, kPriceScale);
    if (!micros)
        return micros.error();
    if (*micros < 0)
        return Error{.kind = ErrorKind::InvalidValue, .detail = u"a price cannot be negative"_s};
    return UnitPrice{*micros};
}

QString UnitPrice::toDecimal() const
{
    return formatDecimal(micros, kPriceScale);
}

Result<Money> Money::fromDecimal(QStringView decimal, Currency currency)
{
    const Result<qint64> picos = parseDecimal(decimal, kMoneyScale);
    if (!picos)
        return picos.error();
    return Money{*picos, currency};
}

QString Money::toDecimal() const
{
    return formatDecimal(picos, kMoneyScale);
}

Result<qint64> picosFor(qint64 tokens, UnitPrice price)
{
    if (tokens < 0)
        return Error{
            .kind = ErrorKind::InvalidValue, .detail = u"a token count cannot be negative"_s};
    qint64 picos = 0;
    if (__builtin_mul_overflow(tokens, price.micros, &picos))
        return overflow();
    return picos;
}

Result<Money> add(const Money &a, const Money &b)
{
    Q_ASSERT(a.currency == b.currency);
    Money sum{0, a.currency};
    if (__builtin_add_overflow(a.picos, b.picos, &sum.picos))
        return overflow();
    return sum;
}

QString moneyText(const Money &money)
{
    const bool negative = money.picos < 0;
    // Unsigned, since the least 64-bit integer has no positive twin.
    quint64 magnitude = negative ? quint64{0} - static_cast<quint64>(money.picos)
                                 : static_cast<quint64>(money.picos);
    quint64 lead = 1; // the power of ten of the first significant digit
    int leadPlace = kMoneyScale; // decimal places down to it
    while (magnitude / lead >= 10) {
        lead *= 10;
        --leadPlace;
    }
    int places = magnitude == 0 ? 2 : std::clamp(leadPlace + 1, 2, kMoneyScale);
    quint64 step = 1;
    for (int i = places; i < kMoneyScale; ++i)
        step *= 10;
    quint64 rounded = magnitude / step + (magnitude % step >= (step + 1) / 2 && step > 1 ? 1 : 0);
    if (rounded == 100 && places > 2) { // 0.0996 is 0.10, not 0.100
        rounded = 10;
        --places;
    }

    QString digits = QString::number(rounded).rightJustified(places + 1, u'0');
    digits.insert(digits.size() - places, u'.');

    const QString text = money.currency.symbol() + digits;
    return negative ? QString(u'−' + text) : text;
}

QString sumsText(const QList<Money> &sums)
{
    QStringList texts;
    texts.reserve(sums.size());
    for (const Money &sum : sums)
        texts += moneyText(sum);
    return texts.join(u" + "_s);
}

QString unitPriceText(UnitPrice price, Currency currency)
{
    QString decimal = price.toDecimal();
    const qsizetype point = decimal.indexOf(u'.');
    if (point < 0)
        decimal += u".00"_s;
    else if (decimal.size() - point == 2)
        decimal += u'0';
    return currency.symbol() + decimal;
}

} // namespace pennyworth
