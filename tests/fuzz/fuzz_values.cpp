// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"
#include "domain/instant.h"
#include "domain/money.h"

#include <cstdlib>
#include <cstring>

using namespace pennyworth;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Whatever is read as a decimal, an instant or a currency is written canonically and read back as
/// the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const int scale : {0, 2, 6, 12}) {
        const Result<qint64> count = parseDecimal(text, scale);
        check(!count || *parseDecimal(formatDecimal(*count, scale), scale) == *count);
    }
    const Result<Instant> instant = parseInstant(text);
    check(!instant || *parseInstant(formatInstant(*instant)) == *instant);
    const Result<Currency> currency = Currency::fromCode(text);
    check(!currency || currency->code() == text.toUpper());

    qint64 number = 0;
    double real = 0;
    if (size >= sizeof number) {
        std::memcpy(&number, data, sizeof number);
        std::memcpy(&real, data, sizeof real);
        check(*parseDecimal(formatDecimal(number, 12), 12) == number);
        check(!moneyText({number, kUsd}).isEmpty());
        const Result<QString> decimal = decimalFromJsonNumber(real);
        check(!decimal || decimal->toDouble() == real);
    }
    return 0;
}
