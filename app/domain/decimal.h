// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringView>

namespace pennyworth {

// Decimal strings, exactly. A decimal is canonical when it has no exponent, no plus sign, no
// leading zeros but one before the point, no trailing zeros behind it, and "0" for nothing ("-0"
// does not exist).

/// `text` as an integer count of 10^-scale. Digits finer than the scale (other than zeros) and
/// amounts beyond 64 bits are errors (InvalidValue, Overflow); no rounding ever happens.
Result<qint64> parseDecimal(QStringView text, int scale);

/// The canonical decimal of `count` × 10^-scale.
[[nodiscard]] QString formatDecimal(qint64 count, int scale);

/// A JSON number as the canonical decimal it was written as: its shortest round-trip form of at
/// most 15 significant digits. Anything else (not finite, more digits) is InvalidValue. The only
/// place where a double and money meet.
Result<QString> decimalFromJsonNumber(double number);

} // namespace pennyworth
