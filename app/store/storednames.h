// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/generationsettings.h"
#include "domain/ledger.h"
#include "domain/message.h"
#include "domain/provider.h"

#include <QString>

namespace pennyworth {

// How enumerations stand in the database: as words (SCHEMA.md), so that a person with sqlite3 reads
// them and their order in the code is free. A word that is not known, which only a damaged file
// has, reads as the first value of its type.

[[nodiscard]] QString storedName(Role role);
[[nodiscard]] QString storedName(MessageStatus status);
[[nodiscard]] QString storedName(FinishReason reason);
[[nodiscard]] QString storedName(Thinking thinking);
[[nodiscard]] QString storedName(Effort effort);
[[nodiscard]] QString storedName(CostSource source);
[[nodiscard]] QString storedName(ErrorKind kind); ///< errorKindName()
[[nodiscard]] QString storedName(Charged charged); ///< chargedName()
[[nodiscard]] QString storedName(MaxTokensField field); ///< as it is called on the wire

template <class Enum>
[[nodiscard]] Enum fromStoredName(const QString &name, Enum last)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (storedName(static_cast<Enum>(i)) == name)
            return static_cast<Enum>(i);
    }
    return Enum{};
}

[[nodiscard]] inline Role roleFrom(const QString &name)
{
    return fromStoredName(name, Role::Assistant);
}
[[nodiscard]] inline MessageStatus messageStatusFrom(const QString &name)
{
    return fromStoredName(name, MessageStatus::Failed);
}
[[nodiscard]] inline FinishReason finishReasonFrom(const QString &name)
{
    return fromStoredName(name, FinishReason::Other);
}
[[nodiscard]] inline Thinking thinkingFrom(const QString &name)
{
    return fromStoredName(name, Thinking::On);
}
[[nodiscard]] inline Effort effortFrom(const QString &name)
{
    return fromStoredName(name, Effort::Max);
}
[[nodiscard]] inline CostSource costSourceFrom(const QString &name)
{
    return fromStoredName(name, CostSource::Unknown);
}
[[nodiscard]] inline ErrorKind errorKindFrom(const QString &name)
{
    return fromStoredName(name, ErrorKind::WrongUsage);
}
[[nodiscard]] inline Charged chargedFrom(const QString &name)
{
    return fromStoredName(name, Charged::Yes);
}
[[nodiscard]] inline MaxTokensField maxTokensFieldFrom(const QString &name)
{
    return fromStoredName(name, MaxTokensField::MaxCompletionTokens);
}

} // namespace pennyworth
