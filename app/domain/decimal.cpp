// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Error notADecimal(QStringView text)
{
    return {.kind = ErrorKind::InvalidValue,
        .detail = u"\"%1\" is not a decimal number such as 0.27"_s.arg(text)};
}

Error tooLarge(QStringView text)
{
    return {.kind = ErrorKind::Overflow, .detail = u"%1 is too large to count exactly"_s.arg(text)};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// "1.5e-7" → "0.00000015"; text as QString::number writes it.
QString withoutExponent(const QString &text)
{
    const qsizetype e = text.indexOf(u'e');
    if (e < 0)
        return text;
    const int exponent = QStringView(text).mid(e + 1).toInt();
    QString digits = text.left(e);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    const qsizetype point = digits.indexOf(u'.');
    qsizetype whole = point < 0 ? digits.size() : point;
    digits.remove(u'.');
    whole += exponent;
    if (whole <= 0)
        digits = u"0."_s + QString(-whole, u'0') + digits;
    else if (whole >= digits.size())
        digits += QString(whole - digits.size(), u'0');
    else
        digits.insert(whole, u'.');
    return negative ? QString(u'-' + digits) : digits;
}

} // namespace

Result<qint64> parseDecimal(QStringView text, int scale)
{
    QStringView rest = text;
    const bool negative = rest.startsWith(u'-');
    if (negative)
        rest = rest.mid(1);
    const qsizetype point = rest.indexOf(u'.');
    const QStringView whole = point < 0 ? rest : rest.left(point);
    QStringView fraction = point < 0 ? QStringView() : rest.mid(point + 1);
    const bool complete = !whole.isEmpty() && (point < 0 || !fraction.isEmpty());
    if (!complete || !std::ranges::all_of(whole, isDigit)
        || !std::ranges::all_of(fraction, isDigit))
        return notADecimal(text);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > scale) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"%1 is finer than %2 decimal places"_s.arg(text).arg(scale)};
    }

    qint64 count = 0;
    const auto push = [&count](int digit) {
        return !__builtin_mul_overflow(count, qint64{10}, &count)
            && !__builtin_sub_overflow(count, qint64{digit}, &count);
    };
    // Counted downwards, since the least 64-bit integer has no positive twin.
    for (const QChar digit : whole) {
        if (!push(digit.digitValue()))
            return tooLarge(text);
    }
    for (int place = 0; place < scale; ++place) {
        if (!push(place < fraction.size() ? fraction.at(place).digitValue() : 0))
            return tooLarge(text);
    }
    if (negative)
        return count;
    if (count == std::numeric_limits<qint64>::min())
        return tooLarge(text);
    return -count;
}

QString formatDecimal(qint64 count, int scale)
{
    QString digits = QString::number(count);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(scale + 1, u'0');
    if (scale > 0) {
        digits.insert(digits.size() - scale, u'.');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.endsWith(u'.'))
            digits.chop(1);
    }
    return negative ? QString(u'-' + digits) : digits;
}

Result<QString> decimalFromJsonNumber(double number)
{
    if (!std::isfinite(number))
        return Error{.kind = ErrorKind::InvalidValue, .detail = u"not a finite number"_s};
    if (number == 0.0)
        return u"0"_s;
    constexpr int kDigits = 15;
    const QString shortest = QString::number(number, 'g', QLocale::FloatingPointShortest);
    const QString mantissa =
        shortest.left(shortest.indexOf(u'e') < 0 ? shortest.size() : shortest.indexOf(u'e'));
    const auto significant = std::ranges::count_if(mantissa, isDigit);
    if (significant > kDigits && QString::number(number, 'g', kDigits).toDouble() != number) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"%1 has more digits than a JSON number carries exactly"_s.arg(shortest)};
    }
    return withoutExponent(shortest);
}

} // namespace pennyworth
