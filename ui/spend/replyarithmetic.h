// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"

#include <QList>
#include <QString>

namespace pennyworth {

/// One class of tokens in the arithmetic of a request: tokens × price = amount.
struct ArithmeticLine {
    QString kind; ///< "Input, cached"
    QString tokens;
    QString price; ///< per million tokens; empty where none is known
    QString amount; ///< empty where the price is not known

    bool operator==(const ArithmeticLine &) const = default;
};

/// A further fact about a request: "Price row" and its id.
struct ArithmeticFact {
    QString name;
    QString value;

    bool operator==(const ArithmeticFact &) const = default;
};

/// How the cost of one request comes about, in words and figures.
struct RequestArithmetic {
    QString title; ///< "Request 2 of 3 · deepseek-flash"
    QList<ArithmeticLine> lines;
    QString total; ///< the exact amount with its currency; "unknown" where nobody knows
    QString source; ///< where the total comes from, a sentence
    QList<ArithmeticFact> facts;

    bool operator==(const RequestArithmetic &) const = default;
};

/// Of each request of one reply, in order: retries and continuations have their own.
[[nodiscard]] QList<RequestArithmetic> replyArithmetic(const QList<LedgerEntry> &entries);

/// What all of them come to; empty for a single one. Currencies stand side by side.
[[nodiscard]] QString arithmeticSum(const QList<LedgerEntry> &entries);

} // namespace pennyworth
